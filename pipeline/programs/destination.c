/* Folders that are a release's own, that hold what the run reads, or that would stand in another report's. */
#include "programs/destination.h"
#include "base/file.h"
#include "base/period.h"
#include "folder/public.h"
#include "program/targets.h"
#include "report/replaced.h"
#include <string.h>

/* The first path of a list that leads into a folder, or NULL. */
static const char *find_inside(const char *folder, const char *const *paths)
{
  for (; paths && *paths; paths++)
    if (targets_is_inside(folder, *paths))
      return *paths;
  return NULL;
}

/* An input that was named, and stands in the folder that will be replaced; or NULL. */
static const char *named_inside(const char *folder, const ReportRequest *request)
{
  const char *framework[] = { request->framework, NULL }, *accepted[] = { request->accepted, NULL };
  const char *const *lists[] = { (const char *const *)request->sources, (const char *const *)request->also, framework,
                                 accepted };
  const char *found = NULL;
  for (guint i = 0; i < G_N_ELEMENTS(lists) && !found; i++)
    found = find_inside(folder, lists[i]);
  for (guint i = 0; i < request->documents->len && !found; i++) {
    const ReportDocument *document = g_ptr_array_index(request->documents, i);
    const char *shown[] = { document->layout, document->words, NULL };
    found = find_inside(folder, shown);
  }
  return found;
}

/* An input, named or found, that stands in the folder that will be replaced; or NULL. Caller frees. */
static char *input_inside(const char *folder, const ReportRequest *request)
{
  const char *named = named_inside(folder, request);
  g_autofree char *found = named || request->framework ? NULL : file_above(request->sources[0], "framework.xml");
  const char *framework[] = { found, NULL };
  return g_strdup(named ? named : find_inside(folder, framework));
}

/* A folder's name stays below the period, and apart from what is for the team. */
static bool is_good_name(const char *name)
{
  g_auto(GStrv) parts = g_strsplit(name, "/", -1);
  for (char **part = parts; *part; part++)
    if (!**part || **part == '.' || **part == ' ' || g_ascii_strcasecmp(*part, "team") == 0)
      return false;
  return *name && g_utf8_validate(name, -1, NULL) && !strpbrk(name, "\n\r\t\033");
}

/* Whether a path ends in public/, or in one of those that a release would make in it. */
static bool is_called_public(const char *path)
{
  g_auto(GStrv) parts = g_strsplit(path, "/", -1);
  Period unused;
  for (char **part = parts; *part; part++)
    if (strcmp(*part, "public") == 0 && (!part[1] || strcmp(part[1], "papers") == 0 || period_parse(part[1], &unused)))
      return true;
  return false;
}

static bool is_released(const char *folder)
{
  g_autofree char *named = g_canonicalize_filename(folder, NULL), *real = file_real(folder);
  return is_called_public(named) || is_called_public(real) || public_holds(folder);
}

static char *fault_of_released(const char *folder)
{
  return g_strdup_printf("%s is filled by 'qmr release' alone: name another folder with --out", folder);
}

char *destination_fault_of_out(const char *out, const ReportRequest *request)
{
  enum { LONGEST_BYTES = 200 };
  if (is_released(out))
    return fault_of_released(out);
  if (request->name && strlen(request->name) > LONGEST_BYTES)
    return g_strdup_printf("'%s' is no name for a folder: it is longer than %d letters", request->name, LONGEST_BYTES);
  if (request->name && !is_good_name(request->name))
    return g_strdup_printf("'%s' is no name for a folder: letters and digits, parts joined by '/'", request->name);
  return NULL;
}

char *destination_fault_of_folder(const char *out, const char *name, const ReportRequest *request)
{
  g_autofree char *folder = g_build_filename(out, name, NULL), *other = replaced_neighbour(out, name);
  if (public_holds(folder))
    return fault_of_released(folder);
  if (g_file_test(folder, G_FILE_TEST_IS_SYMLINK))
    return g_strdup_printf("%s is a link, and a run replaces folders: remove it, or give another --out or --name",
                           folder);
  g_autofree char *input = input_inside(folder, request);
  if (input)
    return g_strdup_printf("%s stands in %s, which this run replaces: move it, or give another --out or --name", input,
                           folder);
  return other ? g_strdup_printf("%s and %s are folders of two reports, one inside the other: give another --out or --name",
                                 folder, other)
               : NULL;
}

/* Files are told apart by what they are, not by how they are called. */
#include "program/targets.h"
#include "base/file.h"
#include "folder/public.h"
#include "folder/reported.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct {
  const char *path;
  bool folder;
} Target;

struct Targets {
  GPtrArray *inputs; /* of const char *, borrowed */
  GArray *outputs;   /* of Target */
};

Targets *targets_new(void)
{
  Targets *targets = g_new0(Targets, 1);
  targets->inputs = g_ptr_array_new();
  targets->outputs = g_array_new(FALSE, FALSE, sizeof(Target));
  return targets;
}

void targets_free(Targets *targets)
{
  if (!targets)
    return;
  g_ptr_array_unref(targets->inputs);
  g_array_unref(targets->outputs);
  g_free(targets);
}

void targets_read(Targets *targets, const char *path)
{
  if (path)
    g_ptr_array_add(targets->inputs, (gpointer)path);
}

void targets_read_all(Targets *targets, char *const *paths)
{
  for (; paths && *paths; paths++)
    targets_read(targets, *paths);
}

static void add_output(Targets *targets, const char *path, bool folder)
{
  const Target target = { path, folder };
  if (path)
    g_array_append_val(targets->outputs, target);
}

void targets_write(Targets *targets, const char *path)
{
  add_output(targets, path, false);
}

void targets_write_folder(Targets *targets, const char *path)
{
  add_output(targets, path, true);
}

/* ---- which file it is
 * ------------------------------------------------------------------------------------------------ */

/* The folder that a path stands in, absolute and without links as far as it is there; caller frees. */
static char *folder_of(const char *path)
{
  g_autofree char *folder = g_path_get_dirname(path);
  return file_real(folder);
}

/* Where a link leads, seen from where the link is; NULL: it is none. Caller frees. */
static char *follow(const char *path)
{
  g_autofree char *to = g_file_read_link(path, NULL), *folder = to ? folder_of(path) : NULL;
  return to ? g_canonicalize_filename(to, folder) : NULL;
}

/* Whether the name itself stands in the folder or below it. */
static bool stands_inside(const char *folder, const char *path)
{
  g_autofree char *parent = folder_of(path);
  for (;;) {
    if (file_is_same(folder, parent))
      return true;
    char *slash = strrchr(parent, '/');
    if (!slash || slash == parent)
      return false;
    *slash = '\0';
  }
}

bool targets_is_inside(const char *folder, const char *path)
{
  enum { MOST_LINKS = 40 }; /* as many as the system follows */
  g_autofree char *at = g_strdup(path);
  for (guint i = 0; at && i < MOST_LINKS; i++) {
    if (stands_inside(folder, at))
      return true;
    char *next = follow(at);
    g_free(at);
    at = next;
  }
  return false;
}

/* ---- what is wrong
 * --------------------------------------------------------------------------------------------------- */

static char *fault_of_kind(const Target *target)
{
  struct stat info;
  if (stat(target->path, &info) != 0 || (target->folder ? S_ISDIR(info.st_mode) : S_ISREG(info.st_mode)))
    return NULL;
  return g_strdup_printf("cannot write %s: %s", target->path,
                         S_ISREG(info.st_mode) ? "it is a file, and a folder is to be written"
                                               : file_kind(info.st_mode));
}

static bool is_in(const char *path, const char *folder)
{
  gsize n = strlen(folder);
  return strncmp(path, folder, n) == 0 && (path[n] == '/' || !path[n]);
}

/* Whether the names in a folder are the system's own: "/dev/stdout" leads to an ordinary file when output goes to one,
 * and a file put in its place takes it from everybody. */
static bool is_of_system(const char *folder)
{
  g_autofree char *real = file_real(folder);
  return (is_in(real, "/dev") && !is_in(real, "/dev/shm")) || is_in(real, "/proc") || is_in(real, "/sys");
}

static char *fault_of_place(const Target *target)
{
  g_autofree char *folder = target->folder ? g_strdup(target->path) : g_path_get_dirname(target->path);
  if (is_of_system(folder))
    return g_strdup_printf("cannot write %s: it is a name of the system's, not of a file; name another file",
                           target->path);
  if (public_holds(folder))
    return g_strdup_printf("cannot write %s: public/ is filled by 'qmr release' alone; name another folder",
                           target->path);
  g_autofree char *report = reported_around(folder);
  return report ? g_strdup_printf("cannot write %s: it stands in a report's own folder, which its run alone fills, and "
                                  "'qmr verify' would say that it was altered; name another folder",
                                  target->path)
                : NULL;
}

static char *fault_of_input(const Target *target, const char *input)
{
  g_autofree char *real = realpath(input, NULL);
  bool csv = g_str_has_suffix(input, ".csv") || (real && g_str_has_suffix(real, ".csv"));
  bool lost = target->folder ? csv && targets_is_inside(target->path, input) : file_is_same(target->path, input);
  return lost ? g_strdup_printf("cannot write %s: it would replace %s, which is read; name another file", target->path,
                                input)
              : NULL;
}

static bool meet(const Target *a, const Target *b)
{
  return file_is_same(a->path, b->path) || (a->folder && targets_is_inside(a->path, b->path)) ||
         (b->folder && targets_is_inside(b->path, a->path));
}

static char *fault_of(const Targets *targets, guint index)
{
  const Target *target = &g_array_index(targets->outputs, Target, index);
  char *fault = *target->path ? fault_of_kind(target) : g_strdup("the name of a file to write is empty");
  if (!fault)
    fault = fault_of_place(target);
  for (guint i = 0; i < targets->inputs->len && !fault; i++)
    fault = fault_of_input(target, g_ptr_array_index(targets->inputs, i));
  for (guint i = 0; i < index && !fault; i++)
    if (meet(target, &g_array_index(targets->outputs, Target, i)))
      fault =
          g_strdup_printf("cannot write %s twice, or into a folder of other outputs; name another file", target->path);
  return fault;
}

char *targets_fault(const Targets *targets)
{
  for (guint i = 0; i < targets->outputs->len; i++) {
    char *fault = fault_of(targets, i);
    if (fault)
      return fault;
  }
  return NULL;
}

/* Names of folders out of root elements. */
#include "report/naming.h"
#include "base/date.h"
#include "base/period.h"
#include "base/text.h"
#include "folder/folder.h"
#include "xml/xml-root.h"
#include <string.h>

/* An attribute as a folder's name, white space folded as reading does; NULL when it says nothing. Caller frees. */
static char *name_of(const XmlRoot *root, const char *attribute)
{
  const char *value = root ? xml_root_attribute(root, attribute) : NULL;
  g_autofree char *folded = value ? text_fold(value) : NULL;
  return folded && *folded ? folder_name(folded) : NULL;
}

static char *period_of(const XmlRoot *root, const char *attribute)
{
  const char *value = root ? xml_root_attribute(root, attribute) : NULL;
  g_autofree char *folded = value ? text_fold(value) : NULL;
  Period period;
  return folded && period_parse(folded, &period) ? period_to_string(period) : NULL;
}

static char *join(const char *first, const char *second)
{
  return first && second ? g_strconcat(first, "/", second, NULL) : NULL;
}

static char *of_service(const ReportRequest *request, const XmlRoot *plan)
{
  const char *form = request->sources[1];
  g_autoptr(XmlRoot) root = form ? xml_root_peek(form, NULL) : NULL;
  g_autofree char *who = name_of(plan, "service"), *when = NULL;
  if (form)
    when = period_of(root, "period");
  else
    when = request->period ? g_strdup(request->period) : period_of(plan, "from");
  return request->preview ? join("preview", who) : join(when, request->name ? request->name : who);
}

/* Appends the services of the models; of very many a few, and a number that only they have. */
static void add_services(const ReportRequest *request, GString *words)
{
  enum { LONGEST_BYTES = 120, DIGITS = 12 };
  g_autoptr(GString) services = g_string_new(NULL);
  for (char *const *path = request->sources; *path; path++) {
    g_autoptr(XmlRoot) root = xml_root_peek(*path, NULL);
    const char *service = root ? xml_root_attribute(root, "service") : NULL;
    g_string_append_printf(services, "%s%s", services->len ? " + " : "", service ? service : "");
  }
  if (services->len > LONGEST_BYTES) {
    g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, services->str, (gssize)services->len);
    g_string_truncate(services, LONGEST_BYTES);
    g_string_append_printf(services, " (%.*s)", DIGITS, hash);
  }
  g_string_append_printf(words, " %s", services->str);
}

/* A report of several services is known by its name; else by its layout, and by what was set in it (a board), or else
 * by the services. */
static char *of_models(const ReportRequest *request, const XmlRoot *model)
{
  const ReportDocument *document = request->documents->len ? g_ptr_array_index(request->documents, 0) : NULL;
  if (!document && !request->name)
    return NULL;
  g_autofree char *when = period_of(model, "period");
  if (request->name)
    return join(when, request->name);
  g_autofree char *base = g_path_get_basename(document->layout);
  if (g_str_has_suffix(base, ".xml"))
    base[strlen(base) - strlen(".xml")] = '\0';
  g_autoptr(GString) words = g_string_new(base);
  for (char *const *setting = document->settings; setting && *setting; setting++)
    g_string_append_printf(words, " %s", *setting);
  if (!document->settings || !*document->settings)
    add_services(request, words);
  g_autofree char *name = folder_name(words->str), *below = g_strconcat("reports/", name, NULL);
  return join(when, below);
}

/* The day of an attribute; NULL when it is none. Caller frees. */
static char *day_of(const XmlRoot *root, const char *attribute)
{
  const char *value = xml_root_attribute(root, attribute);
  g_autofree char *folded = value ? text_fold(value) : NULL;
  Date date;
  return folded && date_parse(folded, &date) ? date_to_string(date) : NULL;
}

static char *of_paper(const ReportRequest *request, const XmlRoot *paper)
{
  g_autofree char *date = day_of(paper, "date"), *ref = name_of(paper, "ref");
  g_autofree char *below = g_strconcat("papers/", date ? date : "undated", NULL);
  return join(below, request->name ? request->name : ref);
}

static char *of_absence(const ReportRequest *request)
{
  g_autofree char *who = folder_name(request->absent);
  return join(request->period, request->name ? request->name : who);
}

static char *of_sources(const ReportRequest *request, const XmlRoot *root)
{
  if (request->absent)
    return of_absence(request);
  if (strcmp(root->element, "report") == 0)
    return of_models(request, root);
  return strcmp(root->element, "paper") == 0 ? of_paper(request, root) : of_service(request, root);
}

char *report_folder(const ReportRequest *request)
{
  g_autoptr(XmlRoot) root = xml_root_peek(request->sources[0], NULL);
  g_autofree char *folder = root ? of_sources(request, root) : NULL;
  if (!folder || !request->preview)
    return g_steal_pointer(&folder);
  g_autofree char *last = g_path_get_basename(folder);
  return join("preview", last);
}

char *report_folder_by_any(const ReportRequest *request)
{
  ReportRequest rest = *request;
  char *name = NULL;
  for (; !name && *rest.sources; rest.sources++)
    name = report_folder(&rest);
  return name;
}

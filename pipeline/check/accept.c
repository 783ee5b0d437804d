/* Matching accepted exceptions with findings: rule, item and every word must be the same. */
#include "check/accept.h"
#include "check/alike.h"

/* "rule\nitem" or "rule\nitem\ntext"; caller frees. */
static char *key_of(const char *rule, const char *item, const char *text)
{
  g_autofree char *upper = g_ascii_strup(rule ? rule : "", -1);
  g_autofree char *alike = text ? alike_key(text) : NULL;
  return g_strdup_printf("%s\n%s%s%s", upper, item ? item : "", alike ? "\n" : "", alike ? alike : "");
}

/* Findings by both keys: exactly the same (a list, for equal ones stand side by side until they are sorted), and of the
 * same rule and item. */
static void index_findings(const Findings *findings, GHashTable *same, GHashTable *alike)
{
  for (guint i = 0; i < findings_count(findings); i++) {
    Finding *finding = findings_get(findings, i);
    g_autofree char *key = key_of(finding->rule, finding->item, finding->text);
    GPtrArray *list = g_hash_table_lookup(same, key);
    if (!list) {
      list = g_ptr_array_new();
      g_hash_table_insert(same, g_steal_pointer(&key), list);
    }
    g_ptr_array_add(list, finding);
    g_hash_table_insert(alike, key_of(finding->rule, finding->item, NULL), finding);
  }
}

static void tell_lapsed(const Acceptance *exception, const Finding *alike, Findings *findings)
{
  const char *item = exception->item ? exception->item : "the documents";
  if (alike)
    findings_at(findings, "C-ACCEPTED", &exception->record, NULL,
                "the accepted finding %s on %s has lapsed, because it says something else now: %s", exception->rule,
                item, alike->text);
  else
    findings_at(findings, "C-ACCEPTED", &exception->record, NULL, "the accepted finding %s on %s is not found any more",
                exception->rule, item);
}

/* Who accepts what somebody has accepted adds nothing, and may think otherwise of it: the first one counts. */
static void tell_again(const Acceptance *exception, const Finding *finding, Findings *findings)
{
  bool same =
      g_str_equal(finding->accepted_by, exception->by) && g_str_equal(finding->accepted_reason, exception->reason);
  const char *item = exception->item ? exception->item : "the documents";
  if (same)
    findings_at(findings, "R-ACCEPTED", &exception->record, NULL,
                "the finding %s on %s is accepted twice in the same words: take one of the two out", exception->rule,
                item);
  else
    findings_at(
        findings, "R-ACCEPTED", &exception->record, NULL,
        "the finding %s on %s has been accepted above, by '%s' (\"%s\"): that one counts, and this one, by '%s', "
        "does not; take one of the two out",
        exception->rule, item, finding->accepted_by, finding->accepted_reason, exception->by);
}

static void mark(const GPtrArray *list, const Acceptance *exception)
{
  for (guint i = 0; i < list->len; i++) {
    Finding *finding = g_ptr_array_index(list, i);
    finding->accepted = true;
    finding->accepted_by = exception->by;
    finding->accepted_reason = exception->reason;
  }
}

static void unref_list(gpointer list)
{
  g_ptr_array_unref(list);
}

/* False: it accepts nothing, and why is said. What cannot be read was told by reading. */
static bool counts(const Acceptance *exception, const Inputs *inputs, Findings *findings)
{
  bool applies =
      period_equal(exception->period, inputs->period) || period_equal(exception->period, period_year(inputs->period));
  if (!applies || !exception->rule || !exception->text || !exception->by || !exception->reason)
    return false;
  if (framework_role(inputs->framework, exception->by))
    return true;
  findings_at(findings, "R-ACCEPTED", &exception->record, "by",
              "'%s' is no role of the framework: the finding %s stays as it is", exception->by, exception->rule);
  return false;
}

static void accept_one(const Acceptance *exception, GHashTable *same, GHashTable *alike, Findings *findings)
{
  g_autofree char *exactly = key_of(exception->rule, exception->item, exception->text);
  g_autofree char *nearly = key_of(exception->rule, exception->item, NULL);
  const GPtrArray *list = g_hash_table_lookup(same, exactly);
  const Finding *first = list ? g_ptr_array_index(list, 0) : NULL;
  if (first && first->accepted)
    tell_again(exception, first, findings);
  else if (list)
    mark(list, exception);
  else
    tell_lapsed(exception, g_hash_table_lookup(alike, nearly), findings);
}

/* False: the file is not this service's, which is said. */
static bool is_ours(const Inputs *inputs, Findings *findings)
{
  const Accepted *accepted = inputs->accepted;
  if (g_strcmp0(accepted->service, inputs->plan->service) == 0)
    return true;
  if (accepted->service)
    findings_at(findings, "R-ACCEPTED", &accepted->record, "service",
                "the accepted findings are of service '%s', the plan of '%s': none of them counts", accepted->service,
                inputs->plan->service);
  return false;
}

void accept_findings(const Inputs *inputs, Findings *findings)
{
  if (!is_ours(inputs, findings))
    return;
  g_autoptr(GHashTable) same = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, unref_list);
  g_autoptr(GHashTable) alike = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  index_findings(findings, same, alike);
  for (guint i = 0; i < inputs->accepted->exceptions->len; i++) {
    const Acceptance *exception = g_ptr_array_index(inputs->accepted->exceptions, i);
    if (counts(exception, inputs, findings))
      accept_one(exception, same, alike, findings);
  }
}

/* clang-format off */
const Rule rules_accept[] = {
  { "C-ACCEPTED", LEVEL_NOTE, "coverage", "an accepted finding has lapsed",
    "An exception holds as long as its data stay the same; then it must be looked at again.",
    "Take the exception out, or accept what the finding says now." },
  { "R-ACCEPTED", LEVEL_WARNING, "references", "an accepted finding that does not count",
    "A finding is accepted for its own service only, by a role that the framework knows, and once.",
    "Use the service's own file of accepted findings; name a role of the framework; take a second entry out." },
  { NULL },
};
/* clang-format on */

/* Refusing: documents of which no report can be made. */
#include "merge/refuse.h"

static const char *path_of(const Record *record)
{
  return record->source ? record->source->path : "";
}

/* Reading has said what is wrong with it: that is one fault, and one message. */
static bool tell_nameless(const Record *record, DiagList *diags)
{
  if (diag_count(diags, LEVEL_ERROR) > 0)
    return false;
  diag_at(diags, "R-SERVICE", record->source, record_offset(record, "service"),
          "no report is made: of which service the %s is cannot be read", record->spec->label);
  return false;
}

bool refuse_strangers(const Inputs *inputs, DiagList *diags)
{
  const Plan *plan = inputs->plan;
  const Return *current = inputs->current;
  if (!plan->service)
    return tell_nameless(&plan->record, diags);
  if (!current || g_strcmp0(current->service, plan->service) == 0)
    return true;
  if (!current->service)
    return tell_nameless(&current->record, diags);
  diag_at(diags, "R-SERVICE", current->record.source, record_offset(&current->record, "service"),
          "no report is made: the return is of service '%s', the plan %s of '%s'", current->service,
          path_of(&plan->record), plan->service);
  return false;
}

/* clang-format off */
const Rule rules_merge[] = {
  { "R-SERVICE", LEVEL_ERROR, "references", "documents of different services, or a service that is not in the framework",
    "Figures of one service would be printed as those of another: of a plan and a return that are not of one service no report is made.",
    "Check which file was handed in, and the service's code." },
  { NULL },
};
/* clang-format on */

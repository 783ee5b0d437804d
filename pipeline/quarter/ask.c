/* From the state of a report to a sentence. */
#include "quarter/ask.h"
#include "base/file.h"
#include "base/text.h"
#include <string.h>

static const char *thing_of(const Task *task)
{
  return task->whose == WHOSE_PAPERS ? "paper" : task->whose == WHOSE_PLANS ? "plan" : "return";
}

/* Two of one thing. */
static void append_twice(const Task *task, GString *text)
{
  const char *thing = task->whose == WHOSE_PAPERS ? "papers" : task->plan ? "returns" : "plans";
  g_autofree char *one = file_brief(task->twice[0]->path), *other = file_brief(task->twice[1]->path);
  g_autofree char *first = text_tame(one), *second = text_tame(other);
  g_string_append_printf(text,
                         "two %s were received, of which nobody can tell which counts (%s and %s): please say which",
                         thing, first, second);
}

static void append_no_plan(const Task *task, GString *text)
{
  if (task->state == TASK_REFUSED)
    g_string_append(text, "the return was received, and no plan of the service is in force in its period: please send "
                          "the plan, or say of which service and period the return is");
  else if (task->whose == WHOSE_PLANS)
    g_string_append(text, "no plan of the service is in force in the period: please send it");
  else
    g_string_append(text, "neither the return nor a plan that is in force in the period has been received");
}

/* Whose fault it is is told by the file that the reason begins with. */
static void append_refused(const Task *task, const RunReport *report, GString *text)
{
  g_autofree char *plan = task->plan ? file_brief(task->plan->path) : NULL;
  g_autofree char *form = task->form ? file_brief(task->form->path) : NULL;
  const char *reason = report->reason;
  if (form && reason && g_str_has_prefix(reason, form))
    g_string_append_printf(text, "the %s cannot be used: %s", thing_of(task), reason);
  else if (plan && reason && g_str_has_prefix(reason, plan))
    g_string_append_printf(text, "the plan cannot be used: %s", reason);
  else
    g_string_append_printf(text, "no report can be made: %s", reason ? reason : "see the messages");
}

static void append_draft(const Task *task, GString *text)
{
  bool plan = task->plan && !task->plan->is_final, form = task->form && !task->form->is_final;
  g_string_append_printf(text, "the %s marked as %s; please send the final %s",
                         plan && form ? "return and the plan are"
                         : form       ? (task->whose == WHOSE_PAPERS ? "paper is" : "return is")
                                      : "plan is",
                         plan && form ? "drafts" : "a draft", plan && form ? "ones" : "one");
}

static void append_state(const Task *task, const RunReport *report, GString *text)
{
  if (task->no_plan)
    append_no_plan(task, text);
  else if (task->twice[0])
    append_twice(task, text);
  else if (report->received == RECEIVED_REFUSED)
    append_refused(task, report, text);
  else if (report->received == RECEIVED_MISSING && task->whose == WHOSE_PAPERS)
    g_string_append(text, "no paper for it has been received");
  else if (report->received == RECEIVED_MISSING)
    g_string_append_printf(text, "the %s has not been received", thing_of(task));
  else if (report->received == RECEIVED_DRAFT)
    append_draft(task, text);
  if (text->len > 0 && report->days_late > 0)
    g_string_append_printf(text, " (%d %s late)", report->days_late, report->days_late == 1 ? "day" : "days");
}

/* Errors stand in the way of publication. */
static void append_errors(const RunReport *report, GString *text)
{
  g_string_append_printf(text, "%s%d %s found in the data that somebody has to put right or answer for",
                         text->len > 0 ? "; " : "", report->errors, report->errors == 1 ? "error was" : "errors were");
  if (report->reason)
    g_string_append_printf(text, "%s: %s", report->errors == 1 ? "" : ", the first of them", report->reason);
}

char *ask_of(Arena *arena, const Task *task, const RunReport *report)
{
  g_autoptr(GString) text = g_string_new(NULL);
  if (task->ours || report->received == RECEIVED_NOT_EXPECTED) /* it is made of what others sent */
    return NULL;
  append_state(task, report, text);
  if (report->made == MADE_WITH_ERRORS && report->errors > 0)
    append_errors(report, text);
  return text->len > 0 ? arena_strdup(arena, text->str) : NULL;
}

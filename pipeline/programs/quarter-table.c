/* Lines of the table. */
#include "programs/quarter-table.h"
#include "base/text.h"
#include "program/program.h"
#include <stdio.h>

/* A return that makes a page only was refused, whatever it says of itself. */
static const char *received(const Task *task, const AccountRow *row)
{
  static const char *const words[] = {
    [TASK_FINAL] = "final", [TASK_DRAFT] = "draft", [TASK_MISSING] = "missing", [TASK_REFUSED] = "refused"
  };
  bool broken = row && row->absent && task->form;
  return task->needs->len > 0 && task->state != TASK_REFUSED ? "" : words[broken ? TASK_REFUSED : task->state];
}

static int code_of(const Outcome *outcome)
{
  const AccountRow *row = outcome->row;
  return row && row->made && row->code == EXIT_CLEAN ? EXIT_CLEAN : EXIT_FAULTS;
}

static void print_row(const Outcome *outcome)
{
  const AccountRow *row = outcome->row;
  g_autofree char *shown = text_tame(outcome->task->folder);
  printf("%-44s %-8s", shown, received(outcome->task, row));
  if (row && row->made)
    printf(" %6d %8d %6d %6d %8.2f\n", row->errors, row->warnings, row->notes, row->pages, outcome->seconds);
  else
    printf(" %s\n", outcome->task->why   ? outcome->task->why
                    : row && row->absent ? "a page says that it is not available"
                                         : "not made");
}

int quarter_code(const GPtrArray *outcomes)
{
  int worst = EXIT_CLEAN;
  for (guint i = 0; i < outcomes->len; i++)
    worst = MAX(worst, code_of(g_ptr_array_index(outcomes, i)));
  return worst;
}

void quarter_table(const Period *period, const GPtrArray *outcomes)
{
  g_autofree char *name = period_to_string(*period);
  printf("%-44s %-8s %6s %8s %6s %6s %8s\n", name, "return", "errors", "warnings", "notes", "pages", "seconds");
  for (guint i = 0; i < outcomes->len; i++)
    print_row(g_ptr_array_index(outcomes, i));
}

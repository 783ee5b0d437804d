/* The marks: those of the Government Analysis Function where it has one, else a word in brackets. */
#include "render/flat/shorthand.h"
#include "render/flat/phrase.h"

/* clang-format off */
static const struct { const char *mark, *phrase; } states[] = {
  [STATE_NOT_AVAILABLE] = { "[x]", "state-not-available" },
  [STATE_NOT_APPLICABLE] = { "[z]", "state-not-applicable" },
  [STATE_TO_BE_CONFIRMED] = { "[tbc]", "state-to-be-confirmed" },
  [STATE_ANNUAL] = { "[annual]", "state-annual" },
  [STATE_SEE_COMMENT] = { "[comment]", "state-see-comment" },
  [STATE_NEW_MEASURE] = { "[new]", "state-new-measure" },
  [STATE_SUPPRESSED] = { "[c]", "state-suppressed" },
  [STATE_NOT_DUE] = { "[not due]", "state-not-due" },
  [STATE_NOT_SUPPLIED] = { "[not supplied]", "state-not-supplied" },
  [STATE_NOT_READABLE] = { "[not readable]", "state-not-readable" },
};
static const struct { const char *mark, *phrase; } flags_of[] = {
  [FLAG_ESTIMATE] = { "[e]", "flag-estimate" },
  [FLAG_PROVISIONAL] = { "[p]", "flag-provisional" },
  [FLAG_REVISED] = { "[r]", "flag-revised" },
  [FLAG_FORECAST] = { "[f]", "flag-forecast" },
  [FLAG_IN_ARREARS] = { "[arrears]", "flag-in-arrears" },
  [FLAG_CALCULATED] = { "[calculated]", "flag-calculated" },
  [FLAG_OVER] = { "[over]", "flag-over" },
  [FLAG_UNDER] = { "[under]", "flag-under" },
  [FLAG_AROUND] = { "[around]", "flag-around" },
  [FLAG_LOW_RELIABILITY] = { "[u]", "flag-low-reliability" },
};
/* clang-format on */

void marks_add(Marks *marks, const Marks *more)
{
  marks->states |= more->states;
  marks->flags |= more->flags;
  marks->empty |= more->empty;
  marks->parentheses |= more->parentheses;
}

bool marks_any(const Marks *marks)
{
  return marks->states || marks->flags || marks->empty;
}

const char *shorthand_state(int state)
{
  return state > STATE_NONE && state < (int)G_N_ELEMENTS(states) ? states[state].mark : "";
}

char *shorthand_flags(const Document *document, guint flags)
{
  GString *out = g_string_new(NULL);
  for (guint i = 1; i < G_N_ELEMENTS(flags_of); i++)
    if (flags & (1u << i))
      g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", flags_of[i].mark);
  if (out->len == 0)
    g_string_append(out, phrase(document, "none"));
  return g_string_free(out, FALSE);
}

GArray *shorthand_list(const Document *document, const Marks *marks)
{
  GArray *list = g_array_new(FALSE, FALSE, sizeof(Shorthand));
  for (guint i = 1; i < G_N_ELEMENTS(states); i++)
    if (marks->states & (1u << i))
      g_array_append_val(list, ((Shorthand){ states[i].mark, phrase(document, states[i].phrase) }));
  for (guint i = 1; i < G_N_ELEMENTS(flags_of); i++)
    if (marks->flags & (1u << i))
      g_array_append_val(list, ((Shorthand){ flags_of[i].mark, phrase(document, flags_of[i].phrase) }));
  if (marks->empty)
    g_array_append_val(list, ((Shorthand){ SHORTHAND_EMPTY, phrase(document, "mark-empty") }));
  return list;
}

char *shorthand_sentence(const Document *document, const Marks *marks)
{
  g_autoptr(GArray) list = shorthand_list(document, marks);
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < list->len; i++) {
    const Shorthand *row = &g_array_index(list, Shorthand, i);
    g_string_append_printf(out, "%s%s %s", i > 0 ? "; " : "", row->mark, row->meaning);
  }
  return g_string_free(out, FALSE);
}

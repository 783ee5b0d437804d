/* The marks: those of the Government Analysis Function where it has one, else a word in brackets, in the document's
 * language. */
#include "render/flat/shorthand.h"
#include "render/flat/phrase.h"

static const char *const state_marks[] = {
  [STATE_NOT_AVAILABLE] = "[x]", [STATE_NOT_APPLICABLE] = "[z]", [STATE_SUPPRESSED] = "[c]", [STATE_NOT_READABLE] = NULL
};
static const char *const flag_marks[] = { [FLAG_ESTIMATE] = "[e]",
                                          [FLAG_PROVISIONAL] = "[p]",
                                          [FLAG_REVISED] = "[r]",
                                          [FLAG_FORECAST] = "[f]",
                                          [FLAG_LOW_RELIABILITY] = "[u]" };

static const char *state_meaning(const Document *document, int state)
{
  g_autofree char *name = g_strconcat("state-", terms_name(&terms_state, state), NULL);
  return phrase_known(document, name);
}

static const char *flag_mark(const Document *document, int flag)
{
  if (flag < (int)G_N_ELEMENTS(flag_marks) && flag_marks[flag])
    return flag_marks[flag];
  g_autofree char *name = g_strconcat("mark-", terms_name(&terms_flag, flag), NULL);
  return phrase_known(document, name);
}

static const char *flag_meaning(const Document *document, int flag)
{
  g_autofree char *name = g_strconcat("flag-", terms_name(&terms_flag, flag), NULL);
  return phrase_known(document, name);
}

void marks_add(Marks *marks, const Marks *more)
{
  marks->states |= more->states;
  marks->flags |= more->flags;
  marks->empty |= more->empty;
  marks->unflagged |= more->unflagged;
  marks->parentheses |= more->parentheses;
}

bool marks_any(const Marks *marks)
{
  return marks->states || marks->flags || marks->empty || marks->unflagged;
}

const char *shorthand_state(const Document *document, int state)
{
  if (state <= STATE_NONE || state >= (int)terms_state.n)
    return "";
  if (state < (int)G_N_ELEMENTS(state_marks) && state_marks[state])
    return state_marks[state];
  g_autofree char *name = g_strconcat("mark-", terms_name(&terms_state, state), NULL);
  return phrase_known(document, name);
}

char *shorthand_flags(const Document *document, guint flags)
{
  GString *out = g_string_new(NULL);
  for (int i = 1; i < (int)terms_flag.n; i++)
    if (flags & (1u << i))
      g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", flag_mark(document, i));
  if (out->len == 0)
    g_string_append(out, phrase(document, "none"));
  return g_string_free(out, FALSE);
}

GArray *shorthand_list(const Document *document, const Marks *marks)
{
  GArray *list = g_array_new(FALSE, FALSE, sizeof(Shorthand));
  for (int i = 1; i < (int)terms_state.n; i++)
    if (marks->states & (1u << i))
      g_array_append_val(list, ((Shorthand){ shorthand_state(document, i), state_meaning(document, i) }));
  for (int i = 1; i < (int)terms_flag.n; i++)
    if (marks->flags & (1u << i))
      g_array_append_val(list, ((Shorthand){ flag_mark(document, i), flag_meaning(document, i) }));
  if (marks->unflagged)
    g_array_append_val(list, ((Shorthand){ phrase(document, "none"), phrase(document, "mark-none") }));
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

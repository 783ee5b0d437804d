/* Printing diagnostics: for people with source line and caret, for machines as JSON Lines. */
#include "base/json.h"
#include "base/text.h"
#include "diag/diag-list.h"

static void append_tame(GString *out, const char *text)
{
  g_autofree char *tame = text_tame(text);
  g_string_append(out, tame);
}

/* How words stand out on a terminal; "" elsewhere. */
typedef struct {
  const char *level[LEVEL_ERROR + 1], *caret, *off;
} Colours;
static const Colours none = { { "", "", "" }, "", "" };
static const Colours bright = { { "\033[1;34m", "\033[1;33m", "\033[1;31m" }, "\033[1m", "\033[0m" };

static void append_caret(GString *out, const Diag *diag, const Colours *colours)
{
  const char *at = diag->excerpt;
  g_string_append(out, "    | ");
  append_tame(out, diag->excerpt);
  g_string_append(out, "\n    | ");
  for (guint column = 1; column < diag->caret && *at; column++, at = g_utf8_next_char(at))
    g_string_append_c(out, ' ');
  g_string_append_printf(out, "%s^%s\n", colours->caret, colours->off);
}

static void append_shown(GString *out, const Diag *diag, const Colours *colours)
{
  const char *space = "";
  if (diag->file) {
    append_tame(out, diag->file);
    if (diag->page > 0)
      g_string_append_printf(out, ", page %u", diag->page);
    g_string_append_c(out, ':');
    space = " ";
  }
  if (diag->line > 0)
    g_string_append_printf(out, "%u:", diag->line);
  if (diag->column > 0)
    g_string_append_printf(out, "%u:", diag->column);
  g_string_append_printf(out, "%s%s%s%s: ", space, colours->level[diag->level], level_name(diag->level), colours->off);
  append_tame(out, diag->text);
  g_string_append_printf(out, " [%s]\n", diag->rule->id);
  if (diag->excerpt && diag->excerpt[0])
    append_caret(out, diag, colours);
}

static void append_text(GString *out, const Diag *diag)
{
  append_shown(out, diag, &none);
}

static void append_coloured(GString *out, const Diag *diag)
{
  append_shown(out, diag, &bright);
}

static void append_json(GString *out, const Diag *diag)
{
  g_string_append_c(out, '{');
  json_key(out, "file");
  json_string(out, diag->file);
  json_key(out, "line");
  g_string_append_printf(out, "%u", diag->line);
  json_key(out, "column");
  g_string_append_printf(out, "%u", diag->column);
  if (diag->page > 0) {
    json_key(out, "page");
    g_string_append_printf(out, "%u", diag->page);
  }
  json_key(out, "level");
  json_string(out, level_name(diag->level));
  json_key(out, "rule");
  json_string(out, diag->rule->id);
  json_key(out, "message");
  json_string(out, diag->text);
  g_string_append(out, "}\n");
}

/* "... and 41957 more errors, 3 more notes", or NULL when nothing is left; caller frees. */
static char *rest_text(const guint *left)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (int level = LEVEL_ERROR; level >= LEVEL_NOTE; level--)
    if (left[level] > 0)
      g_string_append_printf(text, "%s%u more %s%s", text->len ? ", " : "... and ", left[level],
                             level_name((Level)level), left[level] == 1 ? "" : "s");
  return text->len ? g_string_free(g_steal_pointer(&text), FALSE) : NULL;
}

typedef void (*Append)(GString *out, const Diag *diag);

/* Prints the messages of one file, which start at index; returns the index after them. */
static guint print_file(const DiagList *list, guint index, Append append, GString *out)
{
  const char *file = diag_get(list, index)->file;
  const DiagTally *tally = diag_tally(list, file);
  guint left[LEVEL_ERROR + 1], printed = 0;
  for (guint level = 0; level <= LEVEL_ERROR; level++)
    left[level] = tally->kept[level] + tally->dropped[level];
  for (const Diag *diag; (diag = diag_get(list, index)) && g_strcmp0(diag->file, file) == 0; index++) {
    if (printed == DIAG_PER_FILE)
      continue;
    append(out, diag);
    printed++;
    left[diag->level]--;
  }
  g_autofree char *rest = rest_text(left);
  Diag more = { .rule = rule_find("F-MORE"), .level = LEVEL_NOTE, .file = (char *)file, .text = rest };
  if (rest)
    append(out, &more);
  return index;
}

void diag_print_text(const DiagList *list, GString *out)
{
  for (guint i = 0; i < list->diags->len;)
    i = print_file(list, i, append_text, out);
}

void diag_print_coloured(const DiagList *list, GString *out)
{
  for (guint i = 0; i < list->diags->len;)
    i = print_file(list, i, append_coloured, out);
}

void diag_print_json(const DiagList *list, GString *out)
{
  for (guint i = 0; i < list->diags->len;)
    i = print_file(list, i, append_json, out);
}

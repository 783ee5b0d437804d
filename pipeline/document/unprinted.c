/* Where a document has characters that no font of the machine has, told as rule L-FONT. */
#include "document/unprinted.h"
#include "record/record-walk.h"
#include <string.h>

enum { AROUND_CHARACTERS = 24 };

/* A character looked for; the first place is kept. */
typedef struct {
  char utf8[8];
  GString *heading; /* the last that was passed */
  char *below;      /* the heading of the first place, or NULL */
  char *words;      /* around the first place, or NULL: none was found yet */
  guint others;     /* places after it: texts */
} Looking;

static const char *step_back(const char *text, const char *at, guint n)
{
  for (; n > 0 && at > text; n--)
    at = g_utf8_prev_char(at);
  return at;
}

static const char *step_on(const char *at, guint n)
{
  for (; n > 0 && *at; n--)
    at = g_utf8_next_char(at);
  return at;
}

/* The character with the words around it, cut between words where there are many. Caller frees. */
static char *words_around(const char *text, const char *found)
{
  const char *from = step_back(text, found, AROUND_CHARACTERS), *to = step_on(found, 1 + AROUND_CHARACTERS);
  while (from > text && from < found && from[-1] != ' ')
    from = g_utf8_next_char(from);
  while (*to && to > g_utf8_next_char(found) && *to != ' ')
    to = g_utf8_prev_char(to);
  g_autofree char *cut = g_strndup(from, (gsize)(to - from));
  return g_strdup_printf("%s%s%s", from > text ? "..." : "", g_strstrip(cut), *to ? "..." : "");
}

static void look_text(Looking *looking, const char *text)
{
  g_autofree char *composed = text ? g_utf8_normalize(text, -1, G_NORMALIZE_NFC) : NULL;
  const char *found = composed ? strstr(composed, looking->utf8) : NULL;
  if (!found)
    return;
  if (looking->words) {
    looking->others++;
    return;
  }
  looking->words = words_around(composed, found);
  looking->below = looking->heading->len ? g_strdup(looking->heading->str) : NULL;
}

static char *runs_text(const GPtrArray *runs)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    g_string_append(text, run->style & RUN_BREAK ? " " : "");
    g_string_append(text, run->text && !(run->style & RUN_NOTE) ? run->text : "");
  }
  return g_string_free(text, FALSE);
}

static void look_runs(const GPtrArray *runs, void *data)
{
  g_autofree char *text = runs_text(runs);
  look_text(data, text);
}

static void pass_heading(Looking *looking, const Heading *heading)
{
  g_autofree char *text = runs_text(heading->runs);
  g_string_printf(looking->heading, "%s%s%s", heading->number ? heading->number : "", heading->number ? " " : "", text);
}

static void look_record(const Record *record, void *data)
{
  if (record->spec == &heading_spec)
    pass_heading(data, (const Heading *)record);
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    if (field->type == FIELD_TEXT)
      look_text(data, *(char *const *)record_at(record, field));
  }
  record_walk_runs(record, look_runs, data);
}

static char *said(const Looking *looking)
{
  if (!looking->words)
    return g_strdup("in what the program says");
  GString *out = g_string_new(NULL);
  if (looking->below)
    g_string_append_printf(out, "under \"%s\", ", looking->below);
  g_string_append_printf(out, "in \"%s\"", looking->words);
  if (looking->others)
    g_string_append_printf(out, ", and at %u more place%s", looking->others, looking->others == 1 ? "" : "s");
  return g_string_free(out, FALSE);
}

static void say(const Document *document, gunichar character, const char *file, DiagList *diags)
{
  Looking looking = { .heading = g_string_new(NULL) };
  g_unichar_to_utf8(character, looking.utf8);
  record_walk(&document->record, look_record, &looking);
  g_autofree char *where = said(&looking);
  diag_file(diags, "L-FONT", file, "no font has the character '%s' (U+%04X): an empty box is printed %s", looking.utf8,
            character, where);
  g_string_free(looking.heading, TRUE);
  g_free(looking.below);
  g_free(looking.words);
}

void unprinted_say(const Document *document, const Outputs *outputs, const char *file, DiagList *diags)
{
  const GArray *lacking = outputs_lacking(outputs);
  for (guint i = 0; i < lacking->len; i++)
    say(document, g_array_index(lacking, gunichar, i), file, diags);
}

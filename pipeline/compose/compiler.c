/* Reading a layout: pointing at its faults, and the small steps of taking a text apart. */
#include "compose/compiler.h"
#include "base/text.h"
#include <string.h>

enum { SEARCH_BYTES = 4000 }; /* how far from a tag its content is searched for a faulty word */

void compiler_fault(Compiler *compiler, const char *rule, const Record *record, const char *attribute,
                    const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *text = g_strdup_vprintf(format, args);
  va_end(args);
  if (record->source)
    diag_at(compiler->diags, rule, record->source, record_offset(record, attribute), "%s", text);
  else
    diag_file(compiler->diags, rule, NULL, "%s", text);
}

/* Where the place `at` of the text was written: exactly, unless the text has entities before it. */
static gsize written_at(const Scanner *scanner, const char *at)
{
  const Source *source = scanner->record->source;
  gsize offset = record_offset(scanner->record, scanner->attribute);
  gsize before = at - scanner->text;
  if (scanner->attribute && offset + before <= source->length_bytes &&
      memcmp(source->text + offset, scanner->text, before) == 0)
    return offset + before;
  gsize length = strcspn(at, "}]");
  g_autofree char *word = g_strndup(at, length);
  const char *found = length ? g_strstr_len(source->text + offset, SEARCH_BYTES, word) : NULL;
  return found ? (gsize)(found - source->text) : offset;
}

void scanner_fault(const Scanner *scanner, const char *rule, const char *at, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *text = g_strdup_vprintf(format, args);
  va_end(args);
  DiagList *diags = scanner->compiler->diags;
  if (scanner->record->source)
    diag_at(diags, rule, scanner->record->source, written_at(scanner, at), "%s", text);
  else
    diag_file(diags, rule, NULL, "%s", text);
}

Scanner scanner_new(Compiler *compiler, const Record *record, const char *attribute, const char *text)
{
  return (Scanner){ compiler, record, attribute, text, text };
}

void scanner_space(Scanner *scanner)
{
  while (g_ascii_isspace(*scanner->at))
    scanner->at++;
}

bool scanner_take(Scanner *scanner, const char *token)
{
  if (!g_str_has_prefix(scanner->at, token))
    return false;
  scanner->at += strlen(token);
  return true;
}

static bool is_name_letter(char letter)
{
  return g_ascii_isalnum(letter) || letter == '-' || letter == '_';
}

bool scanner_keyword(Scanner *scanner, const char *word)
{
  gsize length = strlen(word);
  if (strncmp(scanner->at, word, length) != 0 || is_name_letter(scanner->at[length]))
    return false;
  scanner->at += length;
  scanner_space(scanner);
  return true;
}

char *scanner_name(Scanner *scanner)
{
  const char *from = scanner->at;
  while (is_name_letter(*scanner->at))
    scanner->at++;
  return scanner->at > from ? arena_strndup(scanner->compiler->arena, from, scanner->at - from) : NULL;
}

char *did_you_mean(const char *word, const GPtrArray *candidates)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add(names, g_ptr_array_index(candidates, i));
  g_ptr_array_add(names, NULL);
  const char *closest = text_closest(word, (const char *const *)names->pdata);
  return closest ? g_strdup_printf(" (did you mean '%s'?)", closest) : g_strdup("");
}

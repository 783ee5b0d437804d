/* Reading a layout: pointing at its faults, and the small steps of taking a text apart. */
#include "compose/language/compiler.h"
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

/* How far the scanner's text reaches in its source: to the quote that ends the attribute, or some way into the content.
 * 0: the attribute is not there, its text is what is meant without it. */
static gsize written_bytes(const Scanner *scanner, gsize offset)
{
  const Source *source = scanner->record->source;
  if (!scanner->attribute)
    return MIN(SEARCH_BYTES, source->length_bytes - offset);
  char quote = offset > 0 ? source->text[offset - 1] : '\0';
  const char *end = quote == '"' || quote == '\'' ? strchr(source->text + offset, quote) : NULL;
  return end ? (gsize)(end - (source->text + offset)) : 0;
}

/* Where the place `at` of the text was written: exactly, or by its next word when entities or runs stand before it. */
static gsize written_at(const Scanner *scanner, const char *at)
{
  gsize offset = record_offset(scanner->record, scanner->attribute);
  const char *written = scanner->record->source->text + offset;
  gsize length_bytes = written_bytes(scanner, offset), before = (gsize)(at - scanner->text);
  if (scanner->attribute && before <= length_bytes && memcmp(written, scanner->text, before) == 0)
    return offset + before;
  g_autofree char *word = g_strndup(at, MAX(strcspn(at, "}]"), 1));
  const char *found = *word ? g_strstr_len(written, (gssize)length_bytes, word) : NULL;
  return found ? offset + (gsize)(found - written) : offset;
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

bool scanner_ends(const Scanner *scanner)
{
  if (*scanner->at)
    scanner_fault(scanner, "L-PATH", scanner->at, "'%s' cannot follow a path: fields are separated by commas",
                  scanner->at);
  return *scanner->at == '\0';
}

char *scanner_name(Scanner *scanner)
{
  const char *from = scanner->at;
  while (is_name_letter(*scanner->at))
    scanner->at++;
  return scanner->at > from ? arena_strndup(scanner->compiler->arena, from, scanner->at - from) : NULL;
}

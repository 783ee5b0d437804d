/* The letters of XML's words with their places. */
#include "xml/letters.h"
#include "xml/tag.h"
#include <stdlib.h>
#include <string.h>

#define CDATA "<![CDATA["

static const char *here(const Letters *letters)
{
  return letters->source->text + letters->at;
}

static void skip_to(Letters *letters, const char *end)
{
  const char *found = strstr(here(letters), end);
  letters->at = found ? (gsize)(found - letters->source->text) + strlen(end) : letters->source->length_bytes;
}

/* Over a start tag, in whose values '>' may stand; true: the element is empty. */
static bool skip_start(Letters *letters)
{
  const char *at = here(letters);
  char quote = '\0';
  for (; *at && (quote || *at != '>'); at++)
    if (quote ? *at == quote : *at == '"' || *at == '\'')
      quote = quote ? '\0' : *at;
  letters->at = (gsize)(at - letters->source->text) + (*at == '>');
  return *at == '>' && at[-1] == '/';
}

/* One piece of mark-up at '<'. */
static void skip_markup(Letters *letters)
{
  const char *at = here(letters);
  if (g_str_has_prefix(at, "<!--")) {
    skip_to(letters, "-->");
  } else if (g_str_has_prefix(at, CDATA)) {
    letters->at += strlen(CDATA);
    letters->cdata = true;
  } else if (at[1] == '?') {
    skip_to(letters, "?>");
  } else if (at[1] == '/') {
    skip_to(letters, ">");
    letters->depth -= letters->depth > 0;
  } else if (!skip_start(letters)) {
    letters->depth++;
  }
}

Letters letters_of_element(const Source *source, gsize offset)
{
  Letters letters = { .source = source, .at = MIN(offset, source->length_bytes) };
  if (*here(&letters) == '<')
    skip_markup(&letters);
  return letters;
}

Letters letters_of_attribute(const Source *source, gsize tag_offset, const char *name)
{
  gsize value;
  if (!tag_attribute(source, tag_offset, name, &value))
    return (Letters){ .source = source, .at = tag_offset };
  return (Letters){ .source = source, .at = value, .depth = 1, .quote = source->text[value - 1] };
}

/* What an entity at '&' stands for; its length goes to ret_bytes. */
static gunichar entity_at(const char *at, gsize *ret_bytes)
{
  static const struct {
    const char *name;
    gunichar letter;
  } rows[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&apos;", '\'' } };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
    if (g_str_has_prefix(at, rows[i].name)) {
      *ret_bytes = strlen(rows[i].name);
      return rows[i].letter;
    }
  bool hex = at[1] == '#' && at[2] == 'x';
  char *end = (char *)at;
  unsigned long number = at[1] == '#' ? strtoul(at + (hex ? 3 : 2), &end, hex ? 16 : 10) : 0;
  if (*end != ';' || number == 0 || number > 0x10FFFF) {
    *ret_bytes = 1;
    return '&';
  }
  *ret_bytes = (gsize)(end + 1 - at);
  return (gunichar)number;
}

/* The letter there, whatever it is. */
static gunichar take(Letters *letters, gsize *ret_offset)
{
  const char *at = here(letters);
  gsize bytes;
  gunichar letter;
  *ret_offset = letters->at;
  if (*at == '&' && !letters->cdata) {
    letter = entity_at(at, &bytes);
  } else {
    letter = g_utf8_get_char(at);
    bytes = (gsize)(g_utf8_next_char(at) - at);
  }
  letters->at += bytes;
  return letter;
}

gunichar letters_next(Letters *letters, gsize *ret_offset)
{
  while (letters->depth > 0 && letters->at < letters->source->length_bytes) {
    const char *at = here(letters);
    if (letters->quote && *at == letters->quote) {
      letters->depth = 0;
    } else if (letters->cdata && g_str_has_prefix(at, "]]>")) {
      letters->at += strlen("]]>");
      letters->cdata = false;
    } else if (*at == '<' && !letters->cdata) {
      skip_markup(letters);
    } else {
      gunichar letter = take(letters, ret_offset);
      if (letter != ' ' && letter != '\n' && letter != '\t' && letter != '\r')
        return letter;
    }
  }
  return 0;
}

bool letters_child(const Source *source, gsize offset, const char *name, gsize *ret_offset)
{
  Letters letters = letters_of_element(source, offset);
  gsize length = strlen(name);
  while (letters.depth > 0 && letters.at < source->length_bytes) {
    const char *at = here(&letters);
    bool cdata = letters.cdata;
    if (!cdata && letters.depth == 1 && *at == '<' && strncmp(at + 1, name, length) == 0 &&
        strchr(" \t\r\n/>", at[1 + length])) {
      *ret_offset = letters.at;
      return true;
    }
    if (!cdata && *at == '<')
      skip_markup(&letters);
    else if (cdata && g_str_has_prefix(at, "]]>"))
      letters.cdata = false;
    else
      letters.at++;
  }
  return false;
}

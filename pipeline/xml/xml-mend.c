/* Mending: signs that should be escaped, tags that are misspelt or never closed. */
#include "xml/xml-mend.h"
#include <string.h>

static gsize name_length(const char *text, gsize length_bytes, gsize at)
{
  gsize n = 0;
  while (at + n < length_bytes && !strchr(" \t\r\n/>=<", text[at + n]))
    n++;
  return n;
}

/* Blanks from at to the '>' of the tag, line ends kept. */
static bool blank_tag(char *text, gsize length_bytes, gsize at)
{
  char *end = memchr(text + at, '>', length_bytes - at);
  if (!end)
    return false;
  for (char *p = text + at; p <= end; p++)
    if (*p != '\n')
      *p = ' ';
  return true;
}

/* Writes a name over a shorter or equal one; the rest of the old one's place is blank. */
static void rename_tag(char *text, gsize at, gsize room, const char *name, gsize n)
{
  memcpy(text + at, name, n);
  memset(text + at + n, ' ', room - n);
}

/* <commentry> ... </commentary>: both get the name that is longer in place. */
static bool mend_names(char *text, gsize length_bytes, gsize open, gsize close)
{
  gsize opened = name_length(text, length_bytes, open), closed = name_length(text, length_bytes, close);
  g_autofree char *first = g_strndup(text + open, opened), *second = g_strndup(text + close, closed);
  if (closed >= opened)
    rename_tag(text, close, closed, first, opened);
  else
    rename_tag(text, open, opened, second, closed);
  return true;
}

static bool mend_tag(char *text, gsize length_bytes, const XmlFault *fault)
{
  if (fault->open_offset == G_MAXSIZE || fault->open_offset >= fault->offset)
    return false;
  if (fault->closes_ancestor)
    return blank_tag(text, length_bytes, fault->open_offset);
  return mend_names(text, length_bytes, fault->open_offset + 1, fault->offset + 2);
}

/* number="<5": the sign itself, and not a tag before which a quote is missing. */
static bool is_less_than(const char *text, gsize length_bytes, gsize at)
{
  return text[at] == '<' && at + 1 < length_bytes && !g_ascii_isalpha(text[at + 1]) && !strchr("/!?_:", text[at + 1]);
}

bool xml_mend(char *text, gsize length_bytes, const XmlFault *fault)
{
  if (fault->offset >= length_bytes)
    return false;
  const char *end = memchr(text + fault->offset, ';', length_bytes - fault->offset);
  if (strcmp(fault->rule, "X-ENTITY") == 0 && text[fault->offset] == '&' && end) {
    memset(text + fault->offset, ' ', (gsize)(end + 1 - text) - fault->offset);
    return true;
  }
  if (strcmp(fault->rule, "X-AMP") == 0 && text[fault->offset] == '&') {
    text[fault->offset] = '-'; /* which a code may hold, too */
    return true;
  }
  if (strcmp(fault->rule, "X-LT") == 0 && text[fault->offset] == '<') {
    gsize next = fault->offset + 1, sign = next < length_bytes && text[next] == '=';
    bool figure = next + sign < length_bytes && g_ascii_isdigit(text[next + sign + strspn(text + next + sign, " ")]);
    memset(text + fault->offset, figure ? ' ' : '(', figure ? 1 + sign : 1); /* "<5" is 5 then */
    return true;
  }
  if (strcmp(fault->rule, "X-QUOTE") == 0 && is_less_than(text, length_bytes, fault->offset)) {
    text[fault->offset] = '(';
    return true;
  }
  return strcmp(fault->rule, "X-TAG") == 0 && mend_tag(text, length_bytes, fault);
}

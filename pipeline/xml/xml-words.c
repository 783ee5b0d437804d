/* Rewording of libxml2's messages, by its error code. */
#include "xml/xml-words.h"
#include <libxml/parserInternals.h>
#include <stdbool.h>
#include <string.h>

/* Messages that need nothing but the place. */
typedef struct {
  int code;
  const char *rule;
  const char *text;
} Plain;

#define FIRST_LINE "the first line must be <?xml version=\"1.0\" encoding=\"UTF-8\"?>"
#define CHARACTER "'&#' must be followed by the number of a character and ';'; to show the sign itself write &amp;#"

static const Plain plain[] = {
  { XML_ERR_DOCUMENT_END, "X-AFTER",
    "there is something after the end of the root element; a file holds one root element" },
  { XML_ERR_DOCUMENT_EMPTY, "X-SYNTAX", "there is no element in this file" },
  { XML_ERR_RESERVED_XML_NAME, "X-SYNTAX", "the line <?xml ...?> must be the very first thing in the file" },
  { XML_ERR_ATTRIBUTE_NOT_FINISHED, "X-QUOTE", "the quote that ends an attribute's value is missing" },
  { XML_ERR_LT_IN_ATTRIBUTE, "X-QUOTE", "'<' in an attribute's value: a quote is missing before it, or write &lt;" },
  { XML_ERR_HYPHEN_IN_COMMENT, "X-SYNTAX", "a comment may not hold '--'" },
  { XML_ERR_COMMENT_NOT_FINISHED, "X-END", "a comment is not ended by '-->'" },
  { XML_ERR_CDATA_NOT_FINISHED, "X-END", "a CDATA section is not ended by ']]>'" },
  { XML_ERR_PI_NOT_FINISHED, "X-END", "'<?' is not ended by '?>'" },
  { XML_ERR_MISPLACED_CDATA_END, "X-SYNTAX", "']]>' must be written ]]&gt;" },
  { XML_ERR_PI_NOT_STARTED, "X-SYNTAX",
    "'<?' begins the first line of a file alone; to show the sign itself write &lt;?" },
  { XML_ERR_VERSION_MISSING, "X-SYNTAX", FIRST_LINE },
  { XML_ERR_EQUAL_REQUIRED, "X-SYNTAX", FIRST_LINE },
  { XML_ERR_STRING_NOT_STARTED, "X-SYNTAX", FIRST_LINE },
  { XML_ERR_STRING_NOT_CLOSED, "X-SYNTAX", FIRST_LINE },
  { XML_ERR_STANDALONE_VALUE, "X-SYNTAX", FIRST_LINE },
  { XML_ERR_XMLDECL_NOT_STARTED, "X-SYNTAX", FIRST_LINE },
  { XML_ERR_XMLDECL_NOT_FINISHED, "X-SYNTAX", FIRST_LINE },
  { XML_ERR_INVALID_HEX_CHARREF, "X-AMP", CHARACTER },
  { XML_ERR_INVALID_DEC_CHARREF, "X-AMP", CHARACTER },
  { XML_ERR_INVALID_CHARREF, "X-AMP", CHARACTER },
  { XML_NS_ERR_ATTRIBUTE_REDEFINED, "X-TWICE", "an attribute is given twice in one tag, under two prefixes" },
  { XML_NS_ERR_QNAME, "X-PREFIX", "a name here begins or ends with a colon, or has two; remove the colon" },
  { XML_NS_ERR_COLON, "X-PREFIX", "a name here begins or ends with a colon, or has two; remove the colon" },
  { XML_NS_ERR_XML_NAMESPACE, "X-PREFIX", "a name that begins with xmlns: is not needed here; remove it" },
  { XML_NS_ERR_EMPTY, "X-PREFIX", "a name that begins with xmlns: is not needed here; remove it" },
};

void xml_words_clear(XmlWords *words)
{
  g_free(words->text);
}

static void say(XmlWords *words, const char *rule, gsize offset, char *text)
{
  words->rule = rule;
  words->offset = offset;
  words->text = text;
}

/* The nearest sign before at. */
static gsize sign_before(const Source *source, char sign, gsize at)
{
  const char *found = at > 0 ? memrchr(source->text, sign, at) : NULL;
  return found ? (gsize)(found - source->text) : at;
}

/* A name was expected: nearly always an '&' or a '<' that is meant as such. */
static void name_required(XmlWords *words, const Source *source, gsize at)
{
  char before = at > 0 ? source->text[at - 1] : '\0';
  if (before == '&')
    say(words, "X-AMP", at - 1, g_strdup("'&' must be written &amp;"));
  else if (before == '<')
    say(words, "X-LT", at - 1, g_strdup("'<' must begin a tag; to show the sign itself write &lt;"));
  else
    say(words, "X-SYNTAX", at, g_strdup("a name is missing here"));
}

/* “ ” „ ‘ ’ and the like, which word processors put in the place of straight quotes. */
static bool is_curly(const char *at)
{
  return at[0] == '\xe2' && at[1] == '\x80' && at[2] >= '\x98' && at[2] <= '\x9f';
}

static void curly(XmlWords *words, const Source *source, gsize at)
{
  say(words, "X-QUOTE", at,
      g_strdup_printf("'%.3s' is a curly quote: type straight quotes, name=\"value\"", source->text + at));
}

/* A value that does not begin with a quote. */
static void not_started(XmlWords *words, const Source *source, gsize at)
{
  if (at + 2 < source->length_bytes && is_curly(source->text + at))
    curly(words, source, at);
  else
    say(words, "X-QUOTE", at, g_strdup("an attribute's value must be in quotes: name=\"value\""));
}

/* Something follows a value at once: it ended too early, or went on beyond a curly quote that was meant to end it. */
static void space_required(XmlWords *words, const Source *source, gsize at)
{
  gsize end = sign_before(source, '"', at), start = sign_before(source, '"', end);
  for (gsize i = start; i + 2 < end; i++)
    if (is_curly(source->text + i) && !memchr(source->text + start, '\n', end - start)) {
      curly(words, source, i);
      return;
    }
  say(words, "X-QUOTE", at, g_strdup("a space is missing here, or a value holds a quote (write &quot;)"));
}

/* The name in the tag that begins there, with its prefix. Caller frees. */
static char *name_at(const Source *source, gsize at)
{
  const char *name = source->text + at + 1, *end = source->text + source->length_bytes;
  name += name < end && *name == '/';
  const char *stop = name;
  while (stop < end && !strchr(" \t\r\n/><", *stop))
    stop++;
  return g_strndup(name, (gsize)(stop - name));
}

static void mismatch(XmlWords *words, const xmlError *error, const Source *source, gsize at, gsize open_offset)
{
  Place open = source_place(source, open_offset);
  if (strcmp(error->str1, "br") == 0) {
    say(words, "X-TAG", sign_before(source, '<', at),
        g_strdup_printf("</%s> found, but <br> of line %u is not closed: write <br/>", error->str2, open.line));
    return;
  }
  gsize start = sign_before(source, '<', at);
  bool alike = strcmp(error->str1, error->str2) == 0 && open_offset < source->length_bytes; /* but for a prefix */
  g_autofree char *found = alike ? name_at(source, start) : g_strdup(error->str2);
  g_autofree char *opened = alike ? name_at(source, open_offset) : g_strdup(error->str1);
  say(words, "X-TAG", start,
      g_strdup_printf("</%s> found where </%s> (opened on line %u) should be", found, opened, open.line));
}

static void not_finished(XmlWords *words, const xmlError *error, const Source *source, gsize open_offset)
{
  Place open = source_place(source, open_offset);
  say(words, "X-END", source->length_bytes,
      g_strdup_printf("the file ends before <%s> (opened on line %u) is closed; is it cut short?", error->str1,
                      open.line));
}

/* What has no words of its own here: never libxml2's, which are made for programmers. */
static void other_words(XmlWords *words, const xmlError *error, gsize at)
{
  if (error->message && strstr(error->message, "Excessive depth"))
    say(words, "X-DEPTH", at, g_strdup("elements are nested more than 256 deep"));
  else if (error->message && strstr(error->message, "too long"))
    say(words, "X-SYNTAX", at, g_strdup("a name is too long"));
  else
    say(words, "X-SYNTAX", at,
        g_strdup("this cannot be read as XML: look at this place, and at the tags just before it"));
}

/* "<5" in quotes: an officer's target. False: a quote is missing. */
static bool less_than(XmlWords *words, const Source *source, gsize at)
{
  const char *sign = source->text + at, *figure = sign + 1 + (sign[1] == '=');
  figure += strspn(figure, " ");
  gsize digits = strspn(figure, "0123456789.,");
  if (sign[0] != '<' || digits == 0 || figure[strcspn(figure, "\"'<>\n")] != '"')
    return false;
  say(words, "X-LT", at,
      g_strdup_printf("'<' in an attribute's value must be written &lt;; a target of less is number=\"%.*s\" "
                      "bound=\"%s\", a figure "
                      "that may not be shown is state=\"suppressed\"",
                      (int)digits, figure, sign[1] == '=' ? "at-most" : "below"));
  return true;
}

static bool plain_words(XmlWords *words, int code, gsize at)
{
  for (guint i = 0; i < G_N_ELEMENTS(plain); i++)
    if (plain[i].code == code) {
      say(words, plain[i].rule, at, g_strdup(plain[i].text));
      return true;
    }
  return false;
}

void xml_words_init(XmlWords *words, const xmlError *error, const Source *source, gsize at, gsize open_offset)
{
  switch (error->code) {
  case XML_ERR_TAG_NAME_MISMATCH:
    mismatch(words, error, source, at, open_offset);
    return;
  case XML_ERR_TAG_NOT_FINISHED:
    not_finished(words, error, source, open_offset);
    return;
  case XML_ERR_UNDECLARED_ENTITY:
    say(words, "X-ENTITY", sign_before(source, '&', at),
        g_strdup_printf("&%s; is not known here; type the character itself", error->str1));
    return;
  case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    say(words, "X-AMP", sign_before(source, '&', at), g_strdup("'&' must be written &amp;"));
    return;
  case XML_ERR_NAME_REQUIRED:
    name_required(words, source, at);
    return;
  case XML_ERR_ATTRIBUTE_NOT_STARTED:
    not_started(words, source, at);
    return;
  case XML_ERR_SPACE_REQUIRED:
    space_required(words, source, at);
    return;
  case XML_ERR_GT_REQUIRED:
    say(words, "X-SYNTAX", sign_before(source, '<', at), g_strdup("this tag is not ended by '>'"));
    return;
  case XML_ERR_ATTRIBUTE_REDEFINED:
    say(words, "X-TWICE", sign_before(source, '<', at),
        g_strdup_printf("attribute '%s' is given twice in one tag", error->str1));
    return;
  case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
    say(words, "X-QUOTE", at,
        g_strdup_printf("'%s' has no value; write %s=\"...\", or end the tag with '>' before it", error->str1,
                        error->str1));
    return;
  case XML_ERR_INVALID_CHAR:
    if (at > 0 && source->text[at - 1] == ';') /* written as a number */
      at = sign_before(source, '&', at);
    say(words, "X-CHAR", at, g_strdup_printf("character U+%04X is not allowed in XML; delete it", (guint)error->int1));
    return;
  case XML_NS_ERR_UNDEFINED_NAMESPACE:
    say(words, "X-PREFIX", sign_before(source, '<', at),
        g_strdup("a name with a prefix ('x:name') is not known here; remove the prefix"));
    return;
  case XML_ERR_LT_IN_ATTRIBUTE:
    if (less_than(words, source, at))
      return;
    plain_words(words, error->code, at);
    return;
  default:
    if (!plain_words(words, error->code, at))
      other_words(words, error, at);
  }
}

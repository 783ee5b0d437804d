/* Gate 1 of reading: kinds of files that are not XML, encodings, zero bytes, tags made to exhaust the parser. */
#include "xml/bytes.h"
#include "xml/tag.h"
#include <string.h>

enum { COMMENT_MAX_HYPHENS = 64 };

typedef struct {
  const char *start; /* first bytes of the file */
  gsize length_bytes;
  const char *rule;
  const char *text;
} Kind;

static const Kind kinds[] = {
  { "PK\003\004", 4, "F-ZIP", "this is a zip or Excel file, not XML; save it as XML or fill in the XML form" },
  { "PK\005\006", 4, "F-ZIP", "this is an empty zip file, not XML" },
  { "\x1F\x8B", 2, "F-GZIP", "this is a compressed (gzip) file; unpack it first" },
  { "\xD0\xCF\x11\xE0", 4, "F-NOTXML", "this is an old Excel or Word file, or one with a password, not XML" },
  { "%PDF", 4, "F-NOTXML",
    "this is a PDF file, not XML; a PDF of others is held against a plan and its return: give it with them, as 'qmr "
    "report --also FILE.pdf', or put it into papers/PERIOD/ of the council's folder" },
  { "\xFF\xFE", 2, "F-ENC", "the file is saved as UTF-16 ('Unicode'): save it again as UTF-8" },
  { "\xFE\xFF", 2, "F-ENC", "the file is saved as UTF-16 ('Unicode'): save it again as UTF-8" },
  { "<\0", 2, "F-ENC", "the file is saved as UTF-16 ('Unicode'): save it again as UTF-8" },
  { "\0<", 2, "F-ENC", "the file is saved as UTF-16 ('Unicode'): save it again as UTF-8" },
};

static bool check_kind(const char *path, const char *bytes, gsize length_bytes, DiagList *diags)
{
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
    const Kind *kind = &kinds[i];
    if (length_bytes >= kind->length_bytes && memcmp(bytes, kind->start, kind->length_bytes) == 0) {
      diag_file(diags, kind->rule, path, "%s", kind->text);
      return false;
    }
  }
  if (memchr(bytes, '\0', length_bytes)) {
    diag_file(diags, "F-NUL", path, "the file holds a zero byte; it is damaged or not text");
    return false;
  }
  return true;
}

/* The value of version or encoding in the XML declaration, or NULL; caller frees. */
static char *declared(const Source *source, const char *name, gsize *ret_offset)
{
  if (!g_str_has_prefix(source->text, "<?xml") || !strchr(" \t\r\n", source->text[5]) ||
      !tag_attribute(source, 0, name, ret_offset))
    return NULL;
  const char *value = source->text + *ret_offset;
  return g_strndup(value, strcspn(value, "'\""));
}

static bool check_declaration(const Source *source, DiagList *diags)
{
  gsize offset;
  g_autofree char *version = declared(source, "version", &offset);
  if (version && strcmp(version, "1.0") != 0) {
    diag_at(diags, "X-VERSION", source, offset, "XML version '%.10s' is not accepted; write version=\"1.0\"", version);
    return false;
  }
  g_autofree char *encoding = declared(source, "encoding", &offset);
  if (encoding && g_ascii_strcasecmp(encoding, "UTF-8") != 0) {
    diag_at(diags, "F-ENC", source, offset,
            "encoding '%.40s' is not accepted: save the file as UTF-8 and write encoding=\"UTF-8\"", encoding);
    return false;
  }
  return true;
}

static bool is_ascii_near(const char *bad)
{
  return g_ascii_isprint(bad[1]) || bad[1] == '\0' || g_ascii_isspace(bad[1]);
}

/* Bytes that are not UTF-8: told from a copy in which they are replaced, so that the line can be shown. */
static void tell_utf8(const char *path, const char *bytes, gsize length_bytes, const char *bad, DiagList *diags)
{
  g_autofree char *shown = g_utf8_make_valid(bytes, (gssize)length_bytes);
  Source source = { (char *)path, shown, strlen(shown) };
  if (!check_declaration(&source, diags))
    return;
  diag_at(diags, "F-UTF8", &source, (gsize)(bad - bytes), "byte 0x%02X is not UTF-8; %s: save it again as UTF-8",
          (guint)(guchar)*bad,
          is_ascii_near(bad) ? "the file looks saved as Windows-1252 ('ANSI')"
                             : "the file is damaged or in another encoding");
}

/* Number of attributes of the tag at `at`, counted up to one more than the limit; *ret_end is where to look on. Counted
 * even inside comments: whatever the parser may take for a start tag begins at a '<' and is counted here. */
static guint count_attributes(const char *at, const char **ret_end)
{
  guint n = 0;
  for (at++; *at && *at != '<' && *at != '>' && n <= BYTES_MAX_ATTRIBUTES; at++) {
    if (*at != '=')
      continue;
    const char *quote = at + 1 + strspn(at + 1, " \t\r\n");
    if (*quote != '"' && *quote != '\'')
      continue;
    n++;
    const char stops[] = { *quote, '<', '\0' };
    at = quote + 1 + strcspn(quote + 1, stops);
    if (*at != *quote)
      break;
  }
  *ret_end = at;
  return n;
}

/* The parser's time grows with the square of the attributes of one tag. */
static bool check_attributes(const Source *source, DiagList *diags)
{
  const char *at = source->text;
  while ((at = strchr(at, '<'))) {
    const char *end;
    if (count_attributes(at, &end) > BYTES_MAX_ATTRIBUTES) {
      diag_at(diags, "F-ATTRS", source, (gsize)(at - source->text), "a tag has more than %d attributes",
              BYTES_MAX_ATTRIBUTES);
      return false;
    }
    at = end;
  }
  return true;
}

/* "--" in a comment is one fault for us; the parser copies the comment for each. Looked for in whatever it may take for
 * a comment, wherever that stands. */
static bool check_comments(const Source *source, DiagList *diags)
{
  for (const char *at = source->text; (at = strstr(at, "<!--"));) {
    const char *first = NULL;
    at += strlen("<!--");
    for (guint n = 0; (at = strstr(at, "--")) && at[2] != '>'; at += 2) {
      first = first ? first : at;
      if (++n > COMMENT_MAX_HYPHENS) {
        diag_at(diags, "X-SYNTAX", source, (gsize)(first - source->text), "a comment may not hold '--'");
        return false;
      }
    }
    if (!at)
      return true;
  }
  return true;
}

bool bytes_check(const char *path, char *bytes, gsize length_bytes, Source *ret_source, DiagList *diags)
{
  if (!check_kind(path, bytes, length_bytes, diags))
    return false;
  const char *bad;
  if (!g_utf8_validate_len(bytes, length_bytes, &bad)) {
    tell_utf8(path, bytes, length_bytes, bad, diags);
    return false;
  }
  gsize mark = g_str_has_prefix(bytes, "\xEF\xBB\xBF") ? 3 : 0;
  *ret_source = (Source){ (char *)path, bytes + mark, length_bytes - mark };
  const char *first = ret_source->text + strspn(ret_source->text, " \t\r\n");
  if (!*first) {
    diag_file(diags, "F-EMPTY", path, "the file is empty");
    return false;
  }
  if (*first != '<') {
    diag_at(diags, "F-NOTXML", ret_source, (gsize)(first - ret_source->text),
            "the file is not XML: it must begin with '<'");
    return false;
  }
  return check_declaration(ret_source, diags) && check_attributes(ret_source, diags) &&
         check_comments(ret_source, diags);
}

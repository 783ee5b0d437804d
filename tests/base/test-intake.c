/* The three gates of reading: hostile and clumsy files, each with the message it must get. */
#include "testing.h"

#include "record/record-read.h"
#include "sample.h"
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const Spec *const submitted[] = { &plan_spec, NULL }, *const ours[] = { &made_spec, NULL };
static const Spec *const *specs = submitted;

/* What is printed of bytes; *ret_read says whether something could be read. */
static char *messages_of(const char *bytes, gsize length, bool *ret_read)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  *ret_read = record_read_memory(arena, "p.xml", bytes, length, specs, diags) != NULL;
  diag_sort(diags);
  GString *out = g_string_new(NULL);
  diag_print_text(diags, out);
  return g_string_free(out, FALSE);
}

static void check_bytes(const char *bytes, gsize length, const char *expected)
{
  bool read;
  g_autofree char *messages = messages_of(bytes, length, &read);
  assert_string_equal(messages, expected);
}

static void check(const char *text, const char *expected)
{
  check_bytes(text, strlen(text), expected);
}

/* The first line of the messages, for files whose excerpt would be long. */
static void check_first(const char *text, gsize length, const char *expected)
{
  bool read;
  g_autofree char *messages = messages_of(text, length, &read);
  *strchrnul(messages, '\n') = '\0';
  assert_string_equal(messages, expected);
}

/* Among others, which are told of the fields behind the fault. */
static void check_tells(const char *text, const char *expected)
{
  bool read;
  g_autofree char *messages = messages_of(text, strlen(text), &read);
  assert_false(read);
  if (!strstr(messages, expected))
    fail_msg("no '%s' in\n%s", expected, messages);
}

#define BYTES(literal_) literal_, sizeof(literal_) - 1

static void test_not_xml(void **state)
{
  (void)state;
  check("", "p.xml: error: the file is empty [F-EMPTY]\n");
  check(" \n\t\n", "p.xml: error: the file is empty [F-EMPTY]\n");
  check("\xEF\xBB\xBF", "p.xml: error: the file is empty [F-EMPTY]\n");
  check_bytes(BYTES("PK\003\004rest"),
              "p.xml: error: this is a zip or Excel file, not XML; save it as XML or fill in the XML form [F-ZIP]\n");
  check_bytes(BYTES("\x1F\x8B\x08\0"), "p.xml: error: this is a compressed (gzip) file; unpack it first [F-GZIP]\n");
  check_bytes(BYTES("\xD0\xCF\x11\xE0"),
              "p.xml: error: this is an old Excel or Word file, or one with a password, not XML [F-NOTXML]\n");
  check_bytes(BYTES("%PDF-1.4"),
              "p.xml: error: this is a PDF file, not XML; a PDF of others is held against a plan and its "
              "return: give it with them, as 'qmr report --also FILE.pdf', or put it into papers/PERIOD/ of the "
              "council's folder [F-NOTXML]\n");
  check("\n  milestones,due\n", "p.xml:2:3: error: the file is not XML: it must begin with '<' [F-NOTXML]\n"
                                "    |   milestones,due\n"
                                "    |   ^\n");
}

static void test_encodings(void **state)
{
  (void)state;
  const char utf16[] = "p.xml: error: the file is saved as UTF-16 ('Unicode'): save it again as UTF-8 [F-ENC]\n";
  check_bytes(BYTES("\xFF\xFE<\0p\0"), utf16);
  check_bytes(BYTES("\xFE\xFF\0<\0p"), utf16);
  check_bytes(BYTES("<\0p\0l\0"), utf16);
  check_bytes(BYTES("<plan\0>"), "p.xml: error: the file holds a zero byte; it is damaged or not text [F-NUL]\n");
  check_bytes(BYTES("<plan/>\0\0"), "p.xml: error: the file holds a zero byte; it is damaged or not text [F-NUL]\n");
  check(
      "<plan>\nCaf\xE9 au lait</plan>",
      "p.xml:2:4: error: byte 0xE9 is not UTF-8; the file looks saved as Windows-1252 ('ANSI'): save it again as UTF-8 "
      "[F-UTF8]\n"
      "    | Caf\xEF\xBF\xBD au lait</plan>\n"
      "    |    ^\n");
  check("<plan>\xC0\xAF</plan>",
        "p.xml:1:7: error: byte 0xC0 is not UTF-8; the file is damaged or in another encoding: save it again as UTF-8 "
        "[F-UTF8]\n"
        "    | <plan>\xEF\xBF\xBD\xEF\xBF\xBD</plan>\n"
        "    |       ^\n");
  check("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<plan>\xA3</plan>",
        "p.xml:1:31: error: encoding 'ISO-8859-1' is not accepted: save the file as UTF-8 and write encoding=\"UTF-8\" "
        "[F-ENC]\n"
        "    | <?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n"
        "    |                               ^\n");
  check("<?xml version='1.0' encoding='UTF-7'?><plan/>", "p.xml:1:31: error: encoding 'UTF-7' is not accepted: save "
                                                         "the file as UTF-8 and write encoding=\"UTF-8\" [F-ENC]\n"
                                                         "    | <?xml version='1.0' encoding='UTF-7'?><plan/>\n"
                                                         "    |                               ^\n");
  check("<?xml version=\"1.1\"?><plan/>",
        "p.xml:1:16: error: XML version '1.1' is not accepted; write version=\"1.0\" [X-VERSION]\n"
        "    | <?xml version=\"1.1\"?><plan/>\n"
        "    |                ^\n");
}

static void test_clean(void **state)
{
  (void)state;
  check("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<plan xmlns=\"urn:qmr:1\" format=\"1.0\" "
        "code=\"HP\">\r\n"
        "</plan>\r\n",
        "");
  check("<plan xmlns=\"urn:qmr:1\" format=\"1.0\" code=\"HP\" xml:lang=\"en\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:qmr:1 plan.xsd\"/>",
        "");
  check("<q:plan xmlns:q=\"urn:qmr:1\" format=\"1.0\" code=\"HP\"><q:summary>a<q:b>b</q:b></q:summary></q:plan>", "");
}

static void test_doctype(void **state)
{
  (void)state;
  check("<?xml version=\"1.0\"?>\n<!DOCTYPE plan [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<plan>&e;</plan>",
        "p.xml:2:1: error: DOCTYPE is not allowed; remove the <!DOCTYPE ...> line [F-DOCTYPE]\n"
        "    | <!DOCTYPE plan [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n"
        "    | ^\n");
  check("<!DOCTYPE plan SYSTEM \"http://example.org/plan.dtd\"><plan/>",
        "p.xml:1:1: error: DOCTYPE is not allowed; remove the <!DOCTYPE ...> line [F-DOCTYPE]\n"
        "    | <!DOCTYPE plan SYSTEM \"http://example.org/plan.dtd\"><plan/>\n"
        "    | ^\n");
  check_tells("<plan>&nbsp;</plan>",
              "p.xml:1:7: error: &nbsp; is not known here; type the character itself [X-ENTITY]\n"
              "    | <plan>&nbsp;</plan>\n"
              "    |       ^\n");
}

static void test_malformed(void **state)
{
  (void)state;
  check_tells("<plan>\n  <status>\n  grean</statu>\n</plan>",
              "p.xml:3:8: error: </statu> found where </status> (opened on line 2) should be [X-TAG]\n"
              "    |   grean</statu>\n"
              "    |        ^\n");
  check("<plan>\n<milestone>\n",
        "p.xml:3:1: error: the file ends before <milestone> (opened on line 2) is closed; is it cut short? [X-END]\n");
  check("<plan>\n<milestone due=\"2010",
        "p.xml:2:21: error: the quote that ends an attribute's value is missing [X-QUOTE]\n"
        "    | <milestone due=\"2010\n"
        "    |                     ^\n");
  check_tells("<plan>health & safety</plan>", "p.xml:1:14: error: '&' must be written &amp; [X-AMP]\n"
                                              "    | <plan>health & safety</plan>\n"
                                              "    |              ^\n");
  check_tells("<plan>R&D here</plan>", "p.xml:1:8: error: '&' must be written &amp; [X-AMP]\n"
                                       "    | <plan>R&D here</plan>\n"
                                       "    |        ^\n");
  check_tells("<plan>under < 5 days</plan>",
              "p.xml:1:13: error: '<' must begin a tag; to show the sign itself write &lt; [X-LT]\n"
              "    | <plan>under < 5 days</plan>\n"
              "    |             ^\n");
  check("<plan code=HP/>", "p.xml:1:12: error: an attribute's value must be in quotes: name=\"value\" [X-QUOTE]\n"
                           "    | <plan code=HP/>\n"
                           "    |            ^\n");
  check("<plan code='a' code='b'/>", "p.xml:1:1: error: attribute 'code' is given twice in one tag [X-TWICE]\n"
                                     "    | <plan code='a' code='b'/>\n"
                                     "    | ^\n");
  check("<plan/>\n<plan/>",
        "p.xml:2:1: error: there is something after the end of the root element; a file holds one root element "
        "[X-AFTER]\n"
        "    | <plan/>\n"
        "    | ^\n");
  check("<plan>\x01</plan>", "p.xml:1:7: error: character U+0001 is not allowed in XML; delete it [X-CHAR]\n"
                             "    | <plan>\xEF\xBF\xBD</plan>\n"
                             "    |       ^\n");
  check("<plan>&#0;</plan>", "p.xml:1:7: error: character U+0000 is not allowed in XML; delete it [X-CHAR]\n"
                             "    | <plan>&#0;</plan>\n"
                             "    |       ^\n");
  check("<x:plan/>",
        "p.xml:1:1: error: a name with a prefix ('x:name') is not known here; remove the prefix [X-PREFIX]\n"
        "    | <x:plan/>\n"
        "    | ^\n");
  check("<plan><!-- a comment </plan>", "p.xml:1:29: error: a comment is not ended by '-->' [X-END]\n"
                                        "    | <plan><!-- a comment </plan>\n"
                                        "    |                             ^\n");
  check("\n<?xml version=\"1.0\"?><plan/>",
        "p.xml:2:6: error: the line <?xml ...?> must be the very first thing in the file [X-SYNTAX]\n"
        "    | <?xml version=\"1.0\"?><plan/>\n"
        "    |      ^\n");
}

/* "start" + "part" repeated + "end"; caller frees. */
static GString *repeated(const char *start, const char *part, guint n, const char *end)
{
  GString *text = g_string_new(start);
  for (guint i = 0; i < n; i++)
    g_string_append(text, part);
  return g_string_append(text, end);
}

static void test_exhausting(void **state)
{
  (void)state;
  g_autoptr(GString) attributes = g_string_new("<plan\n ");
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf(attributes, " a%u='1'", i);
  g_string_append(attributes, "/>");
  check_first(attributes->str, attributes->len, "p.xml:1:1: error: a tag has more than 64 attributes [F-ATTRS]");
  g_autoptr(GString) hidden = repeated("<plan><?1 <x", " a='>' b=\">\" c = '/>'", 40, "/> ?></plan>");
  check_first(hidden->str, hidden->len, "p.xml:1:11: error: a tag has more than 64 attributes [F-ATTRS]");
  g_autoptr(GString) nodes = repeated("<plan xmlns='urn:qmr:1' format='1.0' code='HP'>", "<x/>", 600000, "</plan>");
  check_first(nodes->str, nodes->len, "p.xml:1:2000036: error: more than 500,000 elements and attributes [F-COUNT]");
  g_autoptr(GString) deep = repeated("", "<plan>", 100000, "");
  check_first(deep->str, deep->len, "p.xml:1:1543: error: elements are nested more than 256 deep [X-DEPTH]");
  g_autoptr(GString) large = repeated("<plan>", "0123456789abcdef", 1024 * 1024, "</plan>");
  check_first(large->str, large->len, "p.xml: error: is 16.8 MB; the largest file accepted is 16 MB [F-SIZE]");
  g_autoptr(GString) many = repeated("<plan xmlns='urn:qmr:1' format='1.0' code='HP'>\n", "<x/>\n", 100000, "</plan>");
  bool read;
  g_autofree char *messages = messages_of(many->str, many->len, &read);
  assert_true(read);
  assert_true(g_str_has_suffix(messages, "p.xml: note: ... and 99950 more errors [F-MORE]\n"));
}

/* The message about a path; the folder's name is cut off. */
static void check_path(const char *folder, const char *name, const char *expected)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(folder, name, NULL);
  assert_null(record_read_file(arena, path, &plan_spec, diags, &error));
  g_autoptr(GString) out = g_string_new(error ? error->message : NULL);
  diag_print_text(diags, out);
  g_string_replace(out, folder, "", 0);
  assert_string_equal(out->str, expected);
}

static void test_kinds_of_files(void **state)
{
  (void)state;
  g_autofree char *folder = g_dir_make_tmp("qmr-intake-XXXXXX", NULL);
  g_autofree char *fifo = g_build_filename(folder, "fifo", NULL), *sparse = g_build_filename(folder, "sparse", NULL);
  assert_int_equal(mkfifo(fifo, 0600), 0);
  int fd = open(sparse, O_WRONLY | O_CREAT, 0600);
  assert_true(fd >= 0);
  assert_int_equal(ftruncate(fd, 3000000000), 0);
  close(fd);
  check_path(folder, "fifo", "/fifo: error: is not an ordinary file (it is a pipe or a device) [F-KIND]\n");
  check_path(folder, "sparse", "/sparse: error: is 3000.0 MB; the largest file accepted is 16 MB [F-SIZE]\n");
  check_path(folder, "", ": error: is not an ordinary file (it is a folder) [F-KIND]\n");
  check_path(folder, "missing", "cannot read /missing: No such file or directory");
  g_unlink(fifo);
  g_unlink(sparse);
  g_rmdir(folder);
}

#define PLAN_START "<plan xmlns='urn:qmr:1' format='1.0' code='HP'>\n"
#define PLAN(inside_) PLAN_START inside_ "\n</plan>"

static void test_root(void **state)
{
  (void)state;
  check("<plam xmlns='urn:qmr:1' format='1.0'/>",
        "p.xml:1:1: error: <plam> is not a kind of file known here (did you mean <plan>?) [S-ROOT]\n"
        "    | <plam xmlns='urn:qmr:1' format='1.0'/>\n"
        "    | ^\n");
  check("<return/>", "p.xml:1:1: error: the file holds <return>; expected here: <plan> [S-ROOT]\n"
                     "    | <return/>\n"
                     "    | ^\n");
  check("<plan code='HP'/>", "p.xml:1:1: error: <plan> lacks format=\"1.0\" [S-FORMAT]\n"
                             "    | <plan code='HP'/>\n"
                             "    | ^\n"
                             "p.xml:1:1: error: <plan> lacks xmlns=\"urn:qmr:1\" [S-NAMESPACE]\n"
                             "    | <plan code='HP'/>\n"
                             "    | ^\n");
  check("<plan xmlns='urn:qmr:2' format='2.0' code='HP'/>",
        "p.xml:1:14: error: this file is made for a newer version (urn:qmr:2; this program reads urn:qmr:1) "
        "[S-NAMESPACE]\n"
        "    | <plan xmlns='urn:qmr:2' format='2.0' code='HP'/>\n"
        "    |              ^\n"
        "p.xml:1:33: error: format '2.0' is made for a newer version; this program reads 1.0 [S-FORMAT]\n"
        "    | <plan xmlns='urn:qmr:2' format='2.0' code='HP'/>\n"
        "    |                                 ^\n");
}

static void test_structure(void **state)
{
  (void)state;
  check(PLAN("<milestone ownr='x' cod='HP1' due='2010-03-31'><titel>t</titel></milestone>"),
        "p.xml:2:12: error: milestone: attribute 'ownr' is not known here (known: due, code, period, target, unit, "
        "flags, "
        "count, key, areas); no report shows what it says: 'x' [S-ATTR]\n"
        "    | <milestone ownr='x' cod='HP1' due='2010-03-31'><titel>t</titel></milestone>\n"
        "    |            ^\n"
        "p.xml:2:21: error: milestone: attribute 'cod' is not known here (did you mean 'code'?) [S-ATTR]\n"
        "    | <milestone ownr='x' cod='HP1' due='2010-03-31'><titel>t</titel></milestone>\n"
        "    |                     ^\n"
        "p.xml:2:48: error: milestone: <titel> is not known here (did you mean <title>?) [S-ELEMENT]\n"
        "    | <milestone ownr='x' cod='HP1' due='2010-03-31'><titel>t</titel></milestone>\n"
        "    |                                                ^\n");
  check(PLAN("<milestone code='HP1' title='t'/>"),
        "p.xml:2:1: error: milestone HP1: due date is missing (attribute 'due') [S-MISSING]\n"
        "    | <milestone code='HP1' title='t'/>\n"
        "    | ^\n"
        "p.xml:2:23: error: milestone HP1: 'title' is an element here, not an attribute: write <title>...</title> "
        "[S-ATTR]\n"
        "    | <milestone code='HP1' title='t'/>\n"
        "    |                       ^\n");
  check(PLAN("<note>n</note>\n<summary>s</summary>\n<aside>a</aside>\n<aside>b</aside>\nlost words\n<note/>"),
        "p.xml:2:1: error: plan HP: <note> must come after <aside> [S-ORDER]\n"
        "    | <note>n</note>\n"
        "    | ^\n"
        "p.xml:5:1: error: plan HP: <aside> may be given only once (first on line 4); no report shows what it says: "
        "'b' [S-TWICE]\n"
        "    | <aside>b</aside>\n"
        "    | ^\n"
        "p.xml:6:1: error: plan HP: text 'lost words' may not stand here, only elements [S-TEXT]\n"
        "    | lost words\n"
        "    | ^\n"
        "p.xml:7:1: error: note: words is empty [V-EMPTY]\n"
        "    | <note/>\n"
        "    | ^\n");
  check(PLAN("<thing code='A'/><thing code='B'/>\n<thing code='A'/><note xml:id='a'>n</note>"),
        "p.xml:3:14: error: thing A: code 'A' is used twice (first on line 2) [R-DUPLICATE]\n"
        "    | <thing code='A'/><note xml:id='a'>n</note>\n"
        "    |              ^\n"
        "p.xml:3:24: error: note: attribute 'xml:id' is not known here (no attributes may stand here); no report shows "
        "what it says: 'a' [S-ATTR]\n"
        "    | <thing code='A'/><note xml:id='a'>n</note>\n"
        "    |                        ^\n");
  check(PLAN("<x xmlns='urn:other'/>"),
        "p.xml:2:1: error: plan HP: <x> has another xmlns than the file; remove it [S-ELEMENT]\n"
        "    | <x xmlns='urn:other'/>\n"
        "    | ^\n");
}

/* The one message about a milestone with the given attribute. */
static void check_value(const char *attribute, const char *expected)
{
  g_autofree char *text = g_strdup_printf(PLAN("<milestone %s code='HP1'%s><title>t</title></milestone>"), attribute,
                                          g_str_has_prefix(attribute, "due") ? "" : " due='2010-03-31'");
  g_autofree char *line = g_strdup_printf("p.xml:2:%zu: error: milestone HP1: %s",
                                          strlen("<milestone ") + strcspn(attribute, "'") + 2, expected);
  check_first(text, strlen(text), line);
}

static void test_values(void **state)
{
  (void)state;
  check_value("due='31/02/2010'", "due date '31/02/2010' is not a date (use YYYY-MM-DD) [V-DATE]");
  check_value("due='28/02/2010'", "due date '28/02/2010' must be written 2010-02-28 [V-DATE]");
  check_value("due=''", "due date is empty [V-EMPTY]");
  check_value(
      "unit='percent,'",
      "unit 'percent,' is not one of: percent, count, per-1000, per-10000, per-100000, pounds, thousand-pounds, "
      "pence, days, weeks, hours, minutes, kg, tonnes, ratio, score, fte, yes-no, text, not-readable, "
      "minutes-seconds, euros, dollars, million-pounds (did you mean 'percent'?) [V-ENUM]");
  check_value("flags='estimate guess'",
              "flags 'estimate guess' holds 'guess', which is not one of: estimate, provisional, "
              "revised, forecast, in-arrears, calculated, over, under, around, low-reliability [V-ENUM]");
  check_value("period='2009-Q5'", "period '2009-Q5' is not a period (use 2009-10 for a year, 2009-10-Q4 for a quarter, "
                                  "2009-10-M12 for a month) [V-PERIOD]");
  check_value("target='1,234.50'", "target '1,234.50' must be written 1234.50 [V-NUM]");
  check_value("target='-1,234,567'", "target '-1,234,567' must be written -1234567 [V-NUM]");
  check_value("target='1928,701'",
              "target '1928,701' has a comma; decimals follow a point (did you mean 1928.701?) [V-NUM]");
  check_value("target='19,2870'",
              "target '19,2870' has a comma; decimals follow a point (did you mean 19.2870?) [V-NUM]");
  check_value("target='1234,567,890'",
              "target '1234,567,890' is not a number (use digits, a point and at most 9 decimals: -1234.50) [V-NUM]");
  check_value("target=',192'",
              "target ',192' is not a number (use digits, a point and at most 9 decimals: -1234.50) [V-NUM]");
  check_value("target='£5'", "target '£5' must be written 5 [V-NUM]");
  check_value("target='12,5'", "target '12,5' has a comma; decimals follow a point (did you mean 12.5?) [V-NUM]");
  check_value("target='1e999'",
              "target '1e999' is not a number (use digits, a point and at most 9 decimals: -1234.50) [V-NUM]");
  check_value("count='-1'", "number of cases '-1' is not a whole number from 0 to 1,000,000 [V-INT]");
  check_value("count='1000001'", "number of cases '1000001' is not a whole number from 0 to 1,000,000 [V-INT]");
  check_value("key='true'", "key 'true' must be yes or no [V-BOOL]");
  check_value("areas='6,,7'", "areas '6,,7' has nothing between two commas (write codes as: 6, 30, 31) [V-CODE]");
  check_value(
      "areas='6, ?'",
      "areas '6, ?' is not a code (use letters, digits, spaces and . / - & ( ), beginning with a letter or digit) "
      "[V-CODE]");
}

static void check_unread(const char *text, const char *expected)
{
  check_first(text, strlen(text), expected);
}

static void test_unread(void **state)
{
  (void)state;
  check_unread("<plan xmlns=\"urn:qmr:1\" format=\"1.0\" code=\"A\" unread=\"code\"/>",
               "p.xml:1:47: error: plan A: attribute 'unread' is not known here (known: code); no report shows what "
               "it says: 'code' [S-ATTR]");
  specs = ours;
  check_unread("<made xmlns=\"urn:qmr:1\" format=\"1.0\" code=\"A\" unread=\"milestone\"/>", "");
  check_unread("<made xmlns=\"urn:qmr:1\" format=\"1.0\" code=\"A\" unread=\"due\"/>",
               "p.xml:1:55: error: made plan A: unread 'due' is no part of it [S-UNREAD]");
  check_unread("<made xmlns=\"urn:qmr:1\" format=\"1.0\" code=\"A\"><named/></made>",
               "p.xml:1:47: error: named thing: neither 'code' nor 'words' says which item of the plan this is about "
               "[S-NAME]");
  specs = submitted;
}

static void test_lengths(void **state)
{
  (void)state;
  g_autoptr(GString) title = repeated(PLAN_START "<milestone code='HP1' due='2010-03-31'><title>", "word ", 2000,
                                      "</title></milestone></plan>");
  check_first(title->str, title->len,
              "p.xml:2:47: error: milestone HP1: title is 9,999 characters; at most 8,000 [V-LENGTH]");
  g_autoptr(GString) words = repeated(PLAN_START "<summary>", "<b>word</b> ", 2000, "</summary></plan>");
  check_first(words->str, words->len,
              "p.xml:2:1: error: plan HP: this paragraph is 9,999 characters; at most 8,000 [V-LENGTH]");
  g_autoptr(GString) code = repeated(PLAN_START "<thing code='", "ab", 21, "'/></plan>");
  check_first(code->str, code->len, "p.xml:2:14: error: thing: code is 42 characters; at most 40 [V-LENGTH]");
}

static void test_prose(void **state)
{
  (void)state;
  check(PLAN("<thing><p>a</p>lost<ul><li>x</li><p>y</p></ul>\n<tabel/></thing>"),
        "p.xml:2:16: error: thing: text 'lost' may not stand beside paragraphs; put it inside <p> [S-TEXT]\n"
        "    | <thing><p>a</p>lost<ul><li>x</li><p>y</p></ul>\n"
        "    |                ^\n"
        "p.xml:2:34: error: thing: <p> may not stand inside <ul>, only <li> [S-ELEMENT]\n"
        "    | <thing><p>a</p>lost<ul><li>x</li><p>y</p></ul>\n"
        "    |                                  ^\n"
        "p.xml:3:1: error: thing: <tabel> is not known between paragraphs (did you mean <table>?) [S-ELEMENT]\n"
        "    | <tabel/></thing>\n"
        "    | ^\n");
  check(
      PLAN("<thing>a <strong>b</strong> <a href='javascript:x'>c</a> <span lang='Welsh language'>d</span></thing>"),
      "p.xml:2:10: error: thing: <strong> is not known inside text (did you mean <b>?) [S-ELEMENT]\n"
      "    | <thing>a <strong>b</strong> <a href='javascript:x'>c</a> <span lang='Welsh language'>d</span></thing>\n"
      "    |          ^\n"
      "p.xml:2:38: error: thing: href 'javascript:x' is not a link (use https://..., http://..., mailto:... or #name) "
      "[V-LINK]\n"
      "    | <thing>a <strong>b</strong> <a href='javascript:x'>c</a> <span lang='Welsh language'>d</span></thing>\n"
      "    |                                      ^\n"
      "p.xml:2:70: error: thing: lang 'Welsh language' is not a language (use a code such as cy, fr or en-GB) "
      "[V-LANG]\n"
      "    | <thing>a <strong>b</strong> <a href='javascript:x'>c</a> <span lang='Welsh language'>d</span></thing>\n"
      "    |                                                                      ^\n");
  check(PLAN("<thing><table>\n<tr><td>1</td><td>2</td></tr>\n<tr><td>3</td></tr></table></thing>"),
        "p.xml:4:1: error: thing: row 2 has 1 cell; the first row has 2 [S-TABLE]\n"
        "    | <tr><td>3</td></tr></table></thing>\n"
        "    | ^\n");
  check(
      PLAN("<thing><p>1</p><picture file='no such.png' alt='a map'/></thing>"),
      "p.xml:2:31: error: thing: picture 'no such.png' is not there; put the picture into the folder of this file, and "
      "write its name as it is, with capitals and suffix [V-PICTURE]\n"
      "    | <thing><p>1</p><picture file='no such.png' alt='a map'/></thing>\n"
      "    |                               ^\n");
  check(
      PLAN("<thing><ol labels='?'><li>x</li></ol></thing>"),
      "p.xml:2:20: error: thing: labels '?' is not how a list can be labelled; write the first label, as in 1. or (a) "
      "or iv) or A. or 4.1, and give other labels item by item, as in <li label=\"4.2\"> [V-LABEL]\n"
      "    | <thing><ol labels='?'><li>x</li></ol></thing>\n"
      "    |                    ^\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_not_xml),        cmocka_unit_test(test_encodings), cmocka_unit_test(test_clean),
    cmocka_unit_test(test_doctype),        cmocka_unit_test(test_malformed), cmocka_unit_test(test_exhausting),
    cmocka_unit_test(test_kinds_of_files), cmocka_unit_test(test_root),      cmocka_unit_test(test_structure),
    cmocka_unit_test(test_values),         cmocka_unit_test(test_lengths),   cmocka_unit_test(test_unread),
    cmocka_unit_test(test_prose),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SVG drawings: drawn the same each time, within limits, from what stands in them alone. */
#include "testing.h"

#include "picture/picture.h"
#include <string.h>
#include <sys/resource.h>

#define HEAD "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
#define SIZED HEAD "width=\"60\" height=\"30\">"
#define RECT "<rect width=\"60\" height=\"30\" fill=\"#336699\"/>"

static Picture *read_text(const char *svg, char **ret_fault)
{
  return picture_read_any((const guint8 *)svg, strlen(svg), ret_fault);
}

static void check_refused(const char *svg, const char *says)
{
  g_autofree char *fault = NULL;
  g_autoptr(Picture) picture = read_text(svg, &fault);
  if (picture || !fault || !strstr(fault, says))
    fail_msg("%.200s: expected '%s', not '%s'", svg, says, fault ? fault : "a picture");
}

static GBytes *drawn(const char *svg)
{
  g_autofree char *fault = NULL;
  g_autoptr(Picture) picture = read_text(svg, &fault);
  if (!picture)
    fail_msg("%.200s: %s", svg, fault);
  return picture_write(picture);
}

/* A head, what it is many times, and a tail; caller frees. */
static char *many(const char *head, const char *part, guint n, const char *tail)
{
  GString *text = g_string_new(head);
  for (guint i = 0; i < n; i++)
    g_string_append(text, part);
  g_string_append(text, tail);
  return g_string_free(text, FALSE);
}

static void test_drawn(void **state)
{
  (void)state;
  g_autofree char *fault = NULL;
  g_autoptr(Picture) picture = read_text(SIZED RECT "</svg>", &fault);
  assert_non_null(picture);
  assert_int_equal(picture->width, 180);
  assert_int_equal(picture->height, 90);
  assert_int_equal(picture->density, 3);
  static const guint8 colour[] = { 0x33, 0x66, 0x99, 0xFF };
  assert_memory_equal(picture->rgba + (180 * 45 + 90) * 4, colour, 4);
}

/* A DOCTYPE that only names the language changes nothing. */
static void test_doctype(void **state)
{
  (void)state;
  static const char *const heads[] = {
    "<!DOCTYPE svg>",
    "<?xml version=\"1.0\"?>\n<!-- made > by a program -->\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\"\n  "
    "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n",
    "\xEF\xBB\xBF<?xml version='1.0'?><!DOCTYPE svg SYSTEM 'a>b'>",
  };
  g_autoptr(GBytes) plain = drawn(SIZED RECT "</svg>");
  for (guint i = 0; i < G_N_ELEMENTS(heads); i++) {
    g_autofree char *svg = g_strconcat(heads[i], SIZED RECT "</svg>", NULL);
    g_autoptr(GBytes) same = drawn(svg);
    assert_true(g_bytes_equal(plain, same));
  }
}

static void check_size(const char *attributes, guint width, guint height)
{
  g_autofree char *svg = g_strdup_printf(HEAD "%s><rect width=\"100%%\" height=\"100%%\"/></svg>", attributes);
  g_autofree char *fault = NULL;
  g_autoptr(Picture) picture = read_text(svg, &fault);
  if (!picture)
    fail_msg("%s: %s", attributes, fault);
  if (picture->width != width || picture->height != height)
    fail_msg("%s: %u by %u", attributes, picture->width, picture->height);
}

static void test_sizes(void **state)
{
  (void)state;
  check_size("width=\"1in\" height=\"0.5in\"", 288, 144);
  check_size("viewBox=\"0 0 40 20\"", 1998, 999);
  check_size("width=\"200\" viewBox=\"0 0 40 20\"", 600, 300);
  check_size("width=\"100%\" height=\"100%\" viewBox=\"-5 -5 40 20\"", 1998, 999);
  check_size("width=\"5000\" height=\"2500\"", 1998, 999);
  check_size("width=\"100000\" height=\"100000\" viewBox=\"0 0 1e9 1e9\"", 1998, 1998);
  check_size("width=\"1\" height=\"2000\"", 3, 6000);
  static const char *const none[] = { "",
                                      "width=\"0\" height=\"0\"",
                                      "width=\"10\" height=\"0\"",
                                      "width=\"-5\" height=\"5\"",
                                      "viewBox=\"0 0 0 0\"",
                                      "viewBox=\"0 0 10 -1\"" };
  for (guint i = 0; i < G_N_ELEMENTS(none); i++) {
    g_autofree char *svg = g_strdup_printf(HEAD "%s>" RECT "</svg>", none[i]);
    check_refused(svg, "how large it is");
  }
}

/* What is about a drawing changes no dot of it, and two runs make the same bytes. */
static void test_same_dots(void **state)
{
  (void)state;
  static const char words[] = "<text x=\"5\" y=\"20\" font-family=\"Arial\" font-size=\"12\">Homes &#163;5</text>";
  g_autofree char *plain = g_strconcat(SIZED, words, "</svg>", NULL);
  g_autofree char *about =
      g_strconcat("<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- CANARY -->" SIZED
                  "<title>CANARY</title><desc>CANARY</desc><metadata><rdf:RDF xmlns:rdf=\"urn:rdf\" "
                  "rdf:resource=\"http://example.org/\"/></metadata><i:view xmlns:i=\"urn:i\" i:name=\"CANARY\"/>",
                  words, "<!-- CANARY --></svg>", NULL);
  g_autoptr(GBytes) once = drawn(plain);
  g_autoptr(GBytes) twice = drawn(plain);
  g_autoptr(GBytes) dressed = drawn(about);
  assert_true(g_bytes_equal(once, twice));
  assert_true(g_bytes_equal(once, dressed));
}

/* Names of fonts that are not there: those of the pages instead, and no mark in place of a letter. */
static void test_fonts(void **state)
{
  (void)state;
  static const char text[] = SIZED "<text x=\"5\" y=\"20\" font-family=\"%s\" font-size=\"12\">Wales</text></svg>";
  static const char *const same[] = { "Arial", "Liberation Sans", "No Such Font", "sans-serif", "Calibri, Segoe UI" };
  g_autofree char *first = g_strdup_printf(text, same[0]);
  g_autoptr(GBytes) sans = drawn(first);
  for (guint i = 1; i < G_N_ELEMENTS(same); i++) {
    g_autofree char *svg = g_strdup_printf(text, same[i]);
    g_autoptr(GBytes) other = drawn(svg);
    if (!g_bytes_equal(sans, other))
      fail_msg("%s is drawn otherwise than Arial", same[i]);
  }
  g_autofree char *times = g_strdup_printf(text, "Times New Roman, serif");
  g_autoptr(GBytes) serif = drawn(times);
  assert_false(g_bytes_equal(sans, serif));
  static const char *const known[] = { "Tŷ £5 \u2014 \u2713 \u2265 \u00BD", "\u0642\u064A\u062F", "\u4F4F\u5B85",
                                       "a\u200D\uFE0Fb" };
  for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
    g_autofree char *svg = g_strdup_printf(SIZED "<text y=\"20\">%s</text></svg>", known[i]);
    g_autoptr(GBytes) png = drawn(svg);
  }
  check_refused(SIZED "<text>\U0001F600</text></svg>", "U+1F600");
}

static void test_elsewhere(void **state)
{
  (void)state;
  static const struct {
    const char *inside, *says;
  } cases[] = {
    { "<image href=\"file:///etc/passwd\" width=\"9\" height=\"9\"/>", "points elsewhere" },
    { "<image xlink:href=\"http://example.org/a.png\" width=\"9\" height=\"9\"/>", "points elsewhere" },
    { "<image xlink:href=\" other.png\" width=\"9\" height=\"9\"/>", "points elsewhere" },
    { "<image xlink:href=\"data:image/jpeg;base64,/9j/\" width=\"9\" height=\"9\"/>", "another kind than PNG" },
    { "<image xlink:href=\"data:image/svg+xml,&lt;svg/>\" width=\"9\" height=\"9\"/>", "another kind than PNG" },
    { "<image xlink:href=\"data:image/png;base64,QUJD\" width=\"9\" height=\"9\"/>", "no PNG within the limits" },
    { "<use xlink:href=\"other.svg#a\"/>", "points elsewhere" },
    { "<use href=\"data:image/svg+xml;base64,QUJD#a\"/>", "points elsewhere" },
    { "<a xlink:href=\"javascript:alert(1)\"><rect/></a>", "points elsewhere" },
    { "<filter><feImage href=\"/etc/hostname\"/></filter>", "points elsewhere" },
    { "<style>@import url(http://example.org/a.css);</style>", "from elsewhere" },
    { "<style><![CDATA[ @IMPORT 'a.css'; ]]></style>", "from elsewhere" },
    { "<style>rect { fill: URL( 'a.svg#b' ) }</style>", "from elsewhere" },
    { "<style>@font-face { font-family: x; src: url(data:font/ttf;base64,AA) }</style>", "from elsewhere" },
    { "<style>rect { fill: \\75rl(a.svg#b) }</style>", "sign \\" },
    { "<rect fill=\"url(a.svg#b)\"/>", "from elsewhere" },
    { "<rect style=\"filter:url( http://example.org/#b)\"/>", "from elsewhere" },
    { "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" href=\"/etc/passwd\"/>",
      "from elsewhere" },
    { "<link rel=\"stylesheet\" href=\"a.css\"/>", "<link>, which is not drawn" },
    { "<script>alert(1)</script>", "program" },
    { "<s:script xmlns:s=\"http://www.w3.org/2000/svg\">alert(1)</s:script>", "program" },
    { "<rect onclick=\"alert(1)\"/>", "program (onclick=)" },
    { "<rect onLoad=\"alert(1)\"/>", "program (onLoad=)" },
    { "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>", "<foreignObject>" },
    { "<animate attributeName=\"x\"/>", "<animate>" },
    { "<text><textPath href=\"#a\">Words</textPath></text>", "<textPath>" },
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *svg = g_strconcat(SIZED RECT, cases[i].inside, "</svg>", NULL);
    check_refused(svg, cases[i].says);
  }
}

static void test_no_svg(void **state)
{
  (void)state;
  check_refused("<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>" SIZED "<text>&b;</text></svg>",
                "DOCTYPE");
  check_refused("<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" SIZED "<text>&a;</text></svg>", "DOCTYPE");
  check_refused("<!DOCTYPE svg SYSTEM \"a>b\" [<!ENTITY a \"x\">]>" SIZED RECT "</svg>", "DOCTYPE");
  check_refused("<!DOCTYPE svg SYSTEM \"never ended>" SIZED RECT "</svg>", "");
  check_refused("<!DOCTYPE svg>\n<!DOCTYPE svg>" SIZED RECT "</svg>", "DOCTYPE");
  check_refused("<!DOCTYPE svg SYSTEM \"http://example.org/a.dtd\">\n" SIZED "<text>&a;</text></svg>", "line 2");
  check_refused(SIZED "<text>&nbsp;</text></svg>", "cannot be read as SVG: line 1");
  check_refused("<?xml-stylesheet href=\"a.css\"?>" SIZED RECT "</svg>", "xml-stylesheet");
  check_refused(SIZED RECT, "cannot be read as SVG");
  check_refused("<html><body/></html>", "first element is <html>");
  check_refused("<svg xmlns=\"urn:other\" width=\"5\" height=\"5\"/>", "first element is <svg>");
  check_refused("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" SIZED RECT "</svg>", "UTF-7");
  check_refused(SIZED "</svg>", "shows nothing");
  check_refused(SIZED "<rect x=\"90\" width=\"5\" height=\"5\"/></svg>", "shows nothing");
  static const struct {
    guint8 bytes[4];
    const char *says;
  } starts[] = { { { 0x1F, 0x8B, 8, 0 }, "gzip" },
                 { { 0xFF, 0xFE, '<', 0 }, "UTF-16" },
                 { { 0xFE, 0xFF, 0, '<' }, "UTF-16" },
                 { { '<', 0, 's', 0 }, "UTF-16" },
                 { { 0, '<', 0, 's' }, "UTF-16" } };
  for (guint i = 0; i < G_N_ELEMENTS(starts); i++) {
    g_autofree char *fault = NULL;
    assert_null(picture_read_any(starts[i].bytes, 4, &fault));
    assert_non_null(strstr(fault, starts[i].says));
  }
}

static void check_in_time(const char *what, const char *svg)
{
  struct rusage before, after;
  g_autofree char *fault = NULL;
  getrusage(RUSAGE_CHILDREN, &before);
  g_autoptr(Picture) picture = read_text(svg, &fault);
  getrusage(RUSAGE_CHILDREN, &after);
  print_message("%s: %s, %.2f s\n", what, picture ? "drawn" : fault,
                (double)(after.ru_utime.tv_sec - before.ru_utime.tv_sec) +
                    (double)(after.ru_utime.tv_usec - before.ru_utime.tv_usec) / 1e6);
  assert_true((picture == NULL) == (fault != NULL));
  assert_true(after.ru_utime.tv_sec - before.ru_utime.tv_sec <= 7);
}

static void test_bombs(void **state)
{
  (void)state;
  g_autofree char *deep = many(SIZED, "<g>", 10000, "");
  g_autofree char *closed = many(deep, "</g>", 10000, RECT "</svg>");
  check_refused(closed, "");
  g_autofree char *ladder = many(SIZED, "<g>", 70, RECT);
  g_autofree char *ladder_closed = many(ladder, "</g>", 70, "</svg>");
  check_refused(ladder_closed, "one in the other");
  g_autofree char *wide = many(SIZED, "<g/>", 100000, RECT "</svg>");
  check_refused(wide, "more than 50,000 elements");
  GString *uses = g_string_new(SIZED "<g id=\"a0\">" RECT "</g>"), *patterns = g_string_new(SIZED);
  for (guint i = 1; i < 30; i++) {
    g_string_append_printf(uses, "<g id=\"a%u\">", i);
    for (guint k = 0; k < 10; k++)
      g_string_append_printf(uses, "<use href=\"#a%u\"/>", i - 1);
    g_string_append(uses, "</g>");
    g_string_append_printf(patterns,
                           "<pattern id=\"p%u\" width=\".01\" height=\".01\"><rect width=\"60\" height=\"30\" "
                           "fill=\"url(#p%u)\" stroke=\"url(#p%u)\"/></pattern>",
                           i, i + 1, i + 1);
  }
  g_string_append(uses, "</svg>");
  g_string_append(patterns, "<rect width=\"60\" height=\"30\" fill=\"url(#p1)\"/></svg>");
  check_in_time("uses of uses", uses->str);
  check_in_time("patterns in patterns", patterns->str);
  g_string_free(uses, TRUE);
  g_string_free(patterns, TRUE);
  check_in_time("a use of itself", SIZED "<g id=\"a\"><use href=\"#a\"/>" RECT "</g></svg>");
  check_in_time("a pattern of itself",
                SIZED "<pattern id=\"p\" width=\"1\" height=\"1\"><rect width=\"9\" height=\"9\" "
                      "fill=\"url(#p)\"/></pattern><rect width=\"60\" height=\"30\" fill=\"url(#p)\"/></svg>");
  check_in_time(
      "a huge filter", HEAD
      "width=\"600\" height=\"600\"><filter id=\"f\" x=\"-1e6\" y=\"-1e6\" width=\"1e9\" "
      "height=\"1e9\"><feGaussianBlur "
      "stdDeviation=\"1e6\"/><feTurbulence numOctaves=\"999999\" baseFrequency=\"5\"/><feMorphology radius=\"1e5\"/>"
      "<feConvolveMatrix order=\"99\" kernelMatrix=\"1\"/></filter><g filter=\"url(#f)\">" RECT "</g></svg>");
  g_autofree char *filters = many(HEAD "width=\"600\" height=\"600\"><filter id=\"f\">",
                                  "<feTurbulence numOctaves=\"9\" baseFrequency=\"5\"/>", 500,
                                  "</filter><g filter=\"url(#f)\"><rect width=\"600\" height=\"600\"/></g></svg>");
  check_in_time("500 filters", filters);
  check_in_time("a dash of nothing", HEAD "width=\"600\" height=\"600\"><path d=\"M0 0L1e9 1e9\" stroke=\"red\" "
                                          "stroke-dasharray=\"1e-6\"/></svg>");
  check_in_time("a huge viewBox", HEAD "viewBox=\"-1e300 -1e300 1e308 1e308\">" RECT "</svg>");
}

/* Bytes changed at random: a picture, or words that say what is wrong. */
static void test_damaged(void **state)
{
  (void)state;
  static const char whole[] = SIZED
      "<defs><linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"red\"/></linearGradient></defs>"
      "<path d=\"M0 0L9 9C1 2 3 4 5 6z\" fill=\"url(#g)\" style=\"opacity:.5\"/><text x=\"1\" y=\"9\">W</text>" RECT
      "</svg>";
  guint faults = 0, rounds = g_getenv("QMR_LONG") ? 3000 : 60;
  for (guint seed = 0; seed < rounds; seed++) {
    g_autoptr(GRand) dice = g_rand_new_with_seed(seed);
    g_autofree char *copy = g_strdup(whole);
    for (guint k = 0; k < seed % 4 + 1; k++)
      copy[g_rand_int_range(dice, 0, (gint)strlen(whole))] = "<>\"'#&;=/ 09aZ%"[g_rand_int_range(dice, 0, 15)];
    g_autofree char *fault = NULL;
    g_autoptr(Picture) read = read_text(copy, &fault);
    assert_true((read == NULL) == (fault != NULL));
    faults += fault != NULL;
  }
  assert_true(faults > rounds / 4);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_drawn),     cmocka_unit_test(test_doctype), cmocka_unit_test(test_sizes),
    cmocka_unit_test(test_same_dots), cmocka_unit_test(test_fonts),   cmocka_unit_test(test_elsewhere),
    cmocka_unit_test(test_no_svg),    cmocka_unit_test(test_damaged), cmocka_unit_test(test_bombs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The page: what its readers' software needs is there, in order, and nothing comes from outside. */
#include "render/format/renderer.h"
#include "rendered.h"
#include "sample.h"
#include "testing.h"
#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>
#include <string.h>

typedef struct {
  char *bytes;
  xmlDoc *tree;
} Web;

static Web render(const Document *document)
{
  g_autofree char *folder = sample_folder();
  g_autofree char *path = g_build_filename(folder, "report.html", NULL);
  g_autoptr(GError) error = NULL;
  if (!rendered_save(&renderer_html, document, path, NULL, &error))
    fail_msg("%s", error->message);
  Web web = { 0 };
  gsize length = 0;
  assert_true(g_file_get_contents(path, &web.bytes, &length, NULL));
  web.tree = htmlReadMemory(web.bytes, (int)length, "report.html", "UTF-8",
                            HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  assert_non_null(web.tree);
  sample_clean(folder);
  return web;
}

static void web_clear(Web *web)
{
  xmlFreeDoc(web->tree);
  g_free(web->bytes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Web, web_clear)

static xmlXPathObject *evaluate(const Web *web, const char *xpath)
{
  xmlXPathContext *context = xmlXPathNewContext(web->tree);
  xmlXPathObject *result = xmlXPathEvalExpression(BAD_CAST xpath, context);
  xmlXPathFreeContext(context);
  assert_non_null(result);
  return result;
}

static int count(const Web *web, const char *xpath)
{
  g_autofree char *counting = g_strdup_printf("count(%s)", xpath);
  xmlXPathObject *result = evaluate(web, counting);
  int n = (int)result->floatval;
  xmlXPathFreeObject(result);
  return n;
}

static char *words(const Web *web, const char *xpath)
{
  xmlXPathObject *result = evaluate(web, xpath);
  xmlChar *text = xmlXPathCastToString(result);
  xmlXPathFreeObject(result);
  char *copy = g_strdup((const char *)text);
  xmlFree(text);
  return copy;
}

static void assert_words(const Web *web, const char *xpath, const char *expected)
{
  g_autofree char *text = words(web, xpath);
  assert_string_equal(text, expected);
}

/* Calls check for each attribute or element found. */
static void each(const Web *web, const char *xpath, void (*check)(const Web *web, const xmlNode *node))
{
  xmlXPathObject *result = evaluate(web, xpath);
  for (int i = 0; result->nodesetval && i < result->nodesetval->nodeNr; i++)
    check(web, result->nodesetval->nodeTab[i]);
  xmlXPathFreeObject(result);
}

/* ---- the checks that hold for every page ------------------------------------------------------------------------ */
static void check_id_unique(const Web *web, const xmlNode *node)
{
  g_autofree char *xpath = g_strdup_printf("//*[@id='%s']", (const char *)node->children->content);
  assert_int_equal(count(web, xpath), 1);
}

static void check_link(const Web *web, const xmlNode *node)
{
  g_autofree char *xpath = g_strdup_printf("//*[@id='%s']", (const char *)node->children->content + 1);
  if (count(web, xpath) != 1)
    fail_msg("the link %s leads nowhere", (const char *)node->children->content);
}

static void check_labels(const Web *web, const xmlNode *node)
{
  g_auto(GStrv) ids = g_strsplit((const char *)node->children->content, " ", -1);
  for (guint i = 0; ids[i]; i++) {
    g_autofree char *xpath = g_strdup_printf("//*[@id='%s'][string-length(.) > 0]", ids[i]);
    assert_int_equal(count(web, xpath), 1);
  }
}

static guint number_of(const xmlNode *cell, const char *attribute)
{
  xmlChar *text = xmlGetProp((xmlNode *)cell, BAD_CAST attribute);
  guint n = text ? (guint)atoi((const char *)text) : 1;
  xmlFree(text);
  return n;
}

/* Every row of a table covers each column once, spans counted. */
static void check_grid(const Web *web, const xmlNode *table)
{
  (void)web;
  guint columns = 0, rest[64] = { 0 };
  for (xmlNode *part = table->children; part; part = part->next)
    for (xmlNode *row = part->children; row; row = row->next) {
      if (!row->name || strcmp((const char *)row->name, "tr") != 0)
        continue;
      guint at = 0;
      for (xmlNode *cell = row->children; cell; cell = cell->next) {
        while (at < 64 && rest[at] > 0)
          rest[at++]--;
        for (guint k = number_of(cell, "colspan"); k > 0; k--)
          rest[at++] = number_of(cell, "rowspan") - 1;
      }
      while (at < columns && rest[at] > 0)
        rest[at++]--;
      columns = columns ? columns : at;
      assert_int_equal(at, columns);
    }
}

static void check_heading(const Web *web, const xmlNode *node)
{
  (void)web;
  static int before;
  int level = node->name[1] - '0';
  before = level == 1 ? 0 : before;
  if (level > before + 1)
    fail_msg("a heading of level %d after one of level %d", level, before);
  before = level;
}

static void check_policy(const Web *web)
{
  g_autofree char *style = words(web, "string(/html/head/style)");
  g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
  g_checksum_update(sum, (const guchar *)style, -1);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_checksum_get_digest(sum, digest, &length);
  g_autofree char *hash = g_base64_encode(digest, length);
  g_autofree char *policy = words(web, "string(//meta[@http-equiv='Content-Security-Policy']/@content)");
  assert_non_null(strstr(policy, "default-src 'none'"));
  assert_non_null(strstr(policy, hash));
  assert_null(strstr(style, "url("));
  assert_null(strstr(style, "@import"));
}

static void check_page(const Web *web)
{
  assert_true(g_str_has_prefix(web->bytes, "<!DOCTYPE html>\n<html lang="));
  assert_int_equal(count(web, "//h1"), 1);
  assert_int_equal(count(web, "/html/body/main[@id='main']"), 1);
  assert_int_equal(count(web, "/html/body/header"), 1);
  assert_int_equal(count(web, "/html/body/footer"), 1);
  assert_words(web, "string(/html/body/*[1]/@href)", "#main"); /* the skip link comes first */
  each(web, "//@id", check_id_unique);
  each(web, "//a/@href[starts-with(., '#')]", check_link);
  each(web, "//@aria-labelledby", check_labels);
  each(web, "//h1 | //h2 | //h3 | //h4 | //h5 | //h6", check_heading);
  each(web, "//table", check_grid);
  assert_int_equal(count(web, "//th[not(@scope)]"), 0);
  assert_int_equal(count(web, "//svg[not(@aria-hidden='true') and not(@role='img' and title and desc)]"), 0);
  assert_int_equal(
      count(web,
            "//script | //link | //img | //iframe | //object | //@src | //@style | //@*[starts-with(name(), 'on')]"),
      0);
  check_policy(web);
}

/* ---- tests ----------------------------------------------------------------------------------------------------- */
static void sample_is_an_accessible_page(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  g_auto(Web) web = render(sample_document(arena));
  check_page(&web);
  assert_words(&web, "string(/html/@lang)", "en-GB");
  assert_words(&web, "string(/html/head/title)", "Quarterly monitoring report: Health and Partnerships");
  assert_words(&web, "string(//h1)", "Quarterly monitoring report");
  assert_int_equal(count(&web, "//div[@class='scroll'][not(@aria-labelledby) and not(@aria-label)]"), 0);
}

static void sample_tables_head_their_cells(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  g_auto(Web) web = render(sample_document(arena));
  assert_words(&web, "string(//table[@id='table-milestones']/caption)", "Milestones by objective");
  assert_int_equal(count(&web, "//table[@id='table-milestones']/tbody/tr/th[@scope='rowgroup']"), 3);
  assert_int_equal(
      count(&web, "//table[@id='table-statement-hp-revenue']/thead/tr/th[@scope='colgroup'][@colspan='2']"), 1);
  assert_words(&web, "string(//table[@id='table-statement-hp-revenue']//tr[@class='total']/td[last()])", "(2)");
  assert_words(&web, "string(//table[@id='table-other-indicators']//abbr[.='803.8 (E)']/@title)",
               "803.8 per 100,000, estimate");
  assert_words(&web, "string(//table[@id='table-risks']//time[.='March 2010']/@datetime)", "2010-03");
}

static void sample_charts_tell_their_finding(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  g_auto(Web) web = render(sample_document(arena));
  assert_int_equal(count(&web, "//figure/svg[@role='img']"), 3);
  assert_words(&web, "string((//figure/svg/desc)[1])",
               "Planned departures, quarter 4 2009/10: 83.3%, target 80%, green, better than last year");
  assert_words(&web, "string((//figure)[1]//tbody/tr[4]/td[3])", "83.3% (E)");
  assert_words(&web, "string((//figure)[1]//tbody/tr[3]/td[3])", "NYA");
  assert_int_equal(count(&web, "(//figure)[1]/svg/line[@stroke-dasharray]"), 2); /* the target and its sample */
}

/* Figures, their limits and targets, each in a cell of its category. */
static void what_charts_draw_is_in_their_tables(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  g_auto(Web) web = render(sample_golden(arena, "charts"));
  assert_words(&web, "string((//figure)[1]//thead//th[7])", "2009/10: lower limit");
  assert_words(&web, "string((//figure)[1]//tbody/tr[2]/td[6])", "77.4%");
  assert_words(&web, "string((//figure)[1]//tbody/tr[2]/td[7])", "82.8%");
  assert_words(&web, "string((//figure)[1]//thead//th[9])", "Target 2009/10: 80 %");
  assert_words(&web, "string((//figure)[1]//tbody/tr[2]/td[8])", "80.0%");
  assert_words(&web, "string((//figure)[3]//tbody/tr[2]/td[2])", "1,500");
  assert_words(&web, "string((//figure)[3]//tbody/tr[2]/td[3])", ""); /* the line does not reach so far */
}

static void contents_and_levels_are_kept_in_order(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  DocSection *section = g_ptr_array_index(document->sections, 0);
  Contents *contents = record_new(arena, &contents_spec, &section->record);
  contents->depth = 2;
  g_ptr_array_add(section->blocks, contents);
  static const int levels[] = { 1, 4, 2, 1 };
  for (guint i = 0; i < G_N_ELEMENTS(levels); i++) {
    Heading *heading = record_new(arena, &heading_spec, &section->record);
    heading->level = levels[i];
    heading->contents = true;
    heading->id = i == 3 ? arena_strdup(arena, "main") : arena_printf(arena, "part %u", i);
    heading->number = arena_printf(arena, "%u.0", i + 1);
    heading->runs = arena_list(arena);
    g_ptr_array_add(heading->runs, run_new(arena, "Heading", 0));
    g_ptr_array_add(section->blocks, heading);
  }
  g_auto(Web) web = render(document);
  check_page(&web);
  assert_int_equal(count(&web, "//nav//a"), 3);
  assert_words(&web, "string(//nav//li[1]/a/@href)", "#part-0");
  assert_words(&web, "string(//nav//li[3]/a/@href)", "#main-2");
  assert_words(&web, "string(//h3[@id='part-1'])", "2.0 Heading"); /* level 4 after 1: one deeper, not three */
}

static ProseBlock *add_block(Arena *arena, Prose *prose, ProseKind kind, const char *words)
{
  ProseBlock *block = arena_alloc(arena, sizeof *block);
  block->kind = kind;
  block->runs = arena_list(arena);
  g_ptr_array_add(block->runs, run_new(arena, words, 0));
  g_ptr_array_add(prose->blocks, block);
  return block;
}

/* The tables of the golden document: heads, groups and cells of several rows and columns are marked up as such. */
static void tables_in_prose_say_what_names_what(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  const Document *document = sample_golden(arena, "tables");
  g_auto(Web) web = render(document);
  check_page(&web);
  assert_int_equal(count(&web, "//table[caption='Pitches booked']/thead/tr"), 2);
  assert_int_equal(count(&web, "//table[caption='Pitches booked']/tbody[tr[1]/th[@scope='rowgroup' and @colspan='6']]"),
                   2);
  assert_words(&web, "string(//th[@scope='row' and @rowspan='3']/following-sibling::td[1])", "120");
  assert_int_equal(count(&web, "//td[@rowspan='2']/p"), 2);
  assert_int_equal(count(&web, "//th[not(@scope)]"), 0);
}

static void headings_in_cells_are_bold_words(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  Table *table = sample_table(arena, document, "table", "Caption");
  sample_column(arena, table, "Commentary");
  Cell *cell = sample_cell(arena, sample_row(arena, sample_group(arena, table, NULL), ROW_BODY));
  Text *text = record_new(arena, &text_spec, &cell->record);
  text->prose = arena_alloc(arena, sizeof *text->prose);
  text->prose->blocks = arena_list(arena);
  add_block(arena, text->prose, PROSE_HEADING, "Staffing");
  add_block(arena, text->prose, PROSE_PARA, "Two posts are vacant.");
  g_ptr_array_add(cell->content, text);
  g_auto(Web) web = render(document);
  check_page(&web);
  assert_int_equal(count(&web, "//h1"), 1);
  assert_int_equal(count(&web, "//td//*[self::h1 or self::h2 or self::h3]"), 0);
  assert_words(&web, "string(//td/p[1]/strong)", "Staffing");
}

static void hostile_words_stay_words(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Document *document = sample_empty(arena);
  document->title = arena_strdup(arena, "</title><script>alert(1)</script>");
  document->style->font = arena_strdup(arena, "x\"}</style><script>");
  Table *table = sample_table(arena, document, "a\" onload=\"x", "<b>caption</b>");
  sample_column(arena, table, "\x01|&amp;");
  Row *row = sample_row(arena, sample_group(arena, table, "\" onclick=\"x"), ROW_BODY);
  sample_words(arena, row, "<img src=x onerror=alert(1)> & \xff \xEF\xBF\xBF");
  DocSection *section = g_ptr_array_index(document->sections, 0);
  Para *para = record_new(arena, &para_spec, &section->record);
  para->runs = arena_list(arena);
  static const char *const links[] = { "javascript:alert(1)", "https://example.org/?a=1&b=2", "#nowhere" };
  for (guint i = 0; i < G_N_ELEMENTS(links); i++) {
    Run *run = run_new(arena, "link ", RUN_BOLD);
    run->href = arena_strdup(arena, links[i]);
    run->lang = arena_strdup(arena, "cy");
    g_ptr_array_add(para->runs, run);
  }
  g_ptr_array_add(section->blocks, para);
  g_auto(Web) web = render(document);
  check_page(&web);
  assert_words(&web, "string(//h1)", "</title><script>alert(1)</script>");
  assert_int_equal(count(&web, "//p/a"), 1);
  assert_words(&web, "string(//p/a/@href)", "https://example.org/?a=1&b=2");
  assert_int_equal(count(&web, "//p//span[@lang='cy']"), 3);
  assert_words(&web, "string(//td)", "<img src=x onerror=alert(1)> & \xEF\xBF\xBD  ");
}

static void same_bytes_every_time(void **state)
{
  (void)state;
  g_autoptr(Arena) first_arena = arena_new(), second_arena = arena_new();
  g_auto(Web) first = render(sample_document(first_arena)), second = render(sample_document(second_arena));
  assert_string_equal(first.bytes, second.bytes);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(sample_is_an_accessible_page),
    cmocka_unit_test(sample_tables_head_their_cells),
    cmocka_unit_test(sample_charts_tell_their_finding),
    cmocka_unit_test(what_charts_draw_is_in_their_tables),
    cmocka_unit_test(contents_and_levels_are_kept_in_order),
    cmocka_unit_test(headings_in_cells_are_bold_words),
    cmocka_unit_test(tables_in_prose_say_what_names_what),
    cmocka_unit_test(hostile_words_stay_words),
    cmocka_unit_test(same_bytes_every_time),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

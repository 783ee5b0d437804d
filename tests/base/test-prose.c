/* Prose: how mixed content is folded into runs, and what is made of blocks. */
#include "testing.h"

#include "record/prose-labels.h"
#include "record/prose-shape.h"
#include "record/record-read.h"
#include "record/record-write.h"
#include "sample.h"
#include <string.h>

static const Spec *const specs[] = { &plan_spec, NULL };

/* The first thing of a plan with these words in it. */
static Thing *read_thing(Arena *arena, const char *inside)
{
  g_autofree char *text =
      g_strdup_printf("<plan xmlns='urn:qmr:1' format='1.0' code='HP'><thing>%s</thing></plan>", inside);
  g_autoptr(DiagList) diags = diag_list_new();
  Plan *plan = record_read_memory(arena, "p.xml", text, strlen(text), specs, diags);
  g_autoptr(GString) messages = g_string_new(NULL);
  diag_print_text(diags, messages);
  assert_string_equal(messages->str, "");
  return g_ptr_array_index(plan->things, 0);
}

static void append_run(GString *out, const Run *run)
{
  g_string_append_printf(out, "[%s%s%s", run->style & RUN_BREAK ? "^" : "", run->style & RUN_BOLD ? "B" : "",
                         run->style & RUN_ITALIC ? "I" : "");
  if (run->href)
    g_string_append_printf(out, "<%s>", run->href);
  if (run->lang)
    g_string_append_printf(out, "(%s)", run->lang);
  g_string_append_printf(out, "|%s", run->text);
  if (run->note) {
    g_string_append_c(out, '#');
    for (guint i = 0; i < run->note->len; i++)
      append_run(out, g_ptr_array_index(run->note, i));
  }
  g_string_append_c(out, ']');
}

/* Reads one paragraph and compares its runs; written and read again they must be the same. */
static void check_runs(const char *inside, const char *expected)
{
  g_autoptr(Arena) arena = arena_new();
  const char *text = inside;
  g_autofree char *again = NULL;
  for (guint turn = 0; turn < 2; turn++) {
    Thing *thing = read_thing(arena, text);
    g_autoptr(GString) out = g_string_new(NULL);
    const ProseBlock *block = thing->words ? g_ptr_array_index(thing->words->blocks, 0) : NULL;
    for (guint i = 0; block && i < block->runs->len; i++)
      append_run(out, g_ptr_array_index(block->runs, i));
    assert_string_equal(out->str, expected);
    g_autoptr(GString) written = g_string_new(NULL);
    record_write(thing->record.parent, written);
    char *start = strstr(written->str, "<thing>"), *end = strstr(written->str, "</thing>");
    again = again ? again : g_strndup(start ? start + 7 : "", start ? (gsize)(end - start) - 7 : 0);
    text = again;
  }
}

static void test_folding(void **state)
{
  (void)state;
  check_runs("\n  one\t two\n", "[|one two]");
  check_runs("one <b> two </b> three", "[|one ][B|two ][|three]");
  check_runs("one<b> </b>two", "[|one][B| ][|two]");
  check_runs("<b>one</b> ", "[B|one]");
  check_runs("<b>one</b><!-- x --><b>two</b>", "[B|onetwo]");
  check_runs("a &amp; b<![CDATA[ < c]]>", "[|a & b < c]");
  check_runs("a\xC2\xA0 b", "[|a\xC2\xA0 b]"); /* a no-break space is a character */
  check_runs(" <i> </i> ", "");
}

static void test_looks(void **state)
{
  (void)state;
  check_runs("<b>a<i>b</i></b>c", "[B|a][BI|b][|c]");
  check_runs("<i><b>a</b></i><b><i>b</i></b>", "[BI|ab]");
  check_runs("<a href='https://x.example'>a <b>b</b></a>", "[<https://x.example>|a ][B<https://x.example>|b]");
  check_runs("<a href='#one'>a</a><a href='#one'>b</a><a href='#two'>c</a>", "[<#one>|ab][<#two>|c]");
  check_runs("<span lang='cy'>un</span> two", "[(cy)|un][| two]");
}

static void test_breaks(void **state)
{
  (void)state;
  check_runs("one <br/> two", "[|one][^|two]");
  check_runs("<b>one<br/>two</b>", "[B|one][^B|two]");
  check_runs("one<br/><br/>three", "[|one][^|][^|three]");
  check_runs("one<br/> ", "[|one]");
  check_runs("<br/>", "");
}

/* A footnote stands right behind the words before it, and no space goes with it. */
static void test_footnotes(void **state)
{
  (void)state;
  check_runs("one<footnote>two</footnote> three", "[|one][|#[|two]][| three]");
  check_runs("one <footnote> two </footnote> three", "[|one][|#[|two]][| three]");
  check_runs("one <footnote>two</footnote>three", "[|one][|#[|two]][| three]");
  check_runs("one<footnote>two</footnote>, three", "[|one][|#[|two]][|, three]");
  check_runs("<b>one </b><footnote>two</footnote>", "[B|one][|#[|two]]");
  check_runs("<b>one<footnote>t<i>w</i>o</footnote>two</b>", "[B|one][|#[|t][I|w][|o]][B|two]");
  check_runs("<footnote>two</footnote>", "[|#[|two]]");
  check_runs("one<br/><footnote>two</footnote>three", "[|one][^|#[|two]][|three]");
  check_runs("one<footnote>two</footnote><footnote>three</footnote>", "[|one][|#[|two]][|#[|three]]");
  check_runs("<span lang='cy'>un<footnote>dau</footnote></span>", "[(cy)|un][(cy)|#[|dau]]");
  g_autoptr(Arena) arena = arena_new();
  Thing *thing = read_thing(arena, "<p>One<footnote>two</footnote> three</p><p><footnote>four</footnote></p>");
  g_autofree char *text = prose_to_text(thing->words);
  assert_string_equal(text, "One three\ntwo\n\nfour");
}

/* The labels of a list of the attributes and items, parted by spaces; written and read again they are the same. */
static void check_labels(const char *list, const char *expected)
{
  g_autoptr(Arena) arena = arena_new();
  g_autofree char *again = NULL;
  for (guint turn = 0; turn < 2; turn++) {
    Thing *thing = read_thing(arena, again ? again : list);
    Labelling labelling = { .list = g_ptr_array_index(thing->words->blocks, 0) };
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < labelling.list->items->len; i++) {
      g_autofree char *label = prose_next_label(&labelling);
      g_autofree char *number = g_strdup_printf("%u", labelling.number);
      g_string_append_printf(out, "%s%s", i ? " " : "", label ? label : number);
    }
    assert_string_equal(out->str, expected);
    g_autoptr(GString) written = g_string_new(NULL);
    record_write(thing->record.parent, written);
    char *start = strstr(written->str, "<ol"), *end = strstr(written->str, "</ol>");
    again = again ? again : g_strndup(start, (gsize)(end - start) + strlen("</ol>"));
  }
}

static void test_labels(void **state)
{
  (void)state;
  check_labels("<ol><li>x</li><li>x</li></ol>", "1 2");
  check_labels("<ol start='3'><li>x</li><li>x</li></ol>", "3 4");
  check_labels("<ol labels='a)'><li>x</li><li>x</li></ol>", "a) b)");
  check_labels("<ol labels='(y)'><li>x</li><li>x</li><li>x</li></ol>", "(y) (z) (aa)");
  check_labels("<ol labels='A.'><li>x</li><li>x</li></ol>", "A. B.");
  check_labels("<ol labels='i'><li>x</li><li>x</li><li>x</li><li>x</li></ol>", "i ii iii iv");
  check_labels("<ol labels='h.'><li>x</li><li>x</li></ol>", "h. i.");
  check_labels("<ol labels='i.' start='9'><li>x</li><li>x</li></ol>", "i. j.");
  check_labels("<ol labels='v.' start='5'><li>x</li><li>x</li></ol>", "v. vi.");
  check_labels("<ol labels='v.'><li>x</li><li>x</li></ol>", "v. w.");
  check_labels("<ol labels='IX.'><li>x</li><li>x</li></ol>", "IX. X.");
  check_labels("<ol labels='a)' start='3'><li>x</li><li>x</li></ol>", "c) d)");
  check_labels("<ol labels='i)' start='4'><li>x</li><li>x</li></ol>", "iv) v)");
  check_labels("<ol labels='4.9.'><li>x</li><li>x</li></ol>", "4.9. 4.10.");
  check_labels("<ol labels='Step 1:'><li>x</li><li>x</li></ol>", "Step 1: Step 2:");
  check_labels("<ol labels='1.'><li>x</li><li label='1a.'>x</li><li>x</li></ol>", "1. 1a. 2.");
  check_labels("<ol><li label='4.2'>x</li><li label='\xC2\xA7 3'>x</li></ol>", "4.2 \xC2\xA7 3");
  check_labels("<ol labels='I.' start='3999'><li>x</li><li>x</li></ol>", "MMMCMXCIX. 4000.");
  static const char *const wrong[] = { "", "?", "Iv)", "1a)", "abcdefg", "a long label of a list" };
  for (guint i = 0; i < G_N_ELEMENTS(wrong); i++)
    assert_false(prose_labels_are_good(wrong[i]));
}

static void test_blocks(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Thing *thing =
      read_thing(arena, "<p>One two</p><h/><p> </p><ul><li/><li>three<br/>four</li></ul><table caption='five'>"
                        "<tr><th>six</th><td/></tr></table><h>se<b>ven</b></h>");
  assert_int_equal(thing->words->blocks->len, 4);
  g_autofree char *text = prose_to_text(thing->words);
  assert_string_equal(text, "One two\nthree\nfour\nfive\nsix\n\nseven");
  const ProseBlock *list = g_ptr_array_index(thing->words->blocks, 1);
  assert_int_equal(list->kind, PROSE_LIST);
  assert_int_equal(list->items->len, 1);
  assert_int_equal(thing->words->source->text[list->offset], '<');
  assert_true(g_str_has_prefix(thing->words->source->text + list->offset, "<ul>"));
}

/* What is read of words at wrong places, its lines parted by |; at least one fault is told. */
static void check_kept(const char *inside, const char *expected)
{
  g_autoptr(Arena) arena = arena_new();
  g_autofree char *text =
      g_strdup_printf("<plan xmlns='urn:qmr:1' format='1.0' code='HP'><thing>%s</thing></plan>", inside);
  g_autoptr(DiagList) diags = diag_list_new();
  Plan *plan = record_read_memory(arena, "p.xml", text, strlen(text), specs, diags);
  assert_true(diag_count(diags, LEVEL_ERROR) > 0);
  const Thing *thing = g_ptr_array_index(plan->things, 0);
  g_autofree char *words = prose_to_text(thing->words);
  assert_string_equal(g_strdelimit(words, "\n", '|'), expected);
}

static void test_wrong_places(void **state)
{
  (void)state;
  check_kept("One <b>two</b> three<ul><li>four</li></ul> five", "One two three|four|five");
  check_kept("<p>one</p><div>two <b>three</b></div><div><p>four</p><p>five</p></div>", "one|two three|four|five");
  check_kept("<p>one</p><tr><td>two</td><td>three</td></tr>", "one|two three");
  check_kept("<ul>one<li>two</li><item>three</item><p>four</p><ul><li>five</li></ul></ul>", "one|two|three|four|five");
  check_kept("<table><tr><td>one</td><cell>two</cell>three</tr><row><cell>four</cell><td>five</td></row>"
             "<tbody><tr><td>six</td></tr></tbody><td>seven</td>eight</table>",
             "one|two|three|four|five||six|||seven|||eight||");
  check_kept("<p>one<br>two</br></p>", "one|two");
  check_kept("<p>one</p><item text='two'/>", "one|Not readable");
  check_kept("one<footnote>two <footnote>three</footnote>four</footnote> five", "one five|two three four");
  check_kept("one<footnote text='two'/> three", "one three|Not readable");
  check_kept("one<footnote/> three", "one three");
  check_kept("one<footnote number='3'/> three", "one three|Not readable");
  check_kept("<a href='#x'>one<footnote>two</footnote></a> three", "one three|two");
  check_kept("<p>one</p><footnote>two</footnote>", "one||two");
  check_kept("one<note>two</note> three", "onetwo three");
  check_kept("<item>one</item><item>two</item>, <font>thr</font>ee", "one two, three");
}

/* ---- tables with spans ----------------------------------------------------------------------------------------------
 */

static const ProseBlock *table_of(Arena *arena, const char *table, guint *ret_faults, char **ret_again)
{
  g_autofree char *text =
      g_strdup_printf("<plan xmlns='urn:qmr:1' format='1.0' code='HP'><thing>%s</thing></plan>", table);
  g_autoptr(DiagList) diags = diag_list_new();
  Plan *plan = record_read_memory(arena, "p.xml", text, strlen(text), specs, diags);
  *ret_faults = diag_count(diags, LEVEL_ERROR);
  const Thing *thing = g_ptr_array_index(plan->things, 0);
  g_autoptr(GString) out = g_string_new(NULL);
  record_write(&plan->record, out);
  if (ret_again)
    *ret_again =
        g_strndup(strstr(out->str, "<table"), (gsize)(strstr(out->str, "</table>") + 8 - strstr(out->str, "<table")));
  return g_ptr_array_index(thing->words->blocks, 0);
}

/* Every place is covered by one cell. */
static void check_covered(const ProseBlock *table)
{
  g_autofree guint *covered = g_new0(guint, table->columns * table->rows->len + 1);
  for (guint i = 0; i < table->rows->len; i++) {
    const GPtrArray *row = g_ptr_array_index(table->rows, i);
    for (guint k = 0; k < row->len; k++) {
      const ProseCell *cell = g_ptr_array_index(row, k);
      assert_true(cell->columns >= 1 && cell->column + cell->columns <= table->columns);
      assert_true(cell->rows >= 1 && i + cell->rows <= table->rows->len);
      for (guint r = i; r < i + cell->rows; r++)
        for (guint c = cell->column; c < (guint)cell->column + cell->columns; c++)
          covered[r * table->columns + c]++;
    }
  }
  for (guint i = 0; i < table->columns * table->rows->len; i++)
    assert_int_equal(covered[i], 1);
}

/* Tables of any spans, good and bad: every place is covered once, every word is kept, and what was made of it is
 * written so that it is read again without a fault. */
static void test_spans_of_any_kind(void **state)
{
  (void)state;
  guint clean = 0;
  for (guint seed = 0; seed < 400; seed++) {
    g_autoptr(GRand) dice = g_rand_new_with_seed(seed);
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GString) text = g_string_new("<table>"), words = g_string_new(NULL);
    guint columns = seed % 7 == 0 ? 29 : 1 + seed % 4, most = seed % 2 ? 1 : 3, word = 0;
    for (guint row = 0; row < 1 + seed % 6; row++) {
      g_string_append(text, "<tr>");
      for (guint k = 0; k < columns; k++) {
        const char *name = g_rand_boolean(dice) ? "th" : "td";
        g_string_append_printf(text, "<%s colspan='%d' rowspan='%d'>w%u</%s>", name,
                               g_rand_int_range(dice, 1, (gint)most + 1), g_rand_int_range(dice, 1, (gint)most + 1),
                               word, name);
        g_string_append_printf(words, "w%u ", word++);
      }
      g_string_append(text, "</tr>");
    }
    g_string_append(text, "</table>");
    guint faults, again_faults;
    g_autofree char *again = NULL;
    const ProseBlock *table = table_of(arena, text->str, &faults, &again);
    clean += faults == 0;
    check_covered(table);
    g_autoptr(GString) kept = g_string_new(NULL);
    for (guint i = 0; i < table->rows->len; i++) {
      const GPtrArray *row = g_ptr_array_index(table->rows, i);
      for (guint k = 0; k < row->len; k++) {
        g_autofree char *said = runs_to_text(((const ProseCell *)g_ptr_array_index(row, k))->runs);
        if (faults == 0 || strcmp(said, "Not readable") != 0) /* what a wrong span may have covered */
          g_string_append_printf(kept, "%s%s", said, said[0] ? " " : "");
      }
    }
    assert_string_equal(kept->str, words->str);
    check_covered(table_of(arena, again, &again_faults, NULL));
    assert_int_equal(again_faults, 0);
  }
  assert_true(clean > 20);
}

static void check_shape(const char *table, guint head, const char *labels)
{
  g_autoptr(Arena) arena = arena_new();
  guint faults;
  const ProseBlock *block = table_of(arena, table, &faults, NULL);
  assert_int_equal(faults, 0);
  assert_int_equal(prose_table_head(block), head);
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < block->rows->len; i++)
    g_string_append_c(out, prose_row_label(block, i) ? 'g' : prose_row_names_columns(block, i) ? 'c' : '.');
  assert_string_equal(out->str, labels);
}

static void test_shapes(void **state)
{
  (void)state;
  check_shape("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", 1, "c.");
  check_shape("<table><tr><td/><th>b</th></tr><tr><th>1</th><td>2</td></tr></table>", 1, "c.");
  check_shape("<table><tr><th>a</th><td>b</td></tr><tr><th>1</th><td>2</td></tr></table>", 0, "..");
  check_shape("<table><tr><th rowspan='2'>a</th><th colspan='2'>b</th></tr><tr><th>c</th><th>d</th></tr>"
              "<tr><th colspan='3'>group</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>",
              2, "ccg.");
  check_shape("<table><tr><th colspan='2'>group</th></tr><tr><td>1</td><td>2</td></tr></table>", 0, "g.");
  check_shape(
      "<table><tr><th colspan='2'>over</th></tr><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", 2,
      "cc.");
  check_shape(
      "<table><tr><th rowspan='2'>a</th><th>b</th></tr><tr><td>1</td></tr><tr><td>2</td><td>3</td></tr></table>", 0,
      "c..");
  check_shape("<table><tr><th>a</th></tr><tr><th>b</th></tr></table>", 1, "c.");
}

/* An attribute that is written as an element is none of the words around it. */
static void test_attribute_among_words(void **state)
{
  (void)state;
  const char *text =
      "<plan xmlns='urn:qmr:1' format='1.0' code='HP'><thing><code>1</code>Sweeping every street</thing></plan>";
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  Plan *plan = record_read_memory(arena, "p.xml", text, strlen(text), specs, diags);
  const Thing *thing = g_ptr_array_index(plan->things, 0);
  g_autofree char *words = prose_to_text(thing->words);
  assert_string_equal(words, "Sweeping every street");
  assert_true(record_is_unread(&thing->record, "code"));
}

/* A second one of what may be given once. */
static void test_given_twice(void **state)
{
  (void)state;
  const char *text = "<plan xmlns='urn:qmr:1' format='1.0' code='HP'><summary>one</summary><summary>two</summary>"
                     "<milestone code='a' due='2010-01-01'><title>t</title><commentary>three</commentary>"
                     "<commentary><p>four</p><p>five</p></commentary></milestone></plan>";
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  Plan *plan = record_read_memory(arena, "p.xml", text, strlen(text), specs, diags);
  g_autofree char *summary = runs_to_text(plan->summary);
  assert_string_equal(summary, "one\ntwo");
  const Milestone *milestone = g_ptr_array_index(plan->milestone, 0);
  g_autofree char *words = prose_to_text(milestone->commentary);
  assert_string_equal(words, "three\nfour\nfive");
}

/* One paragraph of plain text. */
static Prose *prose_of(Arena *arena, const char *text)
{
  ProseBlock *block = arena_alloc(arena, sizeof *block);
  block->kind = PROSE_PARA;
  block->runs = arena_list(arena);
  g_ptr_array_add(block->runs, run_new(arena, text, 0));
  Prose *prose = arena_alloc(arena, sizeof *prose);
  prose->blocks = arena_list(arena);
  g_ptr_array_add(prose->blocks, block);
  return prose;
}

static void test_made(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  assert_true(prose_is_empty(NULL));
  assert_true(prose_is_empty(prose_of(arena, " \xC2\xA0")));
  assert_false(prose_is_empty(prose_of(arena, "x")));
  Plan *plan = record_new(arena, &plan_spec, NULL);
  Thing *thing = record_new(arena, &thing_spec, &plan->record);
  g_ptr_array_add(plan->things, thing);
  plan->code = arena_strdup(arena, "H\tP\n\"<>");
  thing->words = prose_of(arena, "bad \x01 \xEF\xBF\xBF \xFF & good \xEF\xBF\xBD");
  g_autoptr(GString) out = g_string_new(NULL);
  record_write(&plan->record, out);
  assert_string_equal(out->str, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<plan xmlns=\"urn:qmr:1\" format=\"1.0\" code=\"H&#9;P&#10;&quot;&lt;&gt;\">\n"
                                "  <thing>bad \xEF\xBF\xBD \xEF\xBF\xBD \xEF\xBF\xBD &amp; good \xEF\xBF\xBD</thing>\n"
                                "</plan>\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_folding),
    cmocka_unit_test(test_looks),
    cmocka_unit_test(test_breaks),
    cmocka_unit_test(test_footnotes),
    cmocka_unit_test(test_labels),
    cmocka_unit_test(test_blocks),
    cmocka_unit_test(test_made),
    cmocka_unit_test(test_wrong_places),
    cmocka_unit_test(test_attribute_among_words),
    cmocka_unit_test(test_given_twice),
    cmocka_unit_test(test_spans_of_any_kind),
    cmocka_unit_test(test_shapes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* How values, dates and periods read, in the words of the house and of another language. */
#include "testing.h"

#include "document/document.h"
#include "layout/layout.h"
#include "record/record-read.h"

typedef struct {
  Arena *arena;
  Document *document;
} Language;

/* A document with the words of a file; NULL: with none. */
static Language language(const char *file)
{
  Language language = { arena_new(), NULL };
  language.document = record_new(language.arena, &document_spec, NULL);
  if (!file)
    return language;
  g_autofree char *path = g_build_filename(g_getenv("QMR_LAYOUTS"), file, NULL);
  g_autoptr(DiagList) diags = diag_list_new();
  const Words *words = record_read_file(language.arena, path, &words_spec, diags, NULL);
  assert_non_null(words);
  assert_int_equal(diag_count(diags, LEVEL_NOTE), 0);
  language.document->words = words->words;
  return language;
}

/* number NULL: the state or the text. */
static Value value_of(const char *number, int unit, int decimals, int state, guint flags, const char *text)
{
  Value value = { .unit = unit, .decimals = decimals, .state = state, .flags = flags, .text = (char *)text };
  value.number.given = number != NULL;
  if (number)
    assert_true(amount_parse(number, &value.number.amount));
  return value;
}

enum { E = 1 << FLAG_ESTIMATE, R = 1 << FLAG_REVISED, LATE = 1 << FLAG_IN_ARREARS };

static void figures(void **state)
{
  (void)state;
  static const struct {
    const char *number;
    int unit, decimals, state;
    guint flags;
    const char *given, *text, *sentence;
  } cases[] = {
    { "6.87", UNIT_PERCENT, -1, 0, 0, NULL, "6.87%", "6.87%" },
    { "6.875", UNIT_PERCENT, 2, 0, 0, NULL, "6.88%", "6.88%" },
    { "80", UNIT_PERCENT, 1, 0, 0, NULL, "80.0%", "80.0%" },
    { "0", UNIT_PERCENT, -1, 0, 0, NULL, "0%", "0%" },
    { "-3", UNIT_NONE, -1, 0, 0, NULL, "−3", "−3" },
    { "1234567.5", UNIT_COUNT, -1, 0, 0, NULL, "1,234,567.5", "1,234,567.5" },
    { "803.8", UNIT_PER_100000, 1, 0, E, NULL, "803.8 (E)", "803.8 per 100,000, estimate" },
    { "803.8", UNIT_PER_100000, 1, 0, E | R, NULL, "803.8 (E, R)", "803.8 per 100,000, estimate, revised" },
    { "7", UNIT_DAYS, -1, 0, LATE, NULL, "7 days (one quarter in arrears)", "7 days, one quarter in arrears" },
    { "1200", UNIT_POUNDS, -1, 0, 0, NULL, "£1,200", "£1,200" },
    { "-50000", UNIT_DOLLARS, -1, 0, 0, NULL, "\u2212$50,000", "\u2212$50,000" },
    { "-1.5", UNIT_MILLION_POUNDS, -1, 0, 0, NULL, "\u2212£1.5m", "\u2212£1.5m" },
    { "-3", UNIT_DAYS, -1, 0, 0, NULL, "\u22123 days", "\u22123 days" },
    { "1200", UNIT_THOUSAND_POUNDS, -1, 0, 0, NULL, "1,200", "£1,200 thousand" },
    { "1", UNIT_YES_NO, -1, 0, 0, NULL, "Yes", "yes" },
    { "0", UNIT_YES_NO, -1, 0, E, NULL, "No (E)", "no, estimate" },
    { NULL, UNIT_PERCENT, -1, STATE_NOT_AVAILABLE, 0, NULL, "NYA", "not yet available" },
    { NULL, UNIT_PERCENT, -1, STATE_NOT_SUPPLIED, 0, NULL, "Not supplied", "not supplied" },
    { NULL, UNIT_TEXT, -1, 0, 0, "Shift in offence type", "Shift in offence type", "Shift in offence type" },
    { NULL, UNIT_PERCENT, -1, 0, E, NULL, "", "" }, /* nothing is not an estimate of anything */
  };
  Language house = language("words-en-GB.xml");
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    const Value value =
        value_of(cases[i].number, cases[i].unit, cases[i].decimals, cases[i].state, cases[i].flags, cases[i].given);
    g_autofree char *text = value_to_text(house.document, &value), *said = value_to_sentence(house.document, &value);
    assert_string_equal(text, cases[i].text);
    assert_string_equal(said, cases[i].sentence);
  }
  arena_free(house.arena);
}

static void parentheses(void **state)
{
  (void)state;
  Language house = language("words-en-GB.xml");
  static const struct {
    const char *number, *text;
  } cases[] = { { "-3", "(3)" }, { "-1234.5", "(1,234.5)" }, { "3", "3" }, { "0", "0" } };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    Value value = value_of(cases[i].number, UNIT_THOUSAND_POUNDS, -1, 0, 0, NULL);
    value.parentheses = true;
    g_autofree char *text = value_to_text(house.document, &value);
    assert_string_equal(text, cases[i].text);
  }
  arena_free(house.arena);
}

static void dates(void **state)
{
  (void)state;
  static const struct {
    const char *date, *period, *english, *welsh, *bare;
  } cases[] = {
    { "2010-03-31", NULL, "31 March 2010", "31 Mawrth 2010", "31 3 2010" },
    { "2010-08", NULL, "August 2010", "Awst 2010", "8 2010" },
    { NULL, "2009-10", "2009/10", "2009/10", "2009/10" },
    { NULL, "2099-00", "", "", "" }, /* no period */
    { NULL, "2009-10-Q4", "Quarter 4 2009/10", "Chwarter 4 2009/10", "Q4 2009/10" },
    { NULL, "2009-10-M12", "March 2010", "Mawrth 2010", "3 2010" },
    { NULL, "2009-10-M1", "April 2009", "Ebrill 2009", "4 2009" },
  };
  Language house = language("words-en-GB.xml"), welsh = language("words-cy.xml"), bare = language(NULL);
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    When when = { .date = { 0 } };
    if (cases[i].date)
      assert_true(date_parse(cases[i].date, &when.date));
    else
      assert_int_equal(period_parse(cases[i].period, &when.period), *cases[i].english != '\0');
    g_autofree char *a = when_to_text(house.document, &when), *b = when_to_text(welsh.document, &when),
                    *c = when_to_text(bare.document, &when);
    assert_string_equal(a, cases[i].english);
    assert_string_equal(b, cases[i].welsh);
    assert_string_equal(c, cases[i].bare);
  }
  arena_free(house.arena);
  arena_free(welsh.arena);
  arena_free(bare.arena);
}

static void welsh_figures(void **state)
{
  (void)state;
  Language welsh = language("words-cy.xml");
  const Value estimate = value_of("803.8", UNIT_PER_100000, 1, 0, E, NULL);
  const Value missing = value_of(NULL, UNIT_PERCENT, -1, STATE_NOT_AVAILABLE, 0, NULL);
  g_autofree char *text = value_to_text(welsh.document, &estimate),
                  *said = value_to_sentence(welsh.document, &estimate);
  g_autofree char *nya = value_to_text(welsh.document, &missing);
  assert_string_equal(text, "803.8 (A)");
  assert_string_equal(said, "803.8 fesul 100,000, amcangyfrif");
  assert_string_equal(nya, "Ddim ar gael eto"); /* no shorthand in that language: the words themselves */
  arena_free(welsh.arena);
}

static void phrases(void **state)
{
  (void)state;
  static const char *const names[] = { "n", "year", NULL };
  static const char *const values[] = { "4", "2009/10" };
  static const struct {
    const char *text, *filled;
  } cases[] = {
    { "Quarter {n} {year}", "Quarter 4 2009/10" },
    { "{n}{n}", "44" },
    { "{page} of {n}", "{page} of 4" },
    { "{n", "{n" },
    { "}{", "}{" },
    { "", "" },
    { "{{n}}", "{4}" },
  };
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *filled = word_fill(cases[i].text, names, values);
    assert_string_equal(filled, cases[i].filled);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(figures),       cmocka_unit_test(parentheses), cmocka_unit_test(dates),
    cmocka_unit_test(welsh_figures), cmocka_unit_test(phrases),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

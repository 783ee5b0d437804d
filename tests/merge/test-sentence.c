/* Sentences: what counts as a figure, a year, a quarter, a date, and where a sentence ends. */
#include "testing.h"

#include "facts/sentence.h"

/* All tokens of a text as "word number% year quarter", sentences separated by " | ". */
static char *show(const char *text)
{
  g_autoptr(Arena) arena = arena_new();
  const GPtrArray *sentences = sentences_of_text(arena, text);
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(sentences, i);
    g_string_append(out, i > 0 ? " |" : "");
    for (guint j = 0; sentence_token(sentence, j); j++) {
      const Token *token = sentence_token(sentence, j);
      g_autofree char *number = amount_to_string(token->number);
      g_string_append(out, out->len > 0 ? " " : "");
      if (token->kind == TOKEN_WORD || token->kind == TOKEN_SIGN)
        g_string_append(out, token->word);
      else
        g_string_append_printf(out, "%s%s%s%s%s%s",
                               token->kind == TOKEN_YEAR      ? "Y"
                               : token->kind == TOKEN_QUARTER ? "Q"
                                                              : "",
                               token->pounds ? "£" : "", number, token->percent ? "%" : "", token->ordinal ? "th" : "",
                               sentence_is_figure(sentence, j) ? "*" : "");
    }
  }
  return g_string_free(out, FALSE);
}

static void assert_tokens(const char *text, const char *expected)
{
  g_autofree char *is = show(text);
  assert_string_equal(is, expected);
}

static void test_numbers(void **state)
{
  (void)state;
  assert_tokens("3,836 to 3,710, a 3.3% fall", "3836* to 3710* , a 3.3%* fall");
  assert_tokens("55 per cent, 60 % and 7 percent", "55%* , 60%* and 7%*");
  assert_tokens("1.8 percentage points", "1.8* percentage points");
  assert_tokens("£1.2m, £123,000, £4 million and £5k", "£1200000.0* , £123000* , £4000000* and £5000*");
  assert_tokens("a target of 130 thousand, 2 million homes, 12 m and 5k",
                "a target of 130000* , 2000000* homes , 12* m and 5* k");
  assert_tokens("2/34 (5.9%)", "2* / 34* ( 5.9%* )");
  assert_tokens("NI 130, HP LI 5 and CCC24", "ni 130 , hp li 5 and ccc 24");
  assert_tokens("on 31st March 2010, 4 May", "on 31th march 2010 , 4 may");
  assert_tokens("12,34 is 12 and 34", "12* , 34* is 12* and 34*");
  assert_tokens("1928,701, 1,928,701 and 19,2870", "1928* , 701* , 1928701* and 19* , 2870*");
  assert_tokens("in 2009,120 homes; 1,234567", "in 2009 , 120* homes ; 1* , 234567*");
  assert_tokens("123456789012345678901234567890", "#");
}

/* No figure is read by half, whoever wrote it. */
static void test_figures_of_others(void **state)
{
  (void)state;
  assert_tokens("1.234,5 and 1.234.567 and 12.345,67", "1234.5* and 1234567* and 12345.67*");
  assert_tokens("1'234, 1’234.50 and 12'345'678", "1234* , 1234.50* and 12345678*");
  assert_tokens("1\u00a0234 homes, 12\u202f345,6 and 1\u2009234\u2009567", "1234* homes , 12345.6* and 1234567*");
  assert_tokens("1.234 and 0.123 and 1.234.5", "1.234* and 0.123* and 1.234* . 5*");
  assert_tokens("12,5 % of 12,5\u00a0% and 7,25%", "12.5%* of 12.5%* and 7.25%*");
  assert_tokens("55\u00a0% and 7\u00a0per cent, £4\u00a0million", "55%* and 7%* , £4000000*");
  assert_tokens("2½ days, 12¾%", "2.5* days , 12.75%*");
  assert_tokens("45¹ homes, 10² and 10³", "45* homes , # and #");
  assert_tokens("of 1 234 homes, NI 130 250 and 12 345 678; 5 30, 2010 120",
                "of # homes , ni 130 250* and # ; 5* 30* , 2010 120*");
  assert_tokens("it's 5 o'clock, the 90's", "it's 5* o'clock , the 90* ' s");
}

static void test_years_and_quarters(void **state)
{
  (void)state;
  assert_tokens("2009/10, 2009-10, 2009 / 2010 and 2009–10", "Y2009 , Y2009 , Y2009 and Y2009");
  assert_tokens("2009/11", "2009 / 11*");
  assert_tokens("Q3, qtr. 3, Quarter 3 and the third quarter", "Q3 , Q3 , Q3 and the Q3");
  assert_tokens("quarter 5, quarter", "quarter 5* , quarter");
  assert_tokens("Q1 30, Q2 33", "Q1 30* , Q2 33*");
}

static void test_sentences(void **state)
{
  (void)state;
  assert_tokens("It is done. Next comes 3.5! Is it? Yes.", "it is done | next comes 3.5* | is it | yes");
  assert_tokens("in Qtr. 1 (117 less)", "in Q1 ( 117* less )");
  assert_tokens("one\ntwo", "one | two");
  assert_tokens("", "");
  assert_tokens("Ünïcode wörds – and signs…", "ünïcode wörds – and signs …");
}

static void test_dates(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  const GPtrArray *sentences = sentences_of_text(arena, "by 31st of September 2010 or in Feb 2011 or in May");
  const Sentence *sentence = g_ptr_array_index(sentences, 0);
  Date date;
  guint last;
  assert_true(sentence_date(sentence, 1, &date, &last));
  assert_int_equal(date.day, 31);
  assert_int_equal(date.month, 9);
  assert_int_equal(date.year, 2010);
  assert_int_equal(last, 4);
  assert_true(sentence_date(sentence, 7, &date, &last));
  assert_int_equal(date.day, 0);
  assert_int_equal(date.month, 2);
  assert_int_equal(date.year, 2011);
  assert_false(sentence_date(sentence, 11, &date, &last));
}

static void test_phrases(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  const GPtrArray *sentences = sentences_of_text(arena, "There was No Significant progress.");
  const Sentence *sentence = g_ptr_array_index(sentences, 0);
  static const char *const phrase[] = { "no", "*", "progress", NULL }, *const longer[] = { "progress", "made", NULL };
  static const char *const words[] = { "some", "progress", NULL };
  assert_int_equal(sentence_find(sentence, phrase, 0), 2);
  assert_int_equal(sentence_find(sentence, phrase, 3), -1);
  assert_int_equal(sentence_find(sentence, longer, 0), -1);
  assert_true(sentence_has(sentence, words));
  g_autofree char *quote = sentence_quote(sentence, 2, 4);
  assert_string_equal(quote, "No Significant progress");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_numbers),
    cmocka_unit_test(test_figures_of_others),
    cmocka_unit_test(test_years_and_quarters),
    cmocka_unit_test(test_sentences),
    cmocka_unit_test(test_dates),
    cmocka_unit_test(test_phrases),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

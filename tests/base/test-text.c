/* Words: "did you mean", folding of white space, the vocabularies, and JSON. */
#include "testing.h"

#include "base/json.h"
#include "base/text.h"
#include "vocabulary/vocabulary.h"
#include <string.h>

static void check_closest(const char *word, const char *const *candidates, const char *expected)
{
  const char *closest = text_closest(word, candidates);
  if (g_strcmp0(closest, expected) != 0)
    fail_msg("'%s': %s, not %s", word, closest ? closest : "none", expected ? expected : "none");
}

static void slips_are_recognised(void **state)
{
  (void)state;
  static const char *const fields[] = { "milestone", "measure", "due", "code", "target", NULL };
  check_closest("milestone", fields, "milestone");
  check_closest("MileStone", fields, "milestone");
  check_closest("milstone", fields, "milestone");   /* left out */
  check_closest("millestone", fields, "milestone"); /* put in */
  check_closest("mylestone", fields, "milestone");  /* replaced */
  check_closest("imlestone", fields, "milestone");  /* swapped */
  check_closest("mielstoen", fields, "milestone");  /* two swaps */
  check_closest("dew", fields, NULL);               /* two of three wrong */
  check_closest("deu", fields, "due");
  check_closest("mesure", fields, "measure");
  check_closest("tragets", fields, "target");
  check_closest("xyz", fields, NULL);
  check_closest("", fields, NULL);
  check_closest("narrative", fields, NULL);
}

static void a_third_may_be_wrong(void **state)
{
  (void)state;
  static const char *const one[] = { "abcdefghi", NULL };
  check_closest("abcdefxyz", one, "abcdefghi"); /* 3 of 9 */
  check_closest("abcdewxyz", one, NULL);        /* 4 of 9 */
  check_closest("abcdef", one, NULL);           /* 3 of 6 */
  check_closest("abcdefghijkl", one, "abcdefghi");
  static const char *const shortest[] = { "a", "ab", NULL };
  check_closest("x", shortest, NULL); /* no letter right */
  check_closest("b", shortest, "ab");
  check_closest("A", shortest, "a");
}

static void codes_stand_in_their_order(void **state)
{
  (void)state;
  static const char *const order[] = { "",      "7",      "07",      "7a",     "LI",      "LI 9",
                                       "LI 11", "LI 100", "LI 100a", "NI 2/1", "NI 2/10", "b" };
  for (guint i = 0; i < G_N_ELEMENTS(order); i++)
    for (guint k = 0; k < G_N_ELEMENTS(order); k++) {
      int is = text_compare(order[i], order[k]);
      bool seven =
          (i == 1 && k == 2) || (i == 2 && k == 1); /* of equal numbers either may be first, but always the same */
      if (!seven && (is > 0) - (is < 0) != (i > k) - (i < k))
        fail_msg("'%s' and '%s': %d", order[i], order[k], is);
    }
  assert_int_not_equal(text_compare("7", "07"), 0);
}

static void the_first_of_equals_wins(void **state)
{
  (void)state;
  static const char *const cats[] = { "bat", "cat", "hat", NULL };
  check_closest("rat", cats, "bat");
  check_closest("cat", cats, "cat"); /* but a closer one is better */
  static const char *const nothing[] = { NULL };
  check_closest("cat", nothing, NULL);
  static const char *const gaps[] = { "", "cats", NULL };
  check_closest("cat", gaps, "cats");
}

static void letters_not_bytes_are_counted(void **state)
{
  (void)state;
  static const char *const welsh[] = { "tŷ bach", "Ŵyl", NULL };
  check_closest("ty bach", welsh, "tŷ bach");
  check_closest("ŵyl", welsh, "Ŵyl");
  check_closest("\xff\xfe", welsh, NULL);
  assert_int_equal(text_length("tŷ"), 2);
  assert_int_equal(text_length(""), 0);
  g_autofree char *endless = g_strnfill(100000, 'a');
  const char *const lengths[] = { endless, "a", NULL };
  check_closest(endless, lengths, NULL);
  check_closest("a", lengths, "a");
}

/* A word is closest to itself, and one slip in a word of four letters or more is forgiven. */
static void one_slip_is_always_forgiven(void **state)
{
  (void)state;
  for (int value = 1; value < (int)terms_unit.n; value++) {
    const char *word = terms_name(&terms_unit, value);
    check_closest(word, terms_unit.names, word);
    gsize length = strlen(word);
    for (gsize i = 0; length >= 4 && i < length; i++) {
      g_autofree char *slip = g_strdup(word);
      slip[i] = '#';
      const char *closest = text_closest(slip, terms_unit.names);
      assert_non_null(closest);
    }
  }
}

static void check_folded(const char *text, const char *expected)
{
  g_autofree char *folded = text_fold(text);
  assert_string_equal(folded, expected);
  g_autofree char *again = text_fold(folded);
  assert_string_equal(again, expected);
}

static void white_space_is_folded(void **state)
{
  (void)state;
  check_folded("", "");
  check_folded(" \t\r\n ", "");
  check_folded("one", "one");
  check_folded("  one \n\t two\r\n", "one two");
  check_folded("£5\xc2\xa0million ", "£5\xc2\xa0million"); /* a no-break space is meant */
}

static void vocabularies_are_complete(void **state)
{
  (void)state;
  static const struct {
    const Terms *terms;
    guint n;
    int value;
    const char *word;
  } rows[] = {
    { &terms_unit, 25, UNIT_PER_100000, "per-100000" },
    { &terms_unit, 25, UNIT_NOT_READABLE, "not-readable" },
    { &terms_state, 12, STATE_NOT_READABLE, "not-readable" },
    { &terms_state, 12, STATE_ANNUAL, "annual" },
    { &terms_flag, 11, FLAG_CALCULATED, "calculated" },
    { &terms_flag, 11, FLAG_LOW_RELIABILITY, "low-reliability" },
    { &terms_kind, 11, KIND_RANK, "rank" },
    { &terms_polarity, 5, POLARITY_CONTEXT, "context" },
    { &terms_frequency, 6, FREQUENCY_OCCASIONAL, "occasional" },
    { &terms_category, 7, CATEGORY_AREA_PARTNER, "area-partner" },
    { &terms_rating, 11, RATING_NOT_RATED, "not-rated" },
    { &terms_travel, 7, TRAVEL_NO_CLEAR_CHANGE, "no-clear-change" },
    { &terms_risk, 4, RISK_HIGH, "high" },
    { &terms_status, 3, STATUS_FINAL, "final" },
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    const Terms *terms = rows[i].terms;
    assert_int_equal(terms->n, rows[i].n);
    assert_string_equal(terms_name(terms, rows[i].value), rows[i].word);
    assert_null(terms->names[terms->n]);
    assert_string_equal(terms->names[0], "");
    for (int value = 1; value < (int)terms->n; value++)
      assert_int_equal(terms_find(terms, terms_name(terms, value)), value); /* no gap, no word twice */
    assert_string_equal(terms_name(terms, 0), "");
    assert_string_equal(terms_name(terms, -1), "");
    assert_string_equal(terms_name(terms, (int)terms->n), "");
    assert_int_equal(terms_find(terms, ""), -1);
    assert_int_equal(terms_find(terms, "Green"), -1);
    assert_int_equal(terms_find(terms, "unheard-of"), -1);
  }
}

static void councils_have_words_of_their_own(void **state)
{
  (void)state;
  int own = terms_take(&terms_unit, "petajoules");
  assert_int_equal(own, (int)terms_unit.n);
  assert_string_equal(terms_name(&terms_unit, own), "petajoules");
  assert_int_equal(terms_take(&terms_unit, "petajoules"), own);
  assert_int_equal(terms_find(&terms_unit, "petajoules"), own);
  assert_int_equal(terms_take(&terms_unit, "days"), UNIT_DAYS);
  assert_int_equal(terms_take(&terms_flag, "petajoules"), -1);
  assert_int_equal(terms_find(&terms_category, "petajoules"), -1);
}

static void json_strings_are_escaped(void **state)
{
  (void)state;
  g_autoptr(GString) out = g_string_new(NULL);
  json_string(out, "a \"b\" \\ / \n\r\t\x01\x1f £ \x7f");
  assert_string_equal(out->str, "\"a \\\"b\\\" \\\\ / \\n\\r\\t\\u0001\\u001f £ \x7f\"");
  g_string_truncate(out, 0);
  json_string(out, "bad \xff byte");
  assert_string_equal(out->str, "\"bad \xef\xbf\xbd byte\"");
  g_string_truncate(out, 0);
  json_string(out, NULL);
  json_key(out, NULL);
  json_string(out, "");
  assert_string_equal(out->str, "null, \"\"");
}

static void json_commas_stand_between(void **state)
{
  (void)state;
  g_autoptr(GString) out = g_string_new("{");
  json_key(out, "file");
  json_string(out, "ends with {");
  json_key(out, "line");
  json_key(out, NULL); /* no comma before a value */
  g_string_append(out, "4");
  json_key(out, "list");
  g_string_append(out, "[");
  json_key(out, NULL);
  g_string_append(out, "1");
  json_key(out, NULL);
  g_string_append(out, "{");
  json_key(out, "in");
  g_string_append(out, "[\n  ");
  json_key(out, NULL);
  json_string(out, "x");
  g_string_append(out, "]}]}");
  assert_string_equal(out->str, "{\"file\": \"ends with {\", \"line\": 4, \"list\": [1, {\"in\": [\n  \"x\"]}]}");
}

/* Names of files, whatever their bytes: as text that XML holds as it is, and back. */
static void check_escaped(const char *text, const char *expected)
{
  g_autofree char *escaped = text_escape(text), *back = text_unescape(escaped), *folded = text_fold(escaped);
  if (expected)
    assert_string_equal(escaped, expected);
  assert_string_equal(back, text);
  assert_string_equal(folded, escaped);
  assert_true(g_utf8_validate(escaped, -1, NULL));
}

static void file_names_survive(void **state)
{
  (void)state;
  check_escaped("plans/housing 2009.xml", "plans/housing 2009.xml");
  check_escaped(" a  b ", "%20a%20 b%20");
  check_escaped("new\nline\ttab\033[31m\177", "new%0Aline%09tab%1B[31m%7F");
  check_escaped("100%25 %0A%", "100%2525 %250A%25");
  check_escaped("caf\xC3\xA9", "caf\xC3\xA9");
  check_escaped("bad\xFF\xC0", "bad%FF%C0");
  check_escaped("c1\xC2\x9B", "c1%C2%9B");
  check_escaped("", "");
  for (int c = 1; c < 256; c++)
    for (int d = 1; d < 256; d++) {
      const char text[] = { (char)c, (char)d, (char)c, '\0' };
      check_escaped(text, NULL);
    }
}

static void check_tame(const char *text, const char *expected)
{
  g_autofree char *tame = text_tame(text);
  assert_string_equal(tame, expected);
}

static void what_is_printed_is_tame(void **state)
{
  (void)state;
  check_tame("plan \t caf\xC3\xA9.xml", "plan   caf\xC3\xA9.xml");
  check_tame("new\nline", "new line");
  check_tame("\033[2J\r\a\177", "\xEF\xBF\xBD[2J\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  check_tame("bad\xFF", "bad\xEF\xBF\xBD");
  check_tame("c1\xC2\x9B", "c1\xEF\xBF\xBD");
  check_tame("\xE2\x80\xAEltr", "\xEF\xBF\xBDltr");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(slips_are_recognised),        cmocka_unit_test(a_third_may_be_wrong),
    cmocka_unit_test(the_first_of_equals_wins),    cmocka_unit_test(letters_not_bytes_are_counted),
    cmocka_unit_test(one_slip_is_always_forgiven), cmocka_unit_test(white_space_is_folded),
    cmocka_unit_test(vocabularies_are_complete),   cmocka_unit_test(councils_have_words_of_their_own),
    cmocka_unit_test(json_strings_are_escaped),    cmocka_unit_test(json_commas_stand_between),
    cmocka_unit_test(file_names_survive),          cmocka_unit_test(what_is_printed_is_tame),
    cmocka_unit_test(codes_stand_in_their_order),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

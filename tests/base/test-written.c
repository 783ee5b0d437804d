/* Figures as people write them: what is advised is what was meant, or nothing; and only digits and a point are read. */
#include "record/record.h"
#include "record/value-guess.h"
#include "record/value-spell.h"
#include "record/value.h"
#include "testing.h"
#include <string.h>

static const Field number_field = { "number", NULL, IN_ATTRIBUTE, FIELD_AMOUNT, 0, 0, NULL };

/* The message for the text; NULL: it was read. Caller frees. */
static char *said_of(const char *text)
{
  g_autoptr(Arena) arena = arena_new();
  OptAmount amount = { 0 };
  ValueFault fault = { 0 };
  return value_read(arena, &number_field, text, &amount, &fault) ? NULL : fault.text;
}

/* The digits in groups of three. */
static char *grouped(const char *digits, const char *sign)
{
  GString *out = g_string_new(NULL);
  gsize n = strlen(digits);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf(out, "%s%c", i > 0 && (n - i) % 3 == 0 ? sign : "", digits[i]);
  return g_string_free(out, FALSE);
}

/* One way to write the figure; doubtful: a comma or point alone that may part thousands or decimals. */
static void try_one(const char *whole, const char *decimals, const char *group, const char *point, const char *minus,
                    const char *before, const char *behind)
{
  g_autofree char *groups = grouped(whole, group);
  bool any = strlen(whole) > 3 && *group;
  g_autofree char *written = g_strconcat(minus, before, groups, *decimals ? point : "", decimals, behind, NULL);
  g_autofree char *meant = g_strconcat(*minus ? "-" : "", whole, *decimals ? "." : "", decimals, NULL);
  g_autofree char *guess = value_guess_amount(written);
  bool alone = *decimals && !any && *point == ',';
  bool doubtful = (alone && strlen(decimals) == 3) || (!*decimals && any && *group == '.' && strlen(whole) < 7);
  if (doubtful)
    return;
  if (guess && strcmp(guess, meant) != 0)
    fail_msg("'%s' is taken for %s, not %s", written, guess, meant);
  if (!guess && strcmp(written, meant) != 0 && !alone)
    fail_msg("'%s' is not understood", written);
  g_autofree char *said = said_of(written);
  if (!said && strcmp(written, meant) != 0)
    fail_msg("'%s' was read", written);
  if (said && !strstr(said, meant))
    fail_msg("'%s': %s", written, said);
}

static void figures_of_all_countries(void **state)
{
  (void)state;
  static const char *const wholes[] = { "0", "7", "12", "345", "1234", "98765", "123456", "1234567", "12345678" };
  static const char *const decimals[] = { "", "5", "25", "125", "0625" };
  static const char *const groups[] = { "", ",", ".", " ", "\u00a0", "\u202f", "\u2009", "'", "\u2019" };
  static const char *const minus[] = { "", "-", "\u2212", "\u2013", "\uff0d", "- " };
  static const char *const around[][2] = {
    { "", "" },        { "\u00a3", "" },  { "\u20ac", "" }, { "", "%" },
    { "", "\u00a0%" }, { "", " \u20ac" }, { "$", "" },      { "", " per cent" }
  };
  for (guint w = 0; w < G_N_ELEMENTS(wholes); w++)
    for (guint d = 0; d < G_N_ELEMENTS(decimals); d++)
      for (guint g = 0; g < G_N_ELEMENTS(groups); g++)
        for (guint m = 0; m < G_N_ELEMENTS(minus); m++)
          for (guint a = 0; a < G_N_ELEMENTS(around); a++)
            for (int comma = 0; comma < 2; comma++)
              if (*groups[g] != (comma ? ',' : '.'))
                try_one(wholes[w], decimals[d], groups[g], comma ? "," : ".", minus[m], around[a][0], around[a][1]);
}

/* Nothing is advised for a piece: what was meant may be a thousand times as much. */
static void try_piece(const char *piece, const char *before, const char *behind)
{
  g_autofree char *written = g_strconcat(before, piece, behind, NULL), *said = said_of(written);
  if (!said || strstr(said, "written") || strstr(said, "did you mean"))
    fail_msg("'%s': %s", written, said ? said : "was read");
}

/* Figures that were cut off at a comma, at the end or at the beginning. */
static void pieces_of_figures(void **state)
{
  (void)state;
  static const char *const wholes[] = { "1192", "7000", "12345", "123456", "1234567", "98765432" };
  static const char *const before[] = { "", "-", "\u2212", "- ", "\u00a3", "\u20ac ", "$", "c. ", "> ", "over " };
  static const char *const behind[] = { "",  "%",        " per cent", " \u20ac", "k",    "K",
                                        "m", " million", "bn",        " (E)",    " days" };
  static const char *const commas[] = { ",", "\uff0c", "\u066c" };
  for (guint w = 0; w < G_N_ELEMENTS(wholes); w++)
    for (guint c = 0; c < G_N_ELEMENTS(commas); c++) {
      g_autofree char *whole = grouped(wholes[w], ",");
      g_auto(GStrv) groups = g_strsplit(whole, ",", -1);
      g_autofree char *figure = g_strjoinv(commas[c], groups);
      for (const char *at = strstr(figure, commas[c]); at; at = strstr(at + 1, commas[c])) {
        g_autofree char *first = g_strndup(figure, (gsize)(at - figure) + strlen(commas[c]));
        for (guint b = 0; b < G_N_ELEMENTS(before); b++) {
          try_piece(first, before[b], "");
          for (guint a = 0; a < G_N_ELEMENTS(behind); a++)
            try_piece(at, before[b], behind[a]);
        }
      }
    }
}

/* Of figures in other dress: what the message says. */
static void what_is_advised(void **state)
{
  (void)state;
  static const struct {
    const char *written, *says;
  } rows[] = {
    { "1 2", "is not a number" },
    { "12 34", "is not a number" },
    { "1,23,456", "is not a number" },
    { "1,23", "did you mean 1.23?" },
    { "12,345", "written 12345" },
    { "\uff11\uff12\uff13", "written 123" },
    { "\u00bd", "written 0.5" },
    { "2\u00bd", "written 2.5" },
    { "2 \u00be", "written 2.75" },
    { "\u2153", "is not a number" },
    { "5\u00b9", "written 5; what" },
    { "5*", "written 5; what" },
    { "1.5e3", "written 1500" },
    { "27 & 30", "27 for the one and 30" },
    { "27; 1,030", "27 for the one and 1030" },
    { "3/4", "numerator=\"3\" denominator=\"4\"" },
    { "1\u20445", "numerator=\"1\"" },
    { "1 in 5", "numerator=\"1\" denominator=\"5\"" },
    { "c. 40", "flags=\"around\"" },
    { "ca. 1.200,5", "written 1200.5, with flags=\"around\"" },
    { ">95", "flags=\"over\"" },
    { "\u2264 5", "flags=\"under\"" },
    { "5 est.", "flags=\"estimate\"" },
    { "1,234 (prov)", "written 1234, with flags=\"provisional\"" },
    { "2009/10", "is a year" },
    { "5 days", "written 5; the unit" },
    { "5\u00b0C", "written 5; the unit" },
    { "+5", "written 5" },
    { "(1,234.5)", "written -1234.5" },
    { "5.", "written 5" },
    { ",5", "written 0.5" },
    { ",1925", "written 0.1925" },
    { "\u00a3,5k", "500" },
    { ",5 million", "500000" },
    { "1,192k", "1192000" },
  };
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *said = said_of(rows[i].written);
    if (!said || !strstr(said, rows[i].says))
      fail_msg("'%s': %s, not %s", rows[i].written, said ? said : "read", rows[i].says);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(figures_of_all_countries), cmocka_unit_test(pieces_of_figures),
                                      cmocka_unit_test(what_is_advised) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

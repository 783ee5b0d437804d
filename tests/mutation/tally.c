/* Counting and printing. */
#include "tally.h"
#include <stdio.h>

/* clang-format off */
static const struct {
  const char *title;
  const char *families;
  bool strict; /* arithmetic or reference: all must be found */
} kinds[MUTANT_KINDS] = {
  [MUTANT_STATEMENT] = { "figure of a statement", "AV", true },
  [MUTANT_LINES] = { "line of a statement lost", "A", true },
  [MUTANT_PARTS] = { "numerator or denominator", "A", true },
  [MUTANT_MEASURES] = { "measure that a total adds", "AGMD", true },
  [MUTANT_RISK] = { "risk score or level", "AV", true },
  [MUTANT_COUNTS] = { "count or percentage in words", "W", true },
  [MUTANT_DANGLING] = { "reference to nothing", "RCSV", true },
  [MUTANT_TWICE] = { "one reference for two things", "RCMSD", true },
  [MUTANT_ELSEWHERE] = { "reference to another thing", "RCMDG", true },
  [MUTANT_NUMBERING] = { "section number", "R", true },
  [MUTANT_VALUE] = { "value of the period", "AGMWD", false },
  [MUTANT_HISTORY] = { "value of an earlier period", "ADMG", false },
  [MUTANT_TARGET] = { "target, profile, band", "AGMWDR", false },
  [MUTANT_QUARTILE] = { "quartile", "ADMG", false },
  [MUTANT_ZERO] = { "0 for missing", "AGMWD", false },
  [MUTANT_CARRIED] = { "last period's value again", "AGMWD", false },
  [MUTANT_SYMBOL] = { "symbol of an indicator", "GCW", false },
  [MUTANT_PROGRESS] = { "symbol of a milestone", "GCW", false },
  [MUTANT_TRAVEL] = { "direction of travel", "GW", false },
  [MUTANT_POLARITY] = { "polarity", "G", false },
  [MUTANT_UNIT] = { "unit", "AGWDRV", false },
  [MUTANT_RULE] = { "tolerance", "G", false },
  [MUTANT_DUE] = { "due date moved", "RDMWV", false },
  [MUTANT_DATE] = { "other date moved", "RCDV", false },
  [MUTANT_IMPOSSIBLE] = { "impossible date", "V", false },
  [MUTANT_PERIOD] = { "period of a figure or document", "RCDMV", false },
  [MUTANT_QUOTED] = { "quoted value or target", "W", false },
  [MUTANT_YEAR_WORDS] = { "year or quarter in words", "W", false },
  [MUTANT_DATE_WORDS] = { "date in words", "W", false },
  [MUTANT_COPIED] = { "last period's commentary again", "M", false },
  [MUTANT_DELETED] = { "entry or value left out", "CRMAG", false },
  [MUTANT_ADDED] = { "entry too many", "RASDC", false },
};
/* clang-format on */

void tally_init(Tally *tally)
{
  *tally = (Tally){ .counts = { { 0 } } };
  for (guint i = 0; i < MUTANT_KINDS; i++)
    tally->reasons[i] = g_hash_table_new(g_str_hash, g_str_equal);
}

void tally_clear(Tally *tally)
{
  for (guint i = 0; i < MUTANT_KINDS; i++)
    g_hash_table_unref(tally->reasons[i]);
}

void tally_add(Tally *tally, const Mutant *mutant, bool found)
{
  Count *count = &tally->counts[mutant->kind];
  count->made++;
  count->covered += mutant->covered != NULL;
  count->found += mutant->covered && found;
  count->beyond += !mutant->covered && found;
  if (mutant->covered || !mutant->why)
    return;
  gpointer n = g_hash_table_lookup(tally->reasons[mutant->kind], mutant->why);
  g_hash_table_insert(tally->reasons[mutant->kind], (char *)mutant->why, GUINT_TO_POINTER(GPOINTER_TO_UINT(n) + 1));
}

const char *tally_families(MutantKind kind)
{
  return kinds[kind].families;
}

const char *tally_title(MutantKind kind)
{
  return kinds[kind].title;
}

static double percent(const Count *count)
{
  return count->covered ? 100.0 * count->found / count->covered : 100;
}

/* The commonest reason; of two the one that comes first in the alphabet. */
static const char *main_reason(GHashTable *reasons)
{
  GHashTableIter iter;
  gpointer reason, n, best = NULL;
  guint most = 0;
  g_hash_table_iter_init(&iter, reasons);
  while (g_hash_table_iter_next(&iter, &reason, &n)) {
    guint is = GPOINTER_TO_UINT(n);
    if (is > most || (is == most && best && g_strcmp0(reason, best) < 0)) {
      best = reason;
      most = is;
    }
  }
  return best ? best : "";
}

static void print_row(const char *title, const Count *count, const char *reason)
{
  g_autofree char *share = count->covered ? g_strdup_printf("%.1f%%", percent(count)) : g_strdup("-");
  printf("| %-30s | %6u | %6u | %6u | %6s | %6u | %s |\n", title, count->made, count->covered, count->found, share,
         count->made - count->covered, reason);
}

void tally_print(const Tally *tally)
{
  Count sum = { 0 };
  printf(
      "| what was changed               |   made | a rule can see | found | share | cannot be seen | mostly because |\n"
      "|---|---:|---:|---:|---:|---:|---|\n");
  for (guint i = 0; i < MUTANT_KINDS; i++) {
    const Count *count = &tally->counts[i];
    if (count->made == 0)
      continue;
    print_row(kinds[i].title, count, main_reason(tally->reasons[i]));
    sum.made += count->made;
    sum.covered += count->covered;
    sum.found += count->found;
    sum.beyond += count->beyond;
  }
  print_row("**all**", &sum, "");
  printf("\nFound although nothing was thought to tell: %u\n", sum.beyond);
}

bool tally_is_good(const Tally *tally)
{
  bool good = true;
  for (guint i = 0; i < MUTANT_KINDS; i++) {
    double wanted = kinds[i].strict ? 100 : 95;
    if (percent(&tally->counts[i]) >= wanted)
      continue;
    printf("%s: %.1f%% found, %.0f%% wanted\n", kinds[i].title, percent(&tally->counts[i]), wanted);
    good = false;
  }
  return good;
}

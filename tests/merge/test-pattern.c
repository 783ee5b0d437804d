/* Sentence patterns: a sentence in, facts out; and sentences that say nothing of a row. */
#include "testing.h"

#include "facts/mentions.h"
#include "facts/pattern.h"

/* A plan of two indicators and a milestone, read in quarter 4 of 2009/10. */
typedef struct {
  Arena *arena;
  GPtrArray *indicators;
  GHashTable *mentions;
  Subjects *subjects;
  Milestone milestone;
  Framework framework;
  OwnPhrase phrase;
} World;

static Indicator *indicator_new(Arena *arena, const char *ref, const char *title, int unit)
{
  Indicator *indicator = record_new(arena, &indicator_spec, NULL);
  indicator->ref = arena_strdup(arena, ref);
  indicator->title = arena_strdup(arena, title);
  indicator->unit = unit;
  return indicator;
}

static void world_init(World *w)
{
  *w = (World){ .arena = arena_new() };
  w->indicators = arena_list(w->arena);
  g_ptr_array_add(w->indicators, indicator_new(w->arena, "H LI 1", "Empty homes brought back into use", UNIT_COUNT));
  g_ptr_array_add(w->indicators,
                  indicator_new(w->arena, "H LI 5", "Repairs finished at the first visit", UNIT_PERCENT));
  w->mentions = mentions_of(w->indicators);
  w->subjects = subjects_new(w->indicators);
  w->milestone = (Milestone){ .ref = (char *)"H1-2" };
  w->phrase = (OwnPhrase){ .means = PHRASES_TARGET, .text = (char *)"Ambition" };
  w->framework.phrases = arena_list(w->arena);
  g_ptr_array_add(w->framework.phrases, &w->phrase);
}

static void world_clear(World *w)
{
  g_hash_table_unref(w->mentions);
  subjects_free(w->subjects);
  arena_free(w->arena);
}

static void show(GString *out, const FactRow *fact)
{
  g_autofree char *period = period_given(fact->period) ? period_to_string(fact->period) : g_strdup("-");
  g_autofree char *number = fact->number.given ? amount_format(fact->number.amount, -1) : date_to_string(fact->date);
  g_string_append_printf(out, "%s%s %s%s%s %s%s%s%s=%s %s%s", out->len > 0 ? "; " : "", fact->pattern, fact->ref,
                         fact->measure ? ", " : "", fact->measure ? fact->measure : "",
                         fact->property == PROPERTY_VALUE ? "" : terms_name(&terms_property, fact->property),
                         fact->property == PROPERTY_VALUE ? "" : " ", fact->words ? fact->words : "",
                         fact->words ? " " : "", number, period, fact->sure == SURE_ASSUMED ? "?" : "");
  if (flags_nearness(fact->flags))
    g_string_append_printf(out, " %s", terms_name(&terms_flag, flags_nearness(fact->flags)));
}

typedef enum { NO_ROW, ROW, MILESTONE, PLANNED } Beside; /* nothing, indicator H LI 5, milestone H1-2, its text */

/* Facts of things are shown only where they are asked for. */
static bool gives(Beside beside, bool things, const char *text, const char *expected)
{
  World w;
  world_init(&w);
  PatternContext context = { .arena = w.arena,
                             .phrases = phrases_new(w.arena, &w.framework),
                             .mentions = w.mentions,
                             .subjects = w.subjects,
                             .made = { 2010, 4, 20 } };
  assert_true(period_parse("2009-10-Q4", &context.period));
  context.indicator = beside == ROW ? g_ptr_array_index(w.indicators, 1) : NULL;
  context.milestone = beside == MILESTONE ? &w.milestone : NULL;
  context.planned = beside == PLANNED;
  g_autoptr(GArray) facts = g_array_new(FALSE, FALSE, sizeof(FactRow));
  g_autoptr(GString) out = g_string_new(NULL);
  const GPtrArray *sentences = sentences_of_text(w.arena, text);
  for (guint i = 0; i < sentences->len; i++)
    context.spoken = pattern_read(&context, g_ptr_array_index(sentences, i), facts);
  for (guint i = 0; i < facts->len; i++)
    if ((g_array_index(facts, FactRow, i).about == ABOUT_THINGS) == things)
      show(out, &g_array_index(facts, FactRow, i));
  world_clear(&w);
  bool equal = strcmp(out->str, expected) == 0;
  if (!equal)
    print_error("%s\n  is:        %s\n  should be: %s\n", text, out->str, expected);
  return equal;
}

typedef struct {
  Beside beside;
  const char *text, *facts;
} Row;

static void assert_facts(const Row *rows, guint n, bool things)
{
  guint faults = 0;
  for (guint i = 0; i < n; i++)
    faults += !gives(rows[i].beside, things, rows[i].text, rows[i].facts);
  assert_int_equal(faults, 0);
}

static void assert_rows(const Row *rows, guint n)
{
  assert_facts(rows, n, false);
}

static void figures_at_a_time(void **state)
{
  static const Row rows[] = {
    { ROW, "In Quarter 1 it was 92.8%.", "figure-at-time H LI 5 =92.8 2009-10-Q1" },
    { ROW, "In quarter 3, performance stood at 92.8%.", "figure-at-time H LI 5 =92.8 2009-10-Q3" },
    { ROW, "Performance in the third quarter of 2008/09 was 91%.", "figure-at-time H LI 5 =91 2008-09-Q3" },
    { ROW, "The outturn for 2008/09 was 84.1%.", "figure-at-time H LI 5 =84.1 2008-09" },
    { ROW, "All tenants were asked, up from 84.1% in 2008/09.", "figure-at-time H LI 5 =84.1 2008-09" },
    { ROW, "Last year the figure was 84.1%.", "figure-at-time H LI 5 =84.1 2008-09?" },
    { ROW, "The rate was about 80% in the previous quarter.", "figure-at-time H LI 5 =80 2009-10-Q3 around" },
    { ROW, "The figure for the same quarter last year was 82.5%.", "figure-at-time H LI 5 =82.5 2008-09-Q4" },
    { ROW, "The rate in February 2010 was 81.5%.", "figure-at-time H LI 5 =81.5 2009-10-M11" },
    { NO_ROW, "Satisfaction with repairs (H LI 5) stood at 84.1% in 2008/09.", "figure-at-time H LI 5 =84.1 2008-09" },
    { NO_ROW, "H LI 1 was 124 and H LI 5 was 83.4% in 2009/10.",
      "figure-now H LI 1 =124 2009-10-Q4?; figure-at-time H LI 5 =83.4 2009-10" },
    { NO_ROW, "H LI 5: 84.1% in 2008/09.", "figure-at-time H LI 5 =84.1 2008-09" },
    { NO_ROW, "In 2008/09, H LI 5 stood at 84.1%.", "figure-at-time H LI 5 =84.1 2008-09" },
    { NO_ROW, "HLI5 reached more than 84% in 2008/09.", "figure-at-time H LI 5 =84 2008-09 over" },
  };
  (void)state;
  assert_rows(rows, G_N_ELEMENTS(rows));
}

static void figures_of_now(void **state)
{
  static const Row rows[] = {
    { ROW, "Performance is 83.4%.", "figure-now H LI 5 =83.4 2009-10-Q4?" },
    { ROW, "The outturn stands at over 83%.", "" }, /* a verb right before the figure */
    { NO_ROW, "H LI 1 was 124.", "figure-now H LI 1 =124 2009-10-Q4?" },
  };
  (void)state;
  assert_rows(rows, G_N_ELEMENTS(rows));
}

static void targets_and_baselines(void **state)
{
  static const Row rows[] = {
    { ROW, "The target of 85% was missed.", "target H LI 5 target =85 2009-10?" },
    { ROW, "The target for 2010/11 is 87%.", "target H LI 5 target =87 2010-11" },
    { ROW, "It stayed below the 85% target.", "target H LI 5 target =85 2009-10?" },
    { ROW, "Performance was 83.4% against a target of 85%.",
      "figure-now H LI 5 =83.4 2009-10-Q4?; target H LI 5 target =85 2009-10?" },
    { ROW, "Our ambition of 85% was missed.", "target H LI 5 target =85 2009-10?" },
    { ROW, "Our hope of 85% was not met.", "" },
    { ROW, "The baseline of 79% in 2007/08 was low.", "baseline H LI 5 baseline =79 2007-08" },
    { NO_ROW, "The target of H LI 5 is 85%.", "" }, /* a code between the two */
    { NO_ROW, "For H LI 5 the target is 85%.", "target H LI 5 target =85 2009-10?" },
    { NO_ROW, "The target is 85%.", "" },
    { ROW, "The target of 85 is met.", "" }, /* no percentage */
    { ROW, "A target of 85% is not set.", "" },
  };
  (void)state;
  assert_rows(rows, G_N_ELEMENTS(rows));
}

static void changes_and_shares(void **state)
{
  static const Row rows[] = {
    { NO_ROW, "H LI 1 rose from 118 in 2008/09 to 124 in 2009/10.",
      "from-to H LI 1 =118 2008-09; from-to H LI 1 =124 2009-10" },
    { NO_ROW, "H LI 1 rose from 118 to 124 in 2009/10.", "from-to H LI 1 =124 2009-10" },
    { ROW, "417 of the 500 tenants (83.4%) were content.",
      "share H LI 5 =83.4 2009-10-Q4?; share H LI 5 numerator =417 2009-10-Q4?; share H LI 5 denominator =500 "
      "2009-10-Q4?" },
    { ROW, "417 of 500 tenants were content.", "" },
    { ROW, "In 2008/09 it rose by 4%.", "" },
    { ROW, "It was 4 percentage points better than in 2008/09.", "" },
  };
  (void)state;
  assert_rows(rows, G_N_ELEMENTS(rows));
}

static void named_by_their_titles(void **state)
{
  static const Row rows[] = {
    { NO_ROW, "There were 124 empty homes brought back into use.", "titled H LI 1 =124 2009-10-Q4?" },
    { NO_ROW, "The team brought 118 empty homes back into use in 2008/09.", "titled H LI 1 =118 2008-09" },
    { NO_ROW, "In 2008/09, 118 empty homes came back into use.", "titled H LI 1 =118 2008-09" },
    { NO_ROW, "Grants were paid, and 124 empty homes were brought back.", "titled H LI 1 =124 2009-10-Q4?" },
    { NO_ROW, "84.1% of repairs were finished at the first visit.", "titled H LI 5 =84.1 2009-10-Q4?" },
    { NO_ROW, "Repairs finished at the first visit stood at about 84% in quarter 3.",
      "titled H LI 5 =84 2009-10-Q3 around" },
    { NO_ROW, "The share of repairs finished at the first visit rose to 84.1%.", "titled H LI 5 =84.1 2009-10-Q4?" },
    { NO_ROW, "It was noted that 124 empty homes had been brought back into use.", "titled H LI 1 =124 2009-10-Q4?" },
    { NO_ROW, "Empty homes brought back into use stand at 124 against a target of 130.",
      "titled H LI 1 =124 2009-10-Q4?; titled H LI 1 target =130 -?" },
    { NO_ROW, "Repairs finished at the first visit rose to 84.1%, against 79.5% in 2008/09.",
      "titled H LI 5 =84.1 2009-10-Q4?; titled H LI 5 =79.5 2008-09" },
    { NO_ROW, "There were 124 empty homes on 31 March.", "titled H LI 1 =124 2009-10-Q4?" },
    { NO_ROW, "There were 97 empty homes brought back into use by the end of January.",
      "titled H LI 1 =97 2009-10-M10?" },
    { NO_ROW, "We mean to bring 130 empty homes back into use in 2010/11.", "titled H LI 1 target =130 2010-11" },
    { NO_ROW, "The team will bring 130 empty homes back into use in 2010/11.", "titled H LI 1 target =130 2010-11" },
    { NO_ROW, "124 empty homes were brought back, against 118 a year earlier.",
      "titled H LI 1 =124 2009-10-Q4?; titled H LI 1 =118 -?" },
    { NO_ROW, "Empty homes brought back rose to 61.2 per 1,000 homes.", "titled H LI 1 =61.2 2009-10-Q4?" },
    { NO_ROW, "84.1% of repairs were finished at the first visit. In June it was 83.9%.",
      "titled H LI 5 =84.1 2009-10-Q4?; titled H LI 5 =83.9 2009-10-M3?" },
    { NO_ROW, "The target for repairs at the first visit goes up from 85% to 87% in 2010/11.",
      "titled H LI 5 target =85 -?; titled H LI 5 target =87 2010-11" },
    { NO_ROW, "The target for empty homes, and those brought back into use, rises from 124 to 130 in 2010/11.",
      "titled H LI 1 target =124 -?; titled H LI 1 target =130 2010-11" },
    /* parts, changes, other kinds of figures */
    { NO_ROW, "124 empty homes were brought back into use in Millbridge.", "" },
    { NO_ROW, "12 large empty homes were brought back into use.", "" },
    { NO_ROW, "12 of the empty homes were brought back into use.", "" },
    { NO_ROW, "There are 30 empty homes that came back into use after a fire.", "" },
    { NO_ROW, "Another 12 empty homes came back into use.", "" },
    { NO_ROW, "We will bring 130 empty homes back into use.", "" },
    { NO_ROW, "There were 97 empty homes brought back on 15 January.", "" },
    { NO_ROW, "Empty homes brought back into use cost more, against 12 officers.", "" },
    { NO_ROW, "Each month 12 empty homes come back into use.", "" },
    { NO_ROW, "12 empty homes fewer came back into use than in 2008/09.", "" },
    { NO_ROW, "Empty homes brought back into use cost £124.", "" },
    { NO_ROW, "Repairs finished at the first visit took 84 minutes.", "" },
    { NO_ROW, "84.1% of the tenants praised repairs finished at the first visit.", "" },
    { NO_ROW, "Repairs at the first visit rose by 4%.", "" },
    { NO_ROW, "4 homes were painted.", "" },
    { NO_ROW, "There are 31 homes (2 empty, 4 let).", "" },
    { ROW, "There were 124 empty homes brought back into use.", "" },
  };
  (void)state;
  assert_rows(rows, G_N_ELEMENTS(rows));
}

static void parts_by_their_names(void **state)
{
  static const Row rows[] = {
    { ROW, "Ashby 89.4, Barton 87.2, North Carr 80.1.",
      "part H LI 5, Ashby =89.4 2009-10-Q4?; part H LI 5, Barton =87.2 2009-10-Q4?; part H LI 5, North Carr =80.1 "
      "2009-10-Q4?" },
    { ROW, "The lowest was Barton with 80.1%.", "part H LI 5, Barton =80.1 2009-10-Q4?" },
    { ROW, "In quarter 3 the best team was North Carr (91%).", "part H LI 5, North Carr =91 2009-10-Q3?" },
    { NO_ROW, "Repairs at the first visit were fewest in Barton, at 80.1%.", "part H LI 5, Barton =80.1 2009-10-Q4?" },
    { ROW, "The team in Ashby: 84.1%; in Barton: 82%.",
      "part H LI 5, Ashby =84.1 2009-10-Q4?; part H LI 5, Barton =82 2009-10-Q4?" },
    { ROW, "Barton 4.", "" },                                      /* one word at the beginning may be anything */
    { ROW, "The team met in Barton on 4 May.", "" },               /* a day */
    { ROW, "Ward 4 was shut and the team of Barton had 12.", "" }, /* no percentage */
    { NO_ROW, "The lowest was Barton with 80.1%.", "" },
    { ROW, "The survey was sent to Barton, 12 weeks late.", "" },
  };
  (void)state;
  assert_rows(rows, G_N_ELEMENTS(rows));
}

static void counts_of_things(void **state)
{
  static const Row rows[] = {
    { NO_ROW, "We own 3,120 garages.", "things garag count garag =3,120 -" },
    { NO_ROW, "11 of our 14 lifts have been tested.", "things lift count lift =14 -" },
    { NO_ROW, "There are 31 bridges.", "things bridg count bridg =31 -" },
    { NO_ROW, "All twelve play areas are open.", "things area count play area =12 -?" },
    { NO_ROW, "Eight of the nine surgeries have signed.", "things surger count surger =9 -?" },
    { NO_ROW, "The depot has a staff of 47.", "things staff count staff =47 -" },
    { NO_ROW, "The service employs 47 people.", "things staff count staff =47 -" },
    { PLANNED, "Resurface 18 footpaths", "things footpa count footpa =18 -?" },
    { PLANNED, "Train 24 play leaders by June 2010", "things lead count play lead =24 -?" },
    /* some of them, parts of something, other kinds of numbers */
    { MILESTONE, "18 footpaths were resurfaced.", "" },
    { NO_ROW, "4 of 14 lifts were out of order.", "" },
    { NO_ROW, "The two of them met.", "" },
    { NO_ROW, "All 14 members of the panel came.", "" },
    { NO_ROW, "We have 12% fewer garages.", "" },
    { NO_ROW, "The 4th meeting was in May.", "" },
    { NO_ROW, "In the 3 months to June it rained.", "" },
    { NO_ROW, "We have £12,000 left.", "" },
    { NO_ROW, "The 12 that are left are let.", "" },
    { NO_ROW, "The 12 players who came in June stay.", "" },
  };
  (void)state;
  assert_facts(rows, G_N_ELEMENTS(rows), true);
}

static void ends_and_counts(void **state)
{
  static const Row rows[] = {
    { MILESTONE, "The policy will be agreed by 30 June 2010.", "due H1-2 due =2010-06-30 -" },
    { MILESTONE, "It is due to be completed in May 2010.", "due H1-2 due =2010-05 -" },
    { MILESTONE, "The policy was agreed on 30 June 2009.", "" },
    { MILESTONE, "It will not be completed by 30 June 2010.", "" },
    { ROW, "The survey will be completed by 30 June 2010.", "" },
    { NO_ROW, "Of the 27 milestones 22 are green and 3 are red.",
      "count milestones count green =22 2009-10-Q4?; count milestones count red =3 2009-10-Q4?" },
    { NO_ROW, "12 indicators are at amber.", "count indicators count amber =12 2009-10-Q4?" },
    { NO_ROW, "22 green bins were collected.", "" },
    { NO_ROW, "5 milestones have 3 indicators that are red.", "" },
  };
  (void)state;
  assert_rows(rows, G_N_ELEMENTS(rows));
}

static void what_is_not_of_the_row(void **state)
{
  static const Row rows[] = {
    { ROW, "The national figure was 71% in 2008/09.", "" },
    { ROW, "In May it was 92.8% and in June 91%.", "" },
    { ROW, "Over the half year it was 94.2%.", "" },
    { ROW, "If it were 90% in 2010/11 we should be content.", "" },
    { ROW, "It will be 90% in 2010/11.", "" },
    { ROW, "It was 12 in 2008/09.", "" }, /* no percentage */
    { ROW, "5 teams visited 40 homes in 2008/09.", "" },
    { NO_ROW, "It was 84.1% in 2008/09.", "" },
    { NO_ROW, "H LI 1 and H LI 5 were 84.1% in 2008/09.", "" },
    { NO_ROW, "The board met on 31 March 2010.", "" },
    { NO_ROW, "Of those asked about H LI 5, 60% of the younger tenants were content in 2008/09.", "" },
    { NO_ROW, "H LI 5 has risen to 83.4% since 2008/09.", "" },
    { NO_ROW, "Compared with 2008/09, H LI 5 fell to 83.4%.", "figure-now H LI 5 =83.4 2009-10-Q4?" },
    { NO_ROW, "Since 2008/09, H LI 5 has been at 83.4%.", "figure-now H LI 5 =83.4 2009-10-Q4?" },
    { NO_ROW, "H LI 5 improved by 3 points to 84.1% in 2008/09.", "" },
    { NO_ROW, "", "" },
  };
  (void)state;
  assert_rows(rows, G_N_ELEMENTS(rows));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(figures_at_a_time),      cmocka_unit_test(figures_of_now),
    cmocka_unit_test(targets_and_baselines),  cmocka_unit_test(changes_and_shares),
    cmocka_unit_test(named_by_their_titles),  cmocka_unit_test(counts_of_things),
    cmocka_unit_test(parts_by_their_names),   cmocka_unit_test(ends_and_counts),
    cmocka_unit_test(what_is_not_of_the_row),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

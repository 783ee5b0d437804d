/* Mutants of figures, dates and years in the words of the return, and words that were sent before. */
#include "figures.h"
#include "mutant.h"
#include "number.h"
#include "sight.h"
#include <math.h>
#include <string.h>

/* Prose of the return as it stands in the file. */
typedef struct {
  const Maker *maker;
  const Record *record;
  const Indicator *planned; /* or NULL */
  gsize from;
  char *text;
} Words;

static gsize end_of(const Prose *prose)
{
  static const char *const ends[] = { "</commentary>", "</corrective>", "</text>",
                                      "</comments>",   "</activities>", "</data-note>" };
  const char *start = prose->source->text + prose->offset, *first = NULL;
  for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
    const char *end = strstr(start, ends[i]);
    if (end && (!first || end < first))
      first = end;
  }
  return (gsize)(first - prose->source->text);
}

static void offer(const Words *words, MutantKind kind, int from, int to, const char *text, const char *covered,
                  const char *why)
{
  mutant_offer_bytes(words->maker, kind, words->record, words->from + (gsize)from, words->from + (gsize)to, text,
                     "words", covered, why);
}

/* What a pattern's three groups say: how percent follows from the two others. */
typedef enum { SHARE, SHARE_TURNED, MORE_THAN, FROM_TO } Relation;

static double percent_of(Relation relation, double a, double b)
{
  switch (relation) {
  case SHARE:
    return a / b * 100;
  case SHARE_TURNED:
    return b / a * 100;
  case MORE_THAN:
    return fabs(a / b - 1) * 100;
  case FROM_TO:
    return fabs(b / a - 1) * 100;
  }
  return 0;
}

static const struct {
  const char *pattern;
  int first, second, percent; /* groups */
  Relation relation;
} relations[] = {
  { "([0-9][0-9,]*) of ([0-9][0-9,]*)(?: [a-z]+){0,3} \\(([0-9.]+)%\\)", 1, 2, 3, SHARE },
  { "Of ([0-9][0-9,]*)(?: [a-z]+){0,2} ([0-9][0-9,]*) \\(([0-9.]+)%\\)", 1, 2, 3, SHARE_TURNED },
  { "([0-9][0-9,.]*)(?: [a-z]+){0,4}, ([0-9.]+)% (?:more|higher|lower|less|fewer) than the ([0-9][0-9,.]*[0-9])", 1, 3,
    2, MORE_THAN },
  { "from ([0-9][0-9,]*) to ([0-9][0-9,]*), a [a-z]+ of ([0-9.]+)%", 1, 2, 3, FROM_TO },
};

static void make_relation(const Words *words, guint which, GMatchInfo *match)
{
  int groups[] = { relations[which].first, relations[which].second, relations[which].percent };
  for (guint i = 0; i < 3; i++) {
    int from, to;
    g_match_info_fetch_pos(match, groups[i], &from, &to);
    g_autofree char *written = g_match_info_fetch(match, groups[i]);
    for (int slip = 0; slip < SLIP_SIGN; slip++) {
      bool count = groups[i] != relations[which].percent;
      g_autofree char *changed = count && slip == SLIP_TENTH ? NULL : number_slip(written, slip);
      if (!changed)
        continue;
      double numbers[3];
      guint decimals = 0;
      for (guint j = 0; j < 3; j++) {
        g_autofree char *own = g_match_info_fetch(match, groups[j]);
        numbers[j] = number_value(i == j ? changed : own);
        decimals = j == 2 ? number_decimals(i == j ? changed : own) : 0;
      }
      bool fits = fabs(percent_of(relations[which].relation, numbers[0], numbers[1]) - numbers[2]) <=
                  0.5 * pow(10, -(double)decimals) + 1e-9;
      offer(words, MUTANT_COUNTS, from, to, changed, fits ? NULL : "counts and percentage",
            "rounded, the percentage is still right");
    }
  }
}

static void make_counts(const Words *words)
{
  for (guint i = 0; i < G_N_ELEMENTS(relations); i++) {
    g_autoptr(GRegex) regex = g_regex_new(relations[i].pattern, 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    for (g_regex_match(regex, words->text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL))
      make_relation(words, i, match);
  }
}

/* "Quarter 1: 212 incidents" four times, and "Total 773" or "Altogether 320". */
static void make_quarters(const Words *words)
{
  g_autoptr(GRegex) regex =
      g_regex_new("Quarter ([1-4]): (?:[0-9]+ cases?, )?([0-9]+)|(?:Total|Altogether)():? ([0-9]+)", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  guint n = 0;
  for (g_regex_match(regex, words->text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL))
    n++;
  g_clear_pointer(&match, g_match_info_free);
  if (n != 5)
    return;
  for (g_regex_match(regex, words->text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL)) {
    int group = g_match_info_get_match_count(match) > 3 ? 4 : 2, from, to;
    g_match_info_fetch_pos(match, group, &from, &to);
    g_autofree char *written = g_match_info_fetch(match, group);
    for (int slip = 0; slip < SLIP_TENTH; slip++) {
      g_autofree char *changed = number_slip(written, slip);
      if (changed)
        offer(words, MUTANT_COUNTS, from, to, changed, "the quarters and their total", NULL);
    }
  }
}

/* The sentence around a place, in lower case; caller frees. */
static char *sentence_at(const char *text, int at)
{
  int from = at, to = at;
  while (from > 0 && !(strchr(".>", text[from - 1]) && !g_ascii_isdigit(text[from])))
    from--;
  while (text[to] && !(text[to] == '.' && !g_ascii_isdigit(text[to + 1])) && text[to] != '<')
    to++;
  g_autofree char *sentence = g_strndup(text + from, (gsize)(to - from));
  return g_utf8_strdown(sentence, -1);
}

/* The sentence tells of earlier or later times, or compares: it may name other years. */
static bool may_name_others(const char *sentence)
{
  static const char *const words[] = { "than",    "last year", "compare", "previous", "before",  "since",
                                       "was ",    "were ",     "had ",    "will",     "next",    "due",
                                       "expect",  "from ",     "until",   "by ",      "between", "during",
                                       "against", "plan",      "target",  NULL };
  for (guint i = 0; words[i]; i++)
    if (strstr(sentence, words[i]))
      return true;
  return false;
}

/* It may name figures of earlier periods. */
static bool looks_back(const char *sentence)
{
  static const char *const words[] = { "than",  "last", "compare", "previous", "before",  "since", "was ",
                                       "were ", "had ", "from ",   "against",  "earlier", NULL };
  for (guint i = 0; words[i]; i++)
    if (strstr(sentence, words[i]))
      return true;
  return false;
}

/* The row's own value and target, where the words quote them. */
static void make_quoted(const Words *words)
{
  const Sample *sample = words->maker->sample;
  double value, target, last;
  if (!words->planned || words->planned->measures->len > 1)
    return;
  bool valued = sight_figure(sample, words->planned, NULL, sample->inputs.period, &value);
  bool aimed = sight_goal(sample, words->planned, NULL, &target);
  bool before = sight_figure(sample, words->planned, NULL, period_back(sample->inputs.period, 0, 1), &last);
  g_autoptr(GRegex) regex =
      g_regex_new("(target of )?(?<![0-9./,])([0-9][0-9,]*(?:\\.[0-9]+)?)(%?)(?![0-9/])", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  for (g_regex_match(regex, words->text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL)) {
    int from, to, aim, aim_end;
    g_match_info_fetch_pos(match, 2, &from, &to);
    bool goal = g_match_info_fetch_pos(match, 1, &aim, &aim_end) && aim_end > aim;
    g_autofree char *written = g_strndup(words->text + from, (gsize)(to - from));
    double number = number_value(written);
    bool own = !goal && valued && fabs(number - value) < 1e-9 && fabs(value) * pow(10, number_decimals(written)) >= 100,
         its = goal && aimed && fabs(number - target) < 1e-9;
    if (!own && !its)
      continue;
    for (int slip = 0; slip < SLIP_SIGN; slip++) {
      g_autofree char *changed = number_slip(written, slip);
      if (changed)
        offer(words, MUTANT_QUOTED, from, to, changed, own ? "the row's value" : "the row's target", NULL);
    }
    g_autofree char *stale = own && before ? g_strdup_printf("%.*f", (int)number_decimals(written), last) : NULL;
    g_autofree char *sentence = sentence_at(words->text, from);
    if (stale && fabs(number_value(stale) - number) > 1e-9)
      offer(words, MUTANT_QUOTED, from, to, stale,
            looks_back(sentence) ? NULL : "the row's value, and the last period's", "the sentence compares");
  }
}

static bool is_about_now(const char *sentence)
{
  static const char *const words[] = {
    " is ", " are ", " has ", " have ", "report", "quarter", "now", "progress", NULL
  };
  for (guint i = 0; words[i]; i++)
    if (strstr(sentence, words[i]))
      return true;
  return false;
}

static void make_years(const Words *words)
{
  const Sample *sample = words->maker->sample;
  int year = period_year(sample->inputs.period).year;
  g_autofree char *pattern = g_strdup_printf("%d(/|-)%02d(?![0-9-])", year, (year + 1) % 100);
  g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  guint n = 0;
  for (g_regex_match(regex, words->text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL))
    n++;
  g_clear_pointer(&match, g_match_info_free);
  for (g_regex_match(regex, words->text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL)) {
    int from, to;
    g_match_info_fetch_pos(match, 0, &from, &to);
    g_autofree char *sign = g_match_info_fetch(match, 1);
    g_autofree char *changed = g_strdup_printf("%d%s%02d", year - 1, sign, year % 100);
    g_autofree char *sentence = sentence_at(words->text, from);
    bool cover = strstr(sentence, "this report covers") != NULL;
    bool seen = cover || (n == 1 && is_about_now(sentence) && !may_name_others(sentence));
    offer(words, MUTANT_YEAR_WORDS, from, to, changed,
          cover  ? "what the report covers"
          : seen ? "a sentence about now"
                 : NULL,
          "the sentence compares, looks back or ahead, or the words name this year as well");
  }
}

static void make_quarter_words(const Words *words)
{
  static const char *const ordinals[] = { "first", "second", "third", "fourth" };
  int quarter = words->maker->sample->inputs.period.part;
  if (words->maker->sample->inputs.period.kind != PERIOD_QUARTER || quarter < 2)
    return;
  g_autofree char *named = g_strdup_printf("%s quarter", ordinals[quarter - 1]);
  g_autofree char *other = g_strdup_printf("%s quarter", ordinals[quarter - 2]);
  const char *at = strstr(words->text, named);
  if (!at || strstr(at + 1, "quarter"))
    return;
  int from = (int)(at - words->text);
  g_autofree char *sentence = sentence_at(words->text, from);
  offer(words, MUTANT_YEAR_WORDS, from, from + (int)strlen(named), other,
        may_name_others(sentence) && !strstr(sentence, "this report covers") ? NULL : "the report's quarter",
        "the sentence compares, looks back or ahead");
}

static void make_day_words(const Words *words)
{
  static const char *const months[] = { "January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December" };
  Date end = period_last_day(words->maker->sample->inputs.period);
  g_autoptr(GRegex) regex =
      g_regex_new("([0-9]{1,2}) (January|February|March|April|May|June|July|August|September|October|"
                  "November|December)( 20[0-9]{2})?",
                  0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  for (g_regex_match(regex, words->text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL)) {
    int from, to, year_from, year_to;
    g_match_info_fetch_pos(match, 1, &from, &to);
    offer(words, MUTANT_DATE_WORDS, from, to, "32", "no such day", NULL);
    g_match_info_fetch_pos(match, 2, &from, &to);
    g_autofree char *day = g_match_info_fetch(match, 1);
    if (atoi(day) == 31)
      offer(words, MUTANT_DATE_WORDS, from, to, "September", "no such day", NULL);
    if (!g_match_info_fetch_pos(match, 3, &year_from, &year_to) || year_to <= year_from)
      continue;
    g_autofree char *month = g_match_info_fetch(match, 2);
    g_autofree char *year = g_strdup_printf(" %d", atoi(words->text + year_from + 1) - 1);
    g_autofree char *sentence = sentence_at(words->text, from);
    bool is_end = atoi(day) == end.day && strcmp(month, months[end.month - 1]) == 0 &&
                  atoi(words->text + year_from + 1) == end.year;
    offer(words, MUTANT_DATE_WORDS, year_from, year_to, year,
          is_end && !may_name_others(sentence) ? "the end of the period" : NULL, "any date may be told of");
  }
}

static void make_prose(const Maker *maker, const Record *record, const Indicator *planned, const Prose *prose)
{
  if (prose_is_empty(prose))
    return;
  gsize end = end_of(prose);
  g_autofree char *text = g_strndup(prose->source->text + prose->offset, end - prose->offset);
  Words words = { maker, record, planned, prose->offset, text };
  make_counts(&words);
  make_quarters(&words);
  make_quoted(&words);
  make_years(&words);
  make_quarter_words(&words);
  make_day_words(&words);
}

/* Words separated by white space. */
static guint word_count(const char *text)
{
  guint words = 0;
  bool inside = false;
  for (const char *at = text; *at; at = g_utf8_next_char(at)) {
    bool space = g_unichar_isspace(g_utf8_get_char(at));
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

/* The last return's words in place of this one's. */
static void make_copied(const Maker *maker, const Record *record, const Prose *now, const Prose *before, int rating)
{
  if (prose_is_empty(now) || prose_is_empty(before))
    return;
  g_autofree char *text = g_strndup(before->source->text + before->offset, end_of(before) - before->offset);
  bool judged = rating >= RATING_GREEN && rating <= RATING_COMPLETE;
  g_autofree char *is = prose_to_text(now);
  g_autofree char *was = prose_to_text(before);
  if (strcmp(is, was) != 0)
    mutant_offer_bytes(maker, MUTANT_COPIED, record, now->offset, end_of(now), text, "commentary",
                       judged && word_count(was) >= 8 ? "the last return" : NULL,
                       judged ? "a few words repeat by chance" : "'not yet available' may well be said twice");
}

static const Return *last_return(const Sample *sample)
{
  const GPtrArray *previous = sample->inputs.previous;
  return previous->len > 0 ? g_ptr_array_index(previous, previous->len - 1) : NULL;
}

static void make_milestones(const Maker *maker)
{
  const Return *current = maker->sample->inputs.current, *last = last_return(maker->sample);
  for (guint i = 0; i < current->milestones->len; i++) {
    const MilestoneProgress *said = g_ptr_array_index(current->milestones, i);
    make_prose(maker, &said->record, NULL, said->commentary);
    make_prose(maker, &said->record, NULL, said->corrective);
    for (guint j = 0; last && j < last->milestones->len; j++) {
      const MilestoneProgress *before = g_ptr_array_index(last->milestones, j);
      if (g_strcmp0(before->milestone, said->milestone) == 0)
        make_copied(maker, &said->record, said->commentary, before->commentary, said->rating);
    }
  }
}

static void make_indicators(const Maker *maker)
{
  const Inputs *inputs = &maker->sample->inputs;
  const Return *last = last_return(maker->sample);
  for (guint i = 0; i < inputs->plan->indicators->len; i++) {
    const Indicator *planned = g_ptr_array_index(inputs->plan->indicators, i);
    const IndicatorProgress *said = sight_said(maker->sample, planned);
    if (!said)
      continue;
    make_prose(maker, &said->record, planned, said->commentary);
    make_prose(maker, &said->record, NULL, said->corrective);
    make_prose(maker, &said->record, planned, said->data_note);
    for (guint j = 0; last && j < last->indicators->len; j++) {
      const IndicatorProgress *before = g_ptr_array_index(last->indicators, j);
      if (sight_is_of(maker->sample, planned, before->indicator))
        make_copied(maker, &said->record, said->commentary, before->commentary, said->rating);
    }
  }
}

static void make_sections(const Maker *maker, const GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index(sections, i);
    make_prose(maker, &section->record, NULL, section->text);
    make_sections(maker, section->sections);
  }
}

void make_words(const Maker *maker)
{
  const Return *current = maker->sample->inputs.current;
  make_sections(maker, current->sections);
  make_milestones(maker);
  make_indicators(maker);
  for (guint i = 0; i < current->statements->len; i++) {
    const Statement *statement = g_ptr_array_index(current->statements, i);
    make_prose(maker, &statement->record, NULL, statement->comments);
  }
  for (guint i = 0; i < current->treatments->len; i++) {
    const TreatmentProgress *said = g_ptr_array_index(current->treatments, i);
    make_prose(maker, &said->record, NULL, said->commentary);
  }
}

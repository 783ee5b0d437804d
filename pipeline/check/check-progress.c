/* Progress of milestones in words, against the due date: green although the date is over and the words speak of work
 * that goes on, or of an end that lies later. */
#include "check/checks.h"

static const char *const going_on[] = { "underway", "ongoing", "currently", "awaiting", "awaited", "progressing",
                                        "scoping",  "draft",   "started",   "begun",    NULL };
static const char *const finished[] = {
  "complete",  "completed",   "completion", "finished",    "achieved",  "done",         "opened",
  "open",      "implemented", "agreed",     "approved",    "awarded",   "launched",     "established",
  "published", "adopted",     "presented",  "place",       "delivered", "produced",     "signed",
  "appointed", "held",        "created",    "introduced",  "found",     "printed",      "submitted",
  "endorsed",  "met",         "running",    "operational", "live",      "commissioned", "identified",
  "reviewed",  "developed",   "undertaken", "carried",     "gathered",  "collected",    NULL
};

static bool is_over(const Checks *c, const Milestone *milestone)
{
  return date_given(milestone->due) && date_compare(milestone->due, c->report->to) <= 0;
}

/* First sentence with any of the words, or NULL. */
static const Sentence *first_with(const Speech *speech, const char *const *words)
{
  for (guint i = 0; i < speech->sentences->len; i++)
    if (sentence_has(g_ptr_array_index(speech->sentences, i), words))
      return g_ptr_array_index(speech->sentences, i);
  return NULL;
}

static bool check_unfinished(const Checks *c, const Speech *speech, const Milestone *milestone)
{
  const Sentence *sentence = first_with(speech, going_on);
  if (!sentence || first_with(speech, finished))
    return false;
  g_autofree char *due = date_to_string(milestone->due);
  g_autofree char *quote = sentence_quote(sentence, 0, sentence->tokens->len - 1);
  Spot spot = { .record = speech->record, .sentence = sentence, .other = &milestone->record, .other_attribute = "due" };
  findings_add(c->findings, "G-UNFINISHED", &spot, "milestone %s is green and was due %s, but its commentary says '%s'",
               milestone->ref, due, quote);
  return true;
}

/* "will be completed in June 2010", due March: a later end than the milestone's. */
static void check_later(const Checks *c, const Speech *speech, const Milestone *milestone)
{
  static const char *const ends[] = { "completed", "complete", "completion", "achieved",
                                      "finished",  "finish",   "met",        NULL };
  static const char *const future[] = { "will", "expected", "likely", "anticipated", "scheduled", "until",
                                        "slip", "slipped",  "now",    "be",          NULL };
  for (guint i = 0; i < speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(speech->sentences, i);
    if (!sentence_has(sentence, ends) || !sentence_has(sentence, future))
      continue;
    for (guint j = 0; sentence_token(sentence, j); j++) {
      Date date;
      guint last;
      if (!sentence_date(sentence, j, &date, &last))
        continue;
      if (date.year != 0 && date_compare(date, date_last_day(milestone->due)) > 0) {
        g_autofree char *due = date_to_string(milestone->due);
        g_autofree char *quote = sentence_quote(sentence, j > 5 ? j - 5 : 0, last);
        Spot spot = {
          .record = speech->record, .sentence = sentence, .token = j > 5 ? j - 5 : 0, .other = &milestone->record
        };
        findings_add(c->findings, "W-LATER", &spot, "milestone %s is green and due %s, but its commentary says '%s'",
                     milestone->ref, due, quote);
        return;
      }
      j = last;
    }
  }
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->speeches->len; i++) {
    const Speech *speech = g_ptr_array_index(c->speeches, i);
    const Milestone *milestone = speech->milestone;
    if (!milestone || !speech_is_commentary(speech) || speech->rating != RATING_GREEN || !date_given(milestone->due))
      continue;
    if (!is_over(c, milestone) || !check_unfinished(c, speech, milestone))
      check_later(c, speech, milestone);
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "G-UNFINISHED", LEVEL_NOTE, "rating", "green after the due date, and the words speak of unfinished work",
    "Green means that the date was kept; only a person can tell whether it was.",
    "Read the commentary; say that it is complete, or correct the rating." },
  { "W-LATER", LEVEL_NOTE, "wording", "words that give a later end than the due date of a green milestone",
    "Green means that the milestone is achieved by its due date.", "Correct the rating, the due date or the words." },
  { NULL },
};
/* clang-format on */

const Check check_progress = { .run = run, .rules = rules };

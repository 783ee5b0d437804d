/* What a tick promises, tried on each figure and date of each input: altered so that it disagrees, it bears out nothing
 * more, and nothing else changes; taken away, what it alone bore out is open; and what is shown never follows it: it
 * was no copy. property SOURCE-FOLDER */
#include "compose/compose.h"
#include "merge/complete.h"
#include "merge/merge.h"
#include "record/record-read.h"
#include "tick/tick.h"
#include "validate/kind.h"
#include <stdio.h>
#include <string.h>

enum { FRAMEWORK, PLAN, RETURN, QUARTER, YEAR, OTHER, PAPER, FORMER, DOCUMENTS };
static const char *const names[DOCUMENTS] = { "framework.xml", "plan.xml",  "return.xml", "quarter.xml",
                                              "year.xml",      "other.xml", "paper.xml",  "former.xml" };

static int faults;

#define FAULT(...) (faults++ < 20 ? (void)(printf(__VA_ARGS__), putchar('\n')) : (void)0)

/* ---- a run ------------------------------------------------------------------------------------------------------- */

static Record *read_document(const Inputs *inputs, char *const *texts, int which, DiagList *diags)
{
  Record *record =
      record_read_memory(inputs->arena, names[which], texts[which], strlen(texts[which]), kind_specs(), diags);
  if (record)
    inputs_settle(inputs, record, diags);
  return record;
}

static bool read_inputs(char *const *texts, Inputs *inputs, DiagList *diags)
{
  inputs->framework = (const Framework *)read_document(inputs, texts, FRAMEWORK, diags);
  inputs->plan = (const Plan *)read_document(inputs, texts, PLAN, diags);
  inputs->current = (const Return *)read_document(inputs, texts, RETURN, diags);
  g_autoptr(GPtrArray) earlier = g_ptr_array_new();
  for (int i = QUARTER; i <= YEAR; i++)
    g_ptr_array_add(earlier, read_document(inputs, texts, i, diags));
  inputs->also = arena_list(inputs->arena);
  for (int i = OTHER; i <= FORMER; i++)
    g_ptr_array_add(inputs->also, read_document(inputs, texts, i, diags));
  inputs_place_previous(inputs, earlier);
  inputs->period = inputs->current->period;
  return inputs->framework && inputs->plan;
}

static const TickList *run(Arena *arena, const LayoutFiles *files, char *const *texts)
{
  g_autoptr(DiagList) diags = diag_list_new(), said = diag_list_new();
  Inputs inputs = { .arena = arena };
  if (!read_inputs(texts, &inputs, diags))
    return NULL;
  GPtrArray *models = arena_list(arena);
  Report *report = merge_report(&inputs);
  complete_report(arena, report);
  g_ptr_array_add(models, report);
  Composing composing = { .files = *files, .models = models, .origins = origins_new(arena) };
  g_autofree char *fault = NULL;
  const Document *document = compose_document(arena, &composing, said, &fault);
  return document ? tick_document(ticker_new(&inputs), document, composing.origins, "report", NULL) : NULL;
}

/* ---- places ------------------------------------------------------------------------------------------------------ */

typedef struct {
  const char *file;
  int line, column;     /* where the value or token begins */
  int tag, last_column; /* the column of its attribute's name, and that of its end */
} Spot;

static Spot spot_of(const char *file, const char *text, const char *from, const char *begin, const char *end)
{
  Spot spot = { .file = file, .line = 1 };
  const char *line = text;
  for (const char *p = text; p < begin; p++)
    if (*p == '\n') {
      spot.line++;
      line = p + 1;
    }
  spot.tag = (int)g_utf8_pointer_to_offset(line, from) + 1;
  spot.column = (int)g_utf8_pointer_to_offset(line, begin) + 1;
  spot.last_column = (int)g_utf8_pointer_to_offset(line, end) + 1;
  return spot;
}

static bool is_at(const Spot *spot, const char *file, int line, int column)
{
  return g_strcmp0(file, spot->file) == 0 && line == spot->line && column >= spot->tag && column <= spot->last_column;
}

static bool rests_on(const Spot *spot, const TickSource *source)
{
  for (guint i = 0; i < source->parts->len; i++) {
    const TickPart *part = g_ptr_array_index(source->parts, i);
    if (is_at(spot, part->file, part->line, part->column))
      return true;
  }
  return false;
}

static bool any_rests_on(const Spot *spot, const Tick *tick)
{
  for (guint i = 0; i < tick->sources->len; i++)
    if (rests_on(spot, g_ptr_array_index(tick->sources, i)))
      return true;
  return false;
}

/* Its sources, but for those that rest on the place: "other-record agrees plan.xml:31:5; ". Caller frees. */
static char *others(const Spot *spot, const Tick *tick)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < tick->sources->len; i++) {
    const TickSource *source = g_ptr_array_index(tick->sources, i);
    if (rests_on(spot, source))
      continue;
    g_string_append_printf(out, "%s %s", terms_name(&terms_strength, source->strength),
                           terms_name(&terms_tick_rule, source->rule));
    for (guint k = 0; k < source->parts->len; k++) {
      const TickPart *part = g_ptr_array_index(source->parts, k);
      g_string_append_printf(out, " %s:%d:%d", part->file, part->line, part->column);
    }
    g_string_append(out, "; ");
  }
  return g_string_free(out, FALSE);
}

/* ---- one change -------------------------------------------------------------------------------------------------- */

static GHashTable *by_cell(const TickList *list)
{
  GHashTable *cells = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < list->ticks->len; i++) {
    Tick *tick = g_ptr_array_index(list->ticks, i);
    g_hash_table_insert(cells, tick->at, tick);
  }
  return cells;
}

static void compare(const Spot *spot, const char *value, bool altered, const TickList *before, const TickList *after)
{
  const char *how = altered ? "altered" : "taken away";
  g_autoptr(GHashTable) cells = by_cell(after);
  for (guint i = 0; i < before->ticks->len; i++) {
    const Tick *was = g_ptr_array_index(before->ticks, i), *is = g_hash_table_lookup(cells, was->at);
    bool own = is_at(spot, was->file, was->line, was->column), rested = any_rests_on(spot, was);
    if (!is || own || g_strcmp0(was->file, is->file) != 0 || was->line != is->line || was->column != is->column)
      continue; /* it is gone, is the figure itself, or another thing stands there now */
    if (rested && g_strcmp0(was->text, is->text) != 0)
      FAULT("%s:%d '%s' %s: %s shows '%s' and then '%s': its source is what it was taken from", spot->file, spot->line,
            value, how, was->at, was->text, is->text);
    for (guint k = 0; rested && k < is->sources->len; k++)
      if (rests_on(spot, g_ptr_array_index(is->sources, k)))
        FAULT("%s:%d '%s' %s: still ticks %s, '%s'", spot->file, spot->line, value, how, was->at, was->text);
    g_autofree char *left = others(spot, was), *now = others(spot, is);
    if (altered && strcmp(left, now) != 0)
      FAULT("%s:%d '%s' %s: %s '%s' was ticked by (%s), now by (%s)", spot->file, spot->line, value, how, was->at,
            was->text, left, now);
    if (rested && !*left && is->strength != STRENGTH_OPEN)
      FAULT("%s:%d '%s' %s: %s is not open", spot->file, spot->line, value, how, was->at);
  }
}

/* Another value of the same length: that place of the text is written over. */
static void alter(char *begin, const char *end)
{
  for (char *p = (char *)end - 1; p >= begin; p--)
    if (g_ascii_isdigit(*p)) {
      *p = *p == '1' ? '2' : *p == '2' ? '1' : *p > '5' ? (char)(*p - 3) : (char)(*p + 3);
      return;
    }
}

typedef struct {
  const LayoutFiles *files;
  char *texts[DOCUMENTS];
  const TickList *before;
  guint changes, borne;
} Trial;

static guint count_borne(const Spot *spot, const TickList *list)
{
  guint n = 0;
  for (guint i = 0; i < list->ticks->len; i++)
    n += any_rests_on(spot, g_ptr_array_index(list->ticks, i));
  return n;
}

/* from: where its attribute's name begins, or the token itself. */
static void try_at(Trial *trial, int which, gsize from, gsize begin, gsize end, bool attribute)
{
  char *text = trial->texts[which];
  const Spot spot = spot_of(names[which], text, text + from, text + begin, text + end);
  g_autofree char *value = g_strndup(text + begin, end - begin), *whole = g_strdup(text);
  trial->borne += count_borne(&spot, trial->before);
  bool nothing = strcmp(value, "0") == 0; /* sums that hold with it hold without it */
  for (int how = 0; how < (attribute && !nothing ? 2 : 1); how++) {
    g_autoptr(Arena) arena = arena_new();
    if (how == 0)
      alter(text + begin, text + end);
    else
      memset(text + from, ' ', end + 1 - from);
    const TickList *after = run(arena, trial->files, trial->texts);
    if (after)
      compare(&spot, value, how == 0, trial->before, after);
    strcpy(text, whole);
    trial->changes++;
  }
}

static bool is_tried(const char *name)
{
  static const char *const tried[] = { "number",  "numerator", "denominator", "budget",         "budget-to-date", "due",
                                       "revised", "score",     "variance",    "actual-to-date", "remaining" };
  for (guint i = 0; i < G_N_ELEMENTS(tried); i++)
    if (strcmp(name, tried[i]) == 0)
      return true;
  return false;
}

static void try_attributes(Trial *trial, int which)
{
  g_autoptr(GRegex) regex = g_regex_new("([a-z-]+)=\"(-?[0-9][0-9.-]*)\"", 0, 0, NULL);
  g_autofree char *copy = g_strdup(trial->texts[which]);
  g_autoptr(GMatchInfo) match = NULL;
  for (g_regex_match(regex, copy, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL)) {
    g_autofree char *name = g_match_info_fetch(match, 1);
    int from, begin, end;
    g_match_info_fetch_pos(match, 0, &from, NULL);
    g_match_info_fetch_pos(match, 2, &begin, &end);
    if (is_tried(name))
      try_at(trial, which, (gsize)from, (gsize)begin, (gsize)end, true);
  }
}

/* Where the token begins: "June 2010" with its month. */
static gsize token_start(const char *text, gsize begin)
{
  gsize start = begin;
  if (start < 2 || text[start - 1] != ' ')
    return begin;
  for (start--; start > 0 && g_ascii_islower(text[start - 1]);)
    start--;
  return start > 0 && start + 1 < begin && g_ascii_isupper(text[start - 1]) ? start - 1 : begin;
}

static void try_words(Trial *trial, int which)
{
  g_autoptr(GRegex) regex = g_regex_new("(?<=[ >(])[0-9][0-9,.]*[0-9](?=[ %.,)<])", 0, 0, NULL);
  g_autofree char *copy = g_strdup(trial->texts[which]);
  g_autoptr(GMatchInfo) match = NULL;
  for (g_regex_match(regex, copy, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL)) {
    int begin, end;
    g_match_info_fetch_pos(match, 0, &begin, &end);
    try_at(trial, which, token_start(copy, (gsize)begin), (gsize)begin, (gsize)end, false);
  }
}

/* Words of its own return alone bear something out; both returns put a milestone off, the plan and the return its step.
 */
static const struct {
  int document;
  const char *from, *to;
} edits[] = { { RETURN, "The records were sampled in February.", "Performance was 52%." },
              { RETURN, "ref=\"H1-2\" rating", "ref=\"H1-2\" revised=\"2010-06\" rating" },
              { QUARTER, "ref=\"H1-2\" rating", "ref=\"H1-2\" revised=\"2010-06\" rating" },
              { RETURN, "ref=\"H1-2\" step=\"a\"", "ref=\"H1-2\" step=\"a\" revised=\"2009-11\"" },
              { PLAN, "ref=\"a\" due=\"2009-09\"", "ref=\"a\" due=\"2009-09\" revised=\"2009-11\"" } };

static void edit(char **text, const char *from, const char *to)
{
  g_autoptr(GString) edited = g_string_new(*text);
  if (g_string_replace(edited, from, to, 0) != 1)
    FAULT("'%s' is not there once", from);
  g_free(*text);
  *text = g_strdup(edited->str);
}

/* How many days are borne out. */
static guint count_days(const TickList *list)
{
  guint n = 0;
  for (guint i = 0; i < list->ticks->len; i++) {
    const Tick *tick = g_ptr_array_index(list->ticks, i);
    n += tick->kind == TICK_DATE && tick->strength != STRENGTH_OPEN;
  }
  return n;
}

/* Every strength is among what is tried. */
static void check_strengths(const TickList *list)
{
  for (int strength = 1; strength <= STRENGTH_OPEN; strength++) {
    guint n = 0;
    for (guint i = 0; i < list->ticks->len; i++)
      n += ((const Tick *)g_ptr_array_index(list->ticks, i))->strength == strength;
    if (n == 0)
      FAULT("no tick is '%s': nothing is proved of it", terms_name(&terms_strength, strength));
  }
}

int main(int argc, char **argv)
{
  if (argc != 2) {
    fputs("usage: property SOURCE-FOLDER\n", stderr);
    return 2;
  }
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autofree char *layout = g_build_filename(argv[1], "layouts/quarterly-monitoring-report.xml", NULL);
  LayoutFiles files;
  if (!layout_read(arena, layout, NULL, NULL, &files, diags, NULL))
    return 1;
  Trial trial = { .files = &files };
  for (int i = 0; i < DOCUMENTS; i++) {
    const char *folder = i < OTHER ? "tests/golden/check/base" : "tests/ticks";
    g_autofree char *path = g_build_filename(argv[1], folder, names[i], NULL);
    if (!g_file_get_contents(path, &trial.texts[i], NULL, NULL))
      return 1;
  }
  for (guint i = 0; i < G_N_ELEMENTS(edits); i++)
    edit(&trial.texts[edits[i].document], edits[i].from, edits[i].to);
  trial.before = run(arena, &files, trial.texts);
  check_strengths(trial.before);
  if (count_days(trial.before) < 4)
    FAULT("%u days are borne out: nothing is proved of them", count_days(trial.before));
  for (int i = PLAN; i < DOCUMENTS; i++) {
    try_attributes(&trial, i);
    try_words(&trial, i);
  }
  printf("%u changes, of %u places that bear something out: %d faults\n", trial.changes, trial.borne, faults);
  for (int i = 0; i < DOCUMENTS; i++)
    g_free(trial.texts[i]);
  return faults || trial.borne < 40;
}

/* Comments below a financial statement against its lines: "net expenditure is £123,000 below budget". */
#include "check/checks.h"
#include "model/figures.h"
#include <string.h>

/* What lies ahead is not in the statement. */
static const char *const ahead[] = { "projected", "forecast",  "anticipated", "expected",  "year-end", "will",
                                     "should",    "estimated", "target",      "excluding", "except",   NULL };

typedef struct {
  const Checks *checks;
  const Speech *speech;
  GHashTable *lines; /* title in lower case to StatementLine */
} Comments;

static void put(GHashTable *lines, const StatementLine *line)
{
  if (line && line->title)
    g_hash_table_insert(lines, g_utf8_strdown(line->title, -1), (gpointer)line);
}

static void put_lines(GHashTable *lines, const GPtrArray *content)
{
  for (guint i = 0; i < content->len; i++) {
    const Record *item = g_ptr_array_index(content, i);
    if (item->spec == &line_spec || item->spec == &net_spec)
      put(lines, (const StatementLine *)item);
    else if (item->spec == &group_spec)
      put_lines(lines, ((const StatementGroup *)item)->lines);
    else if (item->spec == &statement_section_spec) {
      put_lines(lines, ((const StatementSection *)item)->content);
      put(lines, ((const StatementSection *)item)->total);
    }
  }
}

/* The only line whose title begins with words of a text before "and" or a bracket: "recycling" for "Recycling and
 * other". */
static const StatementLine *line_begun(const Comments *comments, const char *text)
{
  const StatementLine *found = NULL;
  GHashTableIter iter;
  gpointer title, line;
  g_hash_table_iter_init(&iter, comments->lines);
  while (g_hash_table_iter_next(&iter, &title, &line)) {
    const char *cut = strstr(title, " and ");
    cut = cut ? cut : strstr(title, " (");
    g_autofree char *begin = cut ? g_strndup(title, (gsize)(cut - (char *)title)) : NULL;
    if (!begin || strlen(begin) < 4 || !strstr(text, begin))
      continue;
    if (found)
      return NULL;
    found = line;
  }
  return found;
}

/* "The directorate has spent ... more": the last net line; NULL: the words do not say so. */
static const StatementLine *line_of_all(const Comments *comments, const Sentence *sentence, guint first, guint end)
{
  static const char *const wholes[] = { "directorate", "department", "service", "overall", "council", NULL };
  const GPtrArray *content = comments->speech->statement->content;
  bool whole = false;
  for (guint i = first; i < end; i++)
    whole |= token_is(sentence_token(sentence, i), wholes);
  const Record *last = content->len > 0 ? g_ptr_array_index(content, content->len - 1) : NULL;
  return whole && last && last->spec == &net_spec ? (const StatementLine *)last : NULL;
}

/* Where the clause of a figure ends: before the next comma, semicolon, full stop or "and" that another figure follows.
 */
static guint clause_end(const Sentence *sentence, guint at)
{
  static const char *const joints[] = { ",", ";", "and", "but", "while", "whereas", NULL };
  for (guint i = at + 1; sentence_token(sentence, i); i++)
    if (token_is(sentence_token(sentence, i), joints))
      return i;
  return sentence->tokens->len;
}

/* The line that a stretch of a sentence is about: the longest title that stands in it whole; else, the longest whose
 * first word does. */
static const StatementLine *line_of(const Comments *comments, const Sentence *sentence, guint first, guint end)
{
  const Token *from = sentence_token(sentence, first), *to = sentence_token(sentence, end - 1);
  g_autofree char *raw = g_strndup(from->start, (gsize)(to->start + to->length_bytes - from->start));
  g_autofree char *text = g_utf8_strdown(raw, -1);
  const StatementLine *found = NULL;
  gsize longest = 0;
  GHashTableIter iter;
  gpointer title, line;
  g_hash_table_iter_init(&iter, comments->lines);
  while (g_hash_table_iter_next(&iter, &title, &line)) {
    gsize length = strlen(title);
    bool earlier = found && length == longest && ((StatementLine *)line)->record.offset < found->record.offset;
    if ((length > longest || earlier) && strstr(text, title)) {
      longest = length;
      found = line;
    }
  }
  return found ? found : line_begun(comments, text);
}

/* Income stands in the statement with a minus: less of it is adverse. */
static bool is_income(const StatementLine *line)
{
  const OptAmount *figure = line->actual_to_date.given ? &line->actual_to_date : &line->budget_to_date;
  return figure->given && figure->amount.units < 0;
}

/* +1 when the words say that less was spent than planned, -1 for more, 0 when they do not say. */
static int direction_of(const Sentence *sentence, guint at)
{
  static const char *const under[] = { "below", "under", "less", "underspent", "underspend", NULL };
  static const char *const over[] = { "above", "over", "more", "overspent", "overspend", "exceeding", NULL };
  for (guint i = at + 1; i <= at + 3; i++) {
    const Token *token = sentence_token(sentence, i);
    for (guint j = 0; token && token->word && under[j]; j++)
      if (strcmp(token->word, under[j]) == 0)
        return 1;
    for (guint j = 0; token && token->word && over[j]; j++)
      if (strcmp(token->word, over[j]) == 0)
        return -1;
  }
  static const char *const surplus[] = { "underspend", "underspent", "saving", NULL };
  static const char *const excess[] = { "overspend", "overspent", "overspending", NULL };
  for (guint back = 1; back <= 3 && back <= at; back++) { /* "an underspend of £36,000" */
    const char *word = sentence_token(sentence, at - back)->word;
    if (word && g_strv_contains(surplus, word))
      return 1;
    if (word && g_strv_contains(excess, word))
      return -1;
  }
  return 0;
}

/* "£0.12m" of 123 thousand: the figure in the decimals in which it was said. */
static bool is_rounded(const Token *token, Amount said, Amount is, bool thousands)
{
  g_autofree char *text = g_strndup(token->start, token->length_bytes);
  const char *point = strchr(text, '.');
  bool millions = strchr(text, 'm') != NULL;
  gint64 step = millions ? (thousands ? 1000 : 1000000) : 0;
  for (const char *digit = point ? point + 1 : ""; g_ascii_isdigit(*digit); digit++)
    step /= 10;
  return step > 0 && figure_close(said, is, amount_from_int((step + 1) / 2));
}

static void check_figure(const Comments *comments, const Sentence *sentence, guint at, const StatementLine *line)
{
  const Token *token = sentence_token(sentence, at);
  int direction = is_income(line) ? -direction_of(sentence, at) : direction_of(sentence, at);
  Amount said, thousand = amount_from_int(1000);
  bool thousands =
      comments->speech->statement->unit == UNIT_NONE || comments->speech->statement->unit == UNIT_THOUSAND_POUNDS;
  if (direction == 0 || !token->pounds || !line->variance.given ||
      !amount_divide(token->number, thousands ? thousand : amount_from_int(1), 3, &said))
    return;
  if (direction < 0)
    said = amount_negate(said);
  if (is_rounded(token, figure_absolute(said), figure_absolute(line->variance.amount), thousands))
    return;
  if (amount_compare(amount_round(said, line->variance.amount.scale), line->variance.amount) == 0)
    return;
  g_autofree char *quote = sentence_quote(sentence, at, MIN(at + 2, sentence->tokens->len - 1));
  g_autofree char *variance = amount_format(line->variance.amount, -1);
  Spot spot = { .record = comments->speech->record,
                .sentence = sentence,
                .token = at,
                .other = &line->record,
                .other_attribute = "variance" };
  findings_add(comments->checks->findings, "W-STATEMENT", &spot, "the comments say '%s' of %s, whose variance is %s",
               quote, line->title, variance);
}

static void check_speech(const Checks *c, const Speech *speech)
{
  g_autoptr(GHashTable) lines = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Comments comments = { c, speech, lines };
  put_lines(lines, speech->statement->content);
  for (guint i = 0; i < speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(speech->sentences, i);
    const StatementLine *line = NULL;
    guint begin = 0;
    bool about_ahead = sentence_has(sentence, ahead);
    for (guint j = 0; !about_ahead && sentence_token(sentence, j); j++) {
      if (!sentence_is_figure(sentence, j))
        continue;
      guint end = clause_end(sentence, j);
      const StatementLine *own = j >= begin ? line_of(&comments, sentence, begin, end) : NULL;
      if (!own && !line)
        own = line_of_all(&comments, sentence, begin, end);
      line = own ? own : line; /* "net spending is £3,000 below, or £2,000 without ..." */
      if (line)
        check_figure(&comments, sentence, j, line);
      begin = end;
    }
  }
}

static void run(const Checks *c)
{
  for (guint i = 0; i < c->speeches->len; i++) {
    const Speech *speech = g_ptr_array_index(c->speeches, i);
    if (speech->statement)
      check_speech(c, speech);
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "W-STATEMENT", LEVEL_NOTE, "wording", "comments that give another variance than the statement",
    "The comments stand right below the figures.", "Correct the comments or the statement." },
  { NULL },
};
/* clang-format on */

const Check check_comments = { .run = run, .rules = rules };

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

/* The line that a sentence is about: the longest title that stands in it whole. */
static const StatementLine *line_of(const Comments *comments, const Sentence *sentence)
{
  g_autofree char *raw = g_strndup(sentence->start, sentence->length_bytes);
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
  return found;
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

static void check_figure(const Comments *comments, const Sentence *sentence, guint at, const StatementLine *line)
{
  const Token *token = sentence_token(sentence, at);
  int direction = direction_of(sentence, at);
  Amount said, thousand = amount_from_int(1000);
  bool thousands =
      comments->speech->statement->unit == UNIT_NONE || comments->speech->statement->unit == UNIT_THOUSAND_POUNDS;
  if (direction == 0 || !token->pounds || !line->variance.given ||
      !amount_divide(token->number, thousands ? thousand : amount_from_int(1), 3, &said))
    return;
  if (direction < 0)
    said = amount_negate(said);
  if (amount_compare(amount_round(said, line->variance.amount.scale), line->variance.amount) == 0)
    return;
  g_autofree char *quote = sentence_quote(sentence, at, MIN(at + 2, sentence->tokens->len - 1));
  g_autofree char *variance = amount_format(line->variance.amount, -1);
  Spot spot = { .record = comments->speech->record,
                .prose = comments->speech->prose,
                .quote = quote,
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
    const StatementLine *line = sentence_has(sentence, ahead) ? NULL : line_of(&comments, sentence);
    for (guint j = 0; line && sentence_token(sentence, j); j++)
      if (sentence_is_figure(sentence, j))
        check_figure(&comments, sentence, j, line);
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

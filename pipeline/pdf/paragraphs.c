/* From lines to paragraphs, as a reader joins them. */
#include "pdf/layout.h"
#include <math.h>
#include <string.h>

void block_free(gpointer data)
{
  Block *block = data;
  if (block->text)
    g_string_free(block->text, TRUE);
  if (block->rows)
    g_ptr_array_unref(block->rows);
  g_free(block);
}

Fragment fragment_of(const Page *page, guint first, guint end)
{
  Fragment fragment = { .first = first, .end = end, .box = box_of_words(page, first, end), .bold = true };
  for (guint i = first; i < end; i++) {
    fragment.size = MAX(fragment.size, page_word(page, i)->size);
    fragment.bold &= page_word(page, i)->bold;
  }
  return fragment;
}

/* ---- words over the end of a line -------------------------------------------------------------------------------- */

static bool knows(const Vocabulary *vocabulary, const char *start, gsize n, const char *more, const char *between)
{
  gsize rest = strcspn(more, " ");
  while (rest > 0 && strchr(".,;:!?)’'\"", more[rest - 1]))
    rest--;
  g_autofree char *word = g_strdup_printf("%.*s%s%.*s", (int)n, start, between, (int)rest, more);
  g_autofree char *lower = g_utf8_strdown(word, -1);
  return g_hash_table_contains((GHashTable *)vocabulary, lower);
}

/* Of words with a hyphen the first part is mostly a word itself: "well-being". */
static bool is_word(const Vocabulary *vocabulary, const char *start, gsize n)
{
  static const char *const parts[] = { "all",   "anti", "co",    "cross", "ex",    "full", "half", "high",
                                       "inter", "long", "low",   "mid",   "multi", "non",  "part", "pre",
                                       "post",  "self", "short", "sub",   "well",  "year", NULL };
  g_autofree char *word = g_utf8_strdown(start, (gssize)n);
  return g_strv_contains(parts, word) || g_hash_table_contains((GHashTable *)vocabulary, word);
}

/* Whether the hyphen at the end of a line belongs to its word: "multi-" "agency", "2009-" "10"; not "perfor-" "mance".
 */
static bool keeps_hyphen(const char *start, gsize n, const char *more, const Vocabulary *vocabulary)
{
  if (!g_unichar_islower(g_utf8_get_char(more)) || n == 0 ||
      !g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(start + n))))
    return true;
  if (knows(vocabulary, start, n, more, ""))
    return false;
  return knows(vocabulary, start, n, more, "-") || memchr(start, '-', n) || is_word(vocabulary, start, n);
}

void paragraph_go_on(GString *text, const char *more, const Vocabulary *vocabulary)
{
  static const char soft[] = "\xC2\xAD";
  const char *space = strrchr(text->str, ' '), *start = space ? space + 1 : text->str;
  if (g_str_has_suffix(text->str, soft)) {
    g_string_truncate(text, text->len - strlen(soft));
  } else if (text->len > 1 && g_str_has_suffix(text->str, "-") && start[1]) {
    if (!keeps_hyphen(start, text->len - 1 - (gsize)(start - text->str), more, vocabulary))
      g_string_truncate(text, text->len - 1);
  } else if (text->len > 0 && !(text->len > 1 && g_str_has_suffix(text->str, "/"))) {
    g_string_append_c(text, ' ');
  }
  g_string_append(text, more);
}

/* A soft hyphen within a word is none. */
static void append_plain(GString *text, const char *word)
{
  for (const char *at = word; *at; at = g_utf8_next_char(at))
    if (g_utf8_get_char(at) != 0xAD || !*g_utf8_next_char(at))
      g_string_append_unichar(text, g_utf8_get_char(at));
}

static char *text_of(const Page *page, const Fragment *fragment)
{
  GString *text = g_string_new(NULL);
  for (guint i = fragment->first; i < fragment->end; i++) {
    if (i == fragment->first && fragment->end > i + 1 && word_is_bullet(page_word(page, i)->text))
      continue;
    if (text->len > 0)
      g_string_append_c(text, ' ');
    append_plain(text, page_word(page, i)->text);
  }
  return g_string_free(text, FALSE);
}

/* ---- where a paragraph ends -------------------------------------------------------------------------------------- */

typedef struct {
  const Page *page;
  const GArray *fragments;
  float least; /* the smallest space between two lines that follow each other, in parts of their size; -1: none do */
} Flow;

static const Fragment *fragment_at(const Flow *flow, guint index)
{
  return &g_array_index(flow->fragments, Fragment, index);
}

static bool same_size(const Fragment *a, const Fragment *b)
{
  return fabsf(a->size - b->size) <= 0.12F * MAX(a->size, b->size);
}

static float space_between(const Fragment *a, const Fragment *b)
{
  return (b->box.top - a->box.bottom) / MAX(MAX(a->size, b->size), 1);
}

static bool follows(const Fragment *a, const Fragment *b)
{
  return b->box.top > a->box.top && b->box.left < a->box.right && b->box.right > a->box.left;
}

static void find_least(Flow *flow)
{
  flow->least = -1;
  for (guint i = 1; i < flow->fragments->len; i++) {
    const Fragment *a = fragment_at(flow, i - 1), *b = fragment_at(flow, i);
    float space = MAX(space_between(a, b), 0);
    if (follows(a, b) && same_size(a, b) && (flow->least < 0 || space < flow->least))
      flow->least = space;
  }
}

static bool has_label(const Flow *flow, const Fragment *fragment)
{
  const char *first = page_word(flow->page, fragment->first)->text;
  return fragment->end > fragment->first + 1 && (word_is_bullet(first) || word_is_label(first));
}

/* The right end of the lines around one that begin as it does. */
static float edge_of(const Flow *flow, guint index)
{
  enum { AROUND = 12 };
  const Fragment *line = fragment_at(flow, index);
  float edge = MAX(line->box.right, fragment_at(flow, index + 1)->box.right);
  for (guint i = index > AROUND ? index - AROUND : 0; i < MIN(index + AROUND, flow->fragments->len); i++) {
    const Fragment *other = fragment_at(flow, i);
    bool alike =
        fabsf(other->box.left - line->box.left) < 3 || other->box.left == fragment_at(flow, index + 1)->box.left;
    if (alike && same_size(line, other))
      edge = MAX(edge, other->box.right);
  }
  return edge;
}

/* A word that a hyphen ends, with letters before it. */
static bool is_broken_off(const char *word)
{
  gsize n = strlen(word);
  return g_str_has_suffix(word, "\xC2\xAD") ||
         (n > 1 && word[n - 1] == '-' && g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(word + n - 1))));
}

/* Whether the next line goes on where this one ends. */
static bool goes_on(const Flow *flow, guint index)
{
  enum { MOST_SPACE = 75 }; /* of 100 */
  const Fragment *a = fragment_at(flow, index), *b = fragment_at(flow, index + 1);
  float space = space_between(a, b), size = MAX(a->size, 1);
  if (!follows(a, b) || !same_size(a, b) || a->bold != b->bold || has_label(flow, b))
    return false;
  if (space * 100 > MOST_SPACE || space > MAX(flow->least, 0) + 0.3F)
    return false;
  if (b->box.left > a->box.left + 0.8F * size && !has_label(flow, a))
    return false;
  const Word *next = page_word(flow->page, b->first);
  if (is_broken_off(page_word(flow->page, a->end - 1)->text))
    return true;
  return a->box.right + 0.25F * size + (next->right - next->left) > edge_of(flow, index) - 0.5F;
}

static Block *begin(const Page *page, const Fragment *fragment)
{
  Block *block = g_new0(Block, 1);
  g_autofree char *text = text_of(page, fragment);
  block->kind = BLOCK_PARA;
  block->box = fragment->box;
  block->size = fragment->size;
  block->bold = fragment->bold;
  block->text = g_string_new(text);
  return block;
}

GPtrArray *paragraphs_of(const Page *page, const GArray *fragments, const Vocabulary *vocabulary)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func(block_free);
  Flow flow = { page, fragments, -1 };
  find_least(&flow);
  Block *block = NULL;
  for (guint i = 0; i < fragments->len; i++) {
    const Fragment *fragment = fragment_at(&flow, i);
    if (block) {
      g_autofree char *more = text_of(page, fragment);
      paragraph_go_on(block->text, more, vocabulary);
      box_add(&block->box, &fragment->box);
    } else {
      g_ptr_array_add(blocks, block = begin(page, fragment));
    }
    bool last = i + 1 == fragments->len;
    block->full = last || fragment->box.right + 3 * fragment->size > block->box.right;
    if (last || !goes_on(&flow, i))
      block = NULL;
  }
  return blocks;
}

/* From letters to words, and from words to lines. */
#include "pdf/words.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  Page *page;
  GStringChunk *chunk;
  GString *text;
  Word word; /* the one that is gathered */
  guint letters, bold;
} Gathering;

Word *page_word(const Page *page, guint index)
{
  return &g_array_index(page->words, Word, index);
}

Line *page_line(const Page *page, guint index)
{
  return &g_array_index(page->lines, Line, index);
}

void page_free(gpointer data)
{
  Page *page = data;
  g_array_unref(page->words);
  g_array_unref(page->lines);
  g_free(page->label);
  g_free(page);
}

/* ---- letters ----------------------------------------------------------------------------------------------------- */

static bool is_space(gunichar c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0x0B || c == 0x0C || g_unichar_isspace(c);
}

/* Marks of direction and of no width say nothing. */
static bool is_unseen(gunichar c)
{
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

/* What no reader could read: the font does not say which letter it is. */
static bool is_unknown(gunichar c)
{
  bool used = c == 0xF0B7 || c == 0xF0A7 || c == 0xF0D8 || c == 0xF0FC; /* bullets of Symbol and Wingdings */
  return !g_unichar_validate(c) || c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFD || (c & 0xFFFE) == 0xFFFE ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (g_unichar_type(c) == G_UNICODE_PRIVATE_USE && !used);
}

static void append_letter(GString *text, gunichar c)
{
  static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };
  if (c >= 0xFB00 && c <= 0xFB06)
    g_string_append(text, ligatures[c - 0xFB00]);
  else if (c >= 0xE000 && c <= 0xF8FF)
    g_string_append(text, "•");
  else if (c == 0x2010 || c == 0x2011)
    g_string_append_c(text, '-');
  else
    g_string_append_unichar(text, c);
}

static void end_word(Gathering *g)
{
  if (g->letters > 0 && g->text->len > 0) {
    g->word.text = g_string_chunk_insert_len(g->chunk, g->text->str, (gssize)g->text->len);
    g->word.bold = g->bold == g->letters;
    g->word.order = g->page->words->len;
    g_array_append_val(g->page->words, g->word);
  }
  g_string_truncate(g->text, 0);
  g->letters = g->bold = 0;
}

static bool is_placed(const StreamLetter *letter)
{
  enum { FAR = 20000 };
  const float values[] = { letter->left, letter->top, letter->right, letter->bottom };
  for (guint i = 0; i < G_N_ELEMENTS(values); i++)
    if (!isfinite(values[i]) || fabsf(values[i]) > FAR)
      return false;
  return isfinite(letter->size) && letter->size >= 0 && letter->size < FAR;
}

/* A letter that stands apart begins a word, whether there is a space or not. */
static bool stands_apart(const Word *word, const StreamLetter *letter)
{
  float size = MAX(word->size, 1);
  return letter->left - word->right > 0.2F * size || letter->left < word->left - 0.5F * size ||
         fabsf(letter->bottom - word->bottom) > 0.7F * size;
}

static void add_letter(Gathering *g, const StreamLetter *letter)
{
  if (g->letters > 0 && stands_apart(&g->word, letter))
    end_word(g);
  if (g->letters == 0)
    g->word = (Word){ letter->left, letter->top, letter->right, letter->bottom, letter->size, false, 0, NULL };
  g->word.left = MIN(g->word.left, letter->left);
  g->word.right = MAX(g->word.right, letter->right);
  g->word.top = MIN(g->word.top, letter->top);
  g->word.bottom = MAX(g->word.bottom, letter->bottom);
  g->word.size = MAX(g->word.size, letter->size);
  g->letters++;
  g->bold += letter->style & LETTER_BOLD ? 1 : 0;
  append_letter(g->text, letter->letter);
}

/* ---- pages that lie on their side -------------------------------------------------------------------------------- */

/* Quarter turns to the right by which most words would be upright. */
static guint turns_of(const StreamLetter *letters, guint n)
{
  guint ways[4] = { 0 };
  for (guint i = 0; i + 1 < n; i++) {
    if (is_space(letters[i].letter) || is_space(letters[i + 1].letter) || !is_placed(&letters[i]))
      continue;
    float right = letters[i + 1].left - letters[i].left, down = letters[i + 1].top - letters[i].top;
    ways[fabsf(right) >= fabsf(down) ? (right >= 0 ? 0 : 2) : (down > 0 ? 3 : 1)]++;
  }
  guint all = ways[0] + ways[1] + ways[2] + ways[3];
  for (guint way = 1; way < 4; way++)
    if (ways[way] * 3 > all * 2)
      return way;
  return 0;
}

static StreamLetter turned(const StreamLetter *letter, guint turns, float width, float height)
{
  StreamLetter to = *letter;
  if (turns == 1) { /* words go up: the left side becomes the top */
    to.left = height - letter->bottom;
    to.right = height - letter->top;
    to.top = letter->left;
    to.bottom = letter->right;
  } else if (turns == 2) {
    to.left = width - letter->right;
    to.right = width - letter->left;
    to.top = height - letter->bottom;
    to.bottom = height - letter->top;
  } else if (turns == 3) {
    to.left = letter->top;
    to.right = letter->bottom;
    to.top = width - letter->right;
    to.bottom = width - letter->left;
  }
  return to;
}

Page *page_new(const StreamPage *head, const StreamLetter *letters, GStringChunk *chunk)
{
  Page *page = g_new0(Page, 1);
  guint turns = turns_of(letters, head->letters);
  page->number = head->number;
  page->width = turns % 2 ? head->height : head->width;
  page->height = turns % 2 ? head->width : head->height;
  page->label = g_strndup(head->label, STREAM_LABEL_BYTES);
  page->pictures = head->pictures;
  page->crowded = head->crowded;
  page->words = g_array_new(FALSE, FALSE, sizeof(Word));
  page->lines = g_array_new(FALSE, FALSE, sizeof(Line));
  Gathering g = { page, chunk, g_string_new(NULL), { 0 }, 0, 0 };
  for (guint i = 0; i < head->letters; i++) {
    StreamLetter letter = turned(&letters[i], turns, head->width, head->height);
    if (is_space(letter.letter)) {
      end_word(&g);
    } else if (is_unknown(letter.letter) || !is_placed(&letter)) {
      page->unread++;
    } else if (!is_unseen(letter.letter)) {
      add_letter(&g, &letter);
      page->letters++;
    }
  }
  end_word(&g);
  g_string_free(g.text, TRUE);
  return page;
}

/* ---- lines ------------------------------------------------------------------------------------------------------- */

static float height_of(const Word *word)
{
  return word->bottom - word->top;
}

static gint compare_floats(gconstpointer a, gconstpointer b)
{
  float x = *(const float *)a, y = *(const float *)b;
  return (x > y) - (x < y);
}

static float middle_height(const Page *page)
{
  g_autoptr(GArray) heights = g_array_sized_new(FALSE, FALSE, sizeof(float), page->words->len);
  for (guint i = 0; i < page->words->len; i++) {
    float height = height_of(page_word(page, i));
    g_array_append_val(heights, height);
  }
  g_array_sort(heights, compare_floats);
  return heights->len ? g_array_index(heights, float, heights->len / 2) : 0;
}

static bool is_stamp(const Word *word, float height)
{
  enum { LINES = 3, LETTERS = 3 };
  return height_of(word) > LINES * height && g_utf8_strlen(word->text, -1) <= LETTERS;
}

/* Letters as large as several lines, few of which stand in one line, go across the page: "DRAFT". */
static void remove_stamp(Page *page, float height)
{
  enum { LEAST = 3 };
  glong letters = 0;
  guint kept = 0;
  for (guint i = 0; i < page->words->len; i++)
    letters += is_stamp(page_word(page, i), height) ? g_utf8_strlen(page_word(page, i)->text, -1) : 0;
  for (guint i = 0; letters >= LEAST && i < page->words->len; i++)
    if (!is_stamp(page_word(page, i), height))
      *page_word(page, kept++) = *page_word(page, i);
  if (letters >= LEAST)
    g_array_set_size(page->words, kept);
}

/* Words of very large letters make lines of their own: else they would join those that they stand beside. */
typedef struct {
  float large;
} Sizes;

static gint compare_heights(gconstpointer a, gconstpointer b, gpointer data)
{
  const Word *x = a, *y = b;
  float large = ((const Sizes *)data)->large, p = x->top + x->bottom, q = y->top + y->bottom;
  bool x_large = height_of(x) > large, y_large = height_of(y) > large;
  if (x_large != y_large)
    return x_large - y_large;
  return p != q ? (p > q) - (p < q) : (x->order > y->order) - (x->order < y->order);
}

static gint compare_lines(gconstpointer a, gconstpointer b)
{
  const Line *x = a, *y = b;
  float p = x->box.top + x->box.bottom, q = y->box.top + y->box.bottom;
  return p != q ? (p > q) - (p < q) : (x->order > y->order) - (x->order < y->order);
}

static gint compare_sides(gconstpointer a, gconstpointer b)
{
  const Word *x = a, *y = b;
  return x->left != y->left ? (x->left > y->left) - (x->left < y->left) : (x->order > y->order) - (x->order < y->order);
}

void box_add(Box *box, const Box *more)
{
  box->left = MIN(box->left, more->left);
  box->right = MAX(box->right, more->right);
  box->top = MIN(box->top, more->top);
  box->bottom = MAX(box->bottom, more->bottom);
}

static Box box_of_word(const Word *word)
{
  return (Box){ word->left, word->right, word->top, word->bottom };
}

Box box_of_words(const Page *page, guint first, guint end)
{
  Box box = box_of_word(page_word(page, first));
  for (guint i = first + 1; i < end; i++) {
    Box more = box_of_word(page_word(page, i));
    box_add(&box, &more);
  }
  return box;
}

/* At least half of the lower of both stands beside the other; the line is as high as its highest word. */
static bool is_beside(const Box *line, const Word *word)
{
  float both = MIN(line->bottom, word->bottom) - MAX(line->top, word->top);
  return both >= 0.5F * MIN(line->bottom - line->top, word->bottom - word->top);
}

static void end_line(Page *page, guint first, guint end)
{
  qsort(page_word(page, first), end - first, sizeof(Word), compare_sides);
  Line line = { .box = box_of_words(page, first, end), .first = first, .end = end, .bold = true, .order = G_MAXUINT };
  glong most = 0;
  for (guint i = first; i < end; i++) {
    const Word *word = page_word(page, i);
    glong length = (glong)strlen(word->text);
    line.bold &= word->bold;
    line.order = MIN(line.order, word->order);
    if (length > most) {
      most = length;
      line.size = word->size;
    }
  }
  g_array_append_val(page->lines, line);
}

void page_find_lines(Page *page)
{
  float height = middle_height(page);
  Sizes sizes = { 2.5F * height };
  g_array_set_size(page->lines, 0);
  remove_stamp(page, height);
  g_array_sort_with_data(page->words, compare_heights, &sizes);
  Box box = { 0 };
  guint first = 0;
  for (guint i = 0; i < page->words->len; i++) {
    const Word *word = page_word(page, i);
    Box more = box_of_word(word);
    bool same = i > first && (height_of(word) > sizes.large) == (height_of(page_word(page, first)) > sizes.large);
    if (same && is_beside(&box, word)) {
      box_add(&box, &more);
      continue;
    }
    if (i > first)
      end_line(page, first, i);
    first = i;
    box = more;
  }
  if (page->words->len > first)
    end_line(page, first, page->words->len);
  g_array_sort(page->lines, compare_lines);
}

/* ---- labels ------------------------------------------------------------------------------------------------------ */

bool word_is_bullet(const char *text)
{
  static const char *const bullets[] = { "•", "▪", "●", "■", "○", "◦", "‣", "·", "–", "-", "o", "➢", "✓", "*", NULL };
  return g_strv_contains(bullets, text);
}

bool word_is_label(const char *text)
{
  const char *at = text + (*text == '(');
  gsize n = strspn(at, "0123456789");
  gsize letters = n ? 0 : strspn(at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (letters > 4 || n > 3 || n + letters == 0)
    return false;
  at += n + letters;
  while (n && *at == '.' && g_ascii_isdigit(at[1]))
    at += 1 + strspn(at + 1, "0123456789");
  bool parts = n && memchr(text, '.', (gsize)(at - text));
  bool roman = letters <= 1 || strspn(text + (*text == '('), "ivxIVX") == letters;
  return roman && ((parts && !*at) || ((*at == '.' || *at == ')') && !at[1]));
}

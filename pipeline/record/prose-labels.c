/* Labels of lists: reading a pattern, counting on from it. */
#include "record/prose-labels.h"
#include "base/text.h"
#include <string.h>

enum { LABEL_CHARS = 20, MOST = 1000000, ROMAN_MOST = 3999 };

/* What counts in a label, between what stays. */
typedef struct {
  const char *start, *end;
} Counter;

/* The last run of letters or digits. */
static Counter find_counter(const char *labels)
{
  const char *end = labels + strlen(labels);
  while (end > labels && !g_ascii_isalnum(end[-1]))
    end--;
  const char *start = end;
  while (start > labels && g_ascii_isalnum(start[-1]))
    start--;
  return (Counter){ start, end };
}

static bool all(Counter counter, gboolean (*is)(gchar))
{
  for (const char *at = counter.start; at < counter.end; at++)
    if (!is(*at))
      return false;
  return counter.end > counter.start;
}

static gboolean is_digit(gchar c)
{
  return g_ascii_isdigit(c);
}

static gboolean is_small(gchar c)
{
  return g_ascii_islower(c);
}

static gboolean is_capital(gchar c)
{
  return g_ascii_isupper(c);
}

static char *to_roman(guint number, bool capital)
{
  static const struct {
    guint value;
    const char *letters;
  } steps[] = {
    { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" }, { 90, "xc" }, { 50, "l" },
    { 40, "xl" },  { 10, "x" },   { 9, "ix" },  { 5, "v" },    { 4, "iv" },  { 1, "i" },
  };
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < G_N_ELEMENTS(steps); i++)
    for (; number >= steps[i].value; number -= steps[i].value)
      g_string_append(out, steps[i].letters);
  return g_string_free(capital ? g_string_ascii_up(out) : out, FALSE);
}

/* 1 a, 26 z, 27 aa. */
static char *to_letters(guint number, bool capital)
{
  GString *out = g_string_new(NULL);
  for (; number > 0; number = (number - 1) / 26)
    g_string_prepend_c(out, (char)((capital ? 'A' : 'a') + (number - 1) % 26));
  return g_string_free(out, FALSE);
}

static guint from_letters(Counter counter)
{
  guint number = 0;
  for (const char *at = counter.start; at < counter.end && number < MOST; at++)
    number = number * 26 + (guint)(g_ascii_tolower(*at) - 'a' + 1);
  return number;
}

/* 0: no Roman number. */
static guint from_roman(Counter counter)
{
  g_autofree char *said = g_ascii_strdown(counter.start, counter.end - counter.start);
  static const char letters[] = "ivxlcdm";
  static const guint values[] = { 1, 5, 10, 50, 100, 500, 1000 };
  guint number = 0, after = 0;
  for (const char *at = said + strlen(said); at > said;) {
    const char *found = strchr(letters, *--at);
    guint value = found ? values[found - letters] : 0;
    if (value == 0)
      return 0;
    number = value < after ? number - value : number + value;
    after = MAX(after, value);
  }
  g_autofree char *again = number <= ROMAN_MOST ? to_roman(number, false) : NULL;
  return g_strcmp0(again, said) == 0 ? number : 0;
}

/* A single letter is a letter, but for the i with which Roman numbers begin, unless start says otherwise. */
static LabelKind kind_of(Counter counter, guint start)
{
  bool small = all(counter, is_small), one = counter.end - counter.start == 1;
  if (all(counter, is_digit))
    return LABELS_NUMBERS;
  if (!small && !all(counter, is_capital))
    return LABELS_PLAIN;
  guint roman = from_roman(counter), letters = from_letters(counter);
  bool is_roman = roman && (start ? roman == start || (letters != start && (!one || roman == 1)) : !one || roman == 1);
  if (!is_roman && letters > MOST)
    return LABELS_PLAIN;
  return is_roman ? (small ? LABELS_SMALL_ROMAN : LABELS_ROMAN) : small ? LABELS_SMALL_LETTERS : LABELS_LETTERS;
}

bool prose_labels_are_good(const char *labels)
{
  Counter counter = find_counter(labels);
  return text_length(labels) <= LABEL_CHARS && counter.end - counter.start <= 6 && kind_of(counter, 0) != LABELS_PLAIN;
}

LabelKind prose_label_kind(const ProseBlock *list)
{
  return list->labels ? kind_of(find_counter(list->labels), list->start) : LABELS_PLAIN;
}

guint prose_label_start(const ProseBlock *list)
{
  if (list->start)
    return list->start;
  Counter counter = find_counter(list->labels ? list->labels : "");
  switch (prose_label_kind(list)) {
  case LABELS_PLAIN:
    return 1;
  case LABELS_NUMBERS:
    return (guint)g_ascii_strtoull(counter.start, NULL, 10);
  case LABELS_SMALL_LETTERS:
  case LABELS_LETTERS:
    return from_letters(counter);
  case LABELS_SMALL_ROMAN:
  case LABELS_ROMAN:
    return from_roman(counter);
  }
  return 1;
}

bool prose_has_labels(const ProseBlock *list)
{
  for (guint i = 0; i < list->items->len; i++)
    if (((const Prose *)g_ptr_array_index(list->items, i))->label)
      return true;
  return list->labels || list->start;
}

/* Letters and Roman numbers that have come to their end go on as numbers. */
static char *count(LabelKind kind, guint number)
{
  bool roman = kind == LABELS_SMALL_ROMAN || kind == LABELS_ROMAN;
  bool capital = kind == LABELS_ROMAN || kind == LABELS_LETTERS;
  if (kind == LABELS_NUMBERS || kind == LABELS_PLAIN || number == 0 || (roman && number > ROMAN_MOST))
    return g_strdup_printf("%u", number);
  return (roman ? to_roman : to_letters)(number, capital);
}

char *prose_next_label(Labelling *labelling)
{
  const ProseBlock *list = labelling->list;
  const Prose *item = g_ptr_array_index(list->items, labelling->item++);
  if (item->label)
    return g_strdup(item->label);
  labelling->number = labelling->number ? labelling->number + 1 : prose_label_start(list);
  if (!list->labels)
    return NULL;
  Counter counter = find_counter(list->labels);
  g_autofree char *said = count(prose_label_kind(list), labelling->number);
  return g_strdup_printf("%.*s%s%s", (int)(counter.start - list->labels), list->labels, said, counter.end);
}

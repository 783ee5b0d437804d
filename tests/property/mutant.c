/* Mutants: texts of XML with a few things changed by a seed, most of them still well-formed. */
#include "mutant.h"
#include <stdbool.h>
#include <string.h>

Dice dice_new(guint64 seed)
{
  return (Dice){ seed * 0x9E3779B97F4A7C15u + 0x2545F4914F6CDD1Du };
}

guint dice_roll(Dice *dice, guint sides)
{
  dice->state ^= dice->state << 13;
  dice->state ^= dice->state >> 7;
  dice->state ^= dice->state << 17;
  return sides ? (guint)((dice->state >> 11) % sides) : 0;
}

/* A piece of the text: an attribute from its space to its quote, its value; an element from '<' to '>'; words between.
 */
typedef struct {
  gsize start, end;
} Span;

typedef struct {
  const char *text;
  gsize length;
  GArray *attributes, *values, *elements, *words; /* of Span; values belong to attributes */
  Dice *dice;
  GString *what;
} Mutation;

/* ---- finding the pieces ----------------------------------------------------------------------------------------- */

static void add(GArray *spans, const char *text, const char *start, const char *end)
{
  Span span = { (gsize)(start - text), (gsize)(end - text) };
  g_array_append_val(spans, span);
}

static void find_attributes(Mutation *m, const char *tag, const char *end)
{
  for (const char *at = memchr(tag, ' ', (gsize)(end - tag)); at && at < end;) {
    const char *open = memchr(at, '"', (gsize)(end - at));
    const char *close = open ? memchr(open + 1, '"', (gsize)(end - open - 1)) : NULL;
    if (!close)
      return;
    while (g_ascii_isspace(at[0]) && g_ascii_isspace(at[1]))
      at++;
    add(m->attributes, m->text, at, close + 1);
    add(m->values, m->text, open + 1, close);
    at = close + 1;
  }
}

/* Elements are found by their tags; what lies between two tags are words. */
static void find_all(Mutation *m)
{
  g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(const char *));
  for (const char *at = strchr(m->text, '<'); at;) {
    const char *end = g_str_has_prefix(at, "<!--") ? strstr(at, "-->") : strchr(at, '>');
    if (!end)
      return;
    if (at[1] == '/' && open->len > 0) {
      add(m->elements, m->text, g_array_index(open, const char *, open->len - 1), end + 1);
      g_array_set_size(open, open->len - 1);
    } else if (at[1] != '?' && at[1] != '!' && at[1] != '/') {
      find_attributes(m, at, end);
      if (end[-1] == '/')
        add(m->elements, m->text, at, end + 1);
      else
        g_array_append_val(open, at);
    }
    const char *next = strchr(end, '<');
    if (next && next > end + 1 && !g_ascii_isspace(end[1]))
      add(m->words, m->text, end + 1, next);
    at = next;
  }
}

/* ---- what is put there ------------------------------------------------------------------------------------------ */

static const char *const oddities[] = {
  "",
  " ",
  "0",
  "-0",
  "00",
  "1e5",
  ".5",
  "5.",
  "12,5x",
  "1,000",
  "1.000.000",
  "999999999999999",
  "-999999999999999",
  "0.000000001",
  "1000000",
  "1000001",
  "-1",
  "94%",
  "\u00a35",
  "\u22125",
  "NaN",
  "inf",
  "2009-02-29",
  "2010-02-31",
  "2010-13",
  "2010-00-10",
  "31/12/2009",
  "2099-12-31",
  "2000-01-01",
  "1999-12-31",
  "2009-10",
  "2009-10-Q4",
  "2009-10-Q5",
  "2009-10-M12",
  "2009-10-M13",
  "2098-99",
  "2000-01",
  "2099-00",
  "green",
  "grean",
  "red",
  "complete",
  "not-applicable",
  "not-available",
  "not-supplied",
  "not-readable",
  "suppressed",
  "supressed",
  "annual",
  "see-comment",
  "yes",
  "no",
  "maybe",
  "percent",
  "count",
  "yes-no",
  "text",
  "higher",
  "lower",
  "plan",
  "context",
  "cumulative",
  "snapshot",
  "draft",
  "final",
  "manual",
  "target",
  "tolerance",
  "floor",
  "binary",
  "estimate provisional",
  "estimate estimate",
  "a,b,c",
  "a,,b",
  ",",
  "HP 1",
  "H LI 1",
  "H1-1",
  "#",
  "_",
  "{rule}",
  "{",
  "}",
  "{year}",
  "[",
  "]",
  "[a",
  "\u200b",
  "\u00a0",
  "\u202e\u202d",
  "\ufeff",
  "e\u0301",
  "\U0001F600",
  "\u05d0\u05d1",
  "\u0627\u0644",
  "\u4e2d\u6587",
  "\u2028",
  "\u00ad",
  "\xc2\x85",
  "&amp;",
  "&lt;b&gt;",
  "&quot;",
  "&#10;",
  "&#9;x",
  "../x",
  "=1+1",
  "+1",
  "@x",
  "-x",
  "'",
  "\\",
  "%n%s",
  "https://x.example",
  "javascript:x",
  "mailto:",
  "NULL",
  "true",
  "a b  c",
  "Q",
  "\u0131",
  "\u1e9e",
};

static char *repeat(const char *unit, guint n)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < n; i++)
    g_string_append(out, unit);
  return g_string_free(out, FALSE);
}

static char *odd(Mutation *m)
{
  static const guint lengths[] = { 40, 41, 60, 999, 1001, 7999, 8000, 8001, 9000, 20000 };
  static const char *const units[] = { "a", "ab ", "\u00e9", "W", "1", "&amp;", "\u4e2d", "a, " };
  if (dice_roll(m->dice, 8) > 0)
    return g_strdup(oddities[dice_roll(m->dice, G_N_ELEMENTS(oddities))]);
  return repeat(units[dice_roll(m->dice, G_N_ELEMENTS(units))], lengths[dice_roll(m->dice, G_N_ELEMENTS(lengths))]);
}

/* Mixed content, right and wrong. */
static char *odd_content(Mutation *m)
{
  static const char *const contents[] = {
    "",
    " ",
    "<p/>",
    "<p></p>",
    "<p> </p>",
    "<ul/>",
    "<ul><li/></ul>",
    "<ol><li>a</li></ol>",
    "<table><tr><td/></tr></table>",
    "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td></tr></table>",
    "<table caption=\"\"><tr><td>x</td></tr></table>",
    "<table/>",
    "<h>a</h>",
    "<p>a</p>b",
    "<b>a</b><i/>",
    "<a href=\"#x\">y</a>",
    "<a href=\"https://x.example/\">y</a>",
    "<a>y</a>",
    "<span lang=\"cy\">a</span>",
    "<span lang=\"x y\">a</span>",
    "<b><i><b><i>deep</i></b></i></b>",
    "<foo>a</foo>",
    "<p>a<p>b</p></p>",
    "<!-- x -->",
    "<![CDATA[<b>]]>",
    "a<!-- x -->b",
    "<p><a href=\"#\">a</a></p>",
  };
  guint roll = dice_roll(m->dice, 4);
  if (roll == 0)
    return odd(m);
  if (roll > 1)
    return g_strdup(contents[dice_roll(m->dice, G_N_ELEMENTS(contents))]);
  guint depth = 1 + dice_roll(m->dice, 60);
  g_autofree char *open = repeat("<ul><li>", depth), *close = repeat("</li></ul>", depth);
  return g_strdup_printf("%sdeep%s", open, close);
}

/* ---- changes ---------------------------------------------------------------------------------------------------- */

static char *replace(const Mutation *m, Span span, const char *with)
{
  return g_strdup_printf("%.*s%s%s", (int)span.start, m->text, with, m->text + span.end);
}

static Span any(Mutation *m, const GArray *spans)
{
  return g_array_index(spans, Span, dice_roll(m->dice, spans->len));
}

static char *cut(const Mutation *m, Span span)
{
  return g_strndup(m->text + span.start, span.end - span.start);
}

/* Not the root: its last. */
static Span any_element(Mutation *m)
{
  return g_array_index(m->elements, Span, dice_roll(m->dice, m->elements->len - 1));
}

static void say(Mutation *m, const char *what, Span span)
{
  g_string_append_printf(m->what, "; %s at %" G_GSIZE_FORMAT " (%.*s)", what, span.start,
                         (int)MIN(span.end - span.start, 60), m->text + span.start);
}

static char *flip_byte(Mutation *m)
{
  Span span = any(m, m->values);
  say(m, "byte flipped", span);
  char *copy = g_strdup(m->text);
  if (span.end > span.start)
    copy[span.start + dice_roll(m->dice, (guint)(span.end - span.start))] ^= (char)(1 << dice_roll(m->dice, 7));
  return copy;
}

static char *set_value(Mutation *m)
{
  Span span = any(m, m->values);
  g_autofree char *value = odd(m);
  say(m, "value set", span);
  g_string_append_printf(m->what, " to '%.40s'", value);
  return replace(m, span, value);
}

static char *copy_value(Mutation *m)
{
  Span span = any(m, m->values);
  g_autofree char *value = cut(m, any(m, m->values));
  say(m, "value copied over", span);
  g_string_append_printf(m->what, ": '%.40s'", value);
  return replace(m, span, value);
}

static char *swap_values(Mutation *m)
{
  Span a = any(m, m->values), b = any(m, m->values);
  say(m, "values swapped", a);
  if (a.start > b.start) {
    Span other = a;
    a = b;
    b = other;
  }
  if (a.start == b.start)
    return g_strdup(m->text);
  g_autofree char *first = cut(m, a), *second = cut(m, b);
  return g_strdup_printf("%.*s%s%.*s%s%s", (int)a.start, m->text, second, (int)(b.start - a.end), m->text + a.end,
                         first, m->text + b.end);
}

static char *drop_attribute(Mutation *m)
{
  Span span = any(m, m->attributes);
  say(m, "attribute dropped", span);
  return replace(m, span, "");
}

static char *double_attribute(Mutation *m)
{
  Span span = any(m, m->attributes);
  g_autofree char *copy = cut(m, span);
  g_autofree char *twice = g_strconcat(copy, copy, NULL);
  say(m, "attribute doubled", span);
  return replace(m, span, twice);
}

/* One letter of its name is lost. */
static char *rename_attribute(Mutation *m)
{
  Span span = any(m, m->attributes);
  say(m, "attribute misspelt", span);
  return replace(m, (Span){ span.start + 2, span.start + 3 }, "");
}

static char *drop_element(Mutation *m)
{
  Span span = any_element(m);
  say(m, "element dropped", span);
  return replace(m, span, "");
}

static char *repeat_element(Mutation *m)
{
  Span span = any_element(m);
  g_autofree char *copy = cut(m, span);
  g_autofree char *many = repeat(copy, 2 + dice_roll(m->dice, 3));
  say(m, "element repeated", span);
  return replace(m, span, many);
}

static char *move_element(Mutation *m)
{
  Span from = any_element(m), to = any_element(m);
  g_autofree char *copy = cut(m, from);
  say(m, "element copied", from);
  say(m, "to", to);
  return replace(m, (Span){ to.start, to.start }, copy);
}

static char *set_content(Mutation *m)
{
  Span span = any(m, m->words);
  g_autofree char *content = odd_content(m);
  say(m, "words set", span);
  g_string_append_printf(m->what, " to '%.60s'", content);
  return replace(m, span, content);
}

/* Some element, many times inside itself. */
static char *nest_element(Mutation *m)
{
  Span span = any_element(m);
  g_autofree char *copy = cut(m, span);
  const char *tag_end = strchr(copy, '>');
  if (!tag_end || tag_end[-1] == '/')
    return g_strdup(m->text);
  g_autofree char *tag = g_strndup(copy, (gsize)(tag_end + 1 - copy));
  gsize name = strcspn(copy + 1, " >");
  g_autofree char *close = g_strdup_printf("</%.*s>", (int)name, copy + 1);
  guint depth = 1 + dice_roll(m->dice, 40);
  g_autofree char *before = repeat(tag, depth), *after = repeat(close, depth);
  g_autofree char *nested = g_strconcat(before, copy, after, NULL);
  say(m, "element nested", span);
  return replace(m, span, nested);
}

typedef char *(*Change)(Mutation *m);

static const Change changes[] = {
  flip_byte,      set_value,      set_value,        set_value,        copy_value,   swap_values,
  drop_attribute, drop_attribute, double_attribute, rename_attribute, drop_element, repeat_element,
  move_element,   set_content,    set_content,      nest_element,
};

char *mutant_of(const char *text, Dice *dice, GString *what)
{
  g_autoptr(GArray) attributes = g_array_new(FALSE, FALSE, sizeof(Span));
  g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(Span));
  g_autoptr(GArray) elements = g_array_new(FALSE, FALSE, sizeof(Span));
  g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(Span));
  Mutation m = { text, strlen(text), attributes, values, elements, words, dice, what };
  find_all(&m);
  if (values->len == 0 || elements->len < 2 || words->len == 0)
    return g_strdup(text);
  return changes[dice_roll(dice, G_N_ELEMENTS(changes))](&m);
}

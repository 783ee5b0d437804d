/* What has changed is told: two returns, or a model and a return, that say the same; then each value of one of them is
 * altered, left out and damaged by itself, and each entry taken out. The report of what has changed must not say then
 * that all is the same, but for what it says that it does not compare. And what cannot be read is no change that is
 * counted. changes SOURCE-FOLDER */
#include "cases.h"
#include "stages.h"
#include <stdio.h>
#include <string.h>

#define SAME "there are the same items"

enum { PLAN, RETURN, PREVIOUS, FILES, COMPLAINTS = 30 };

typedef struct {
  const char *root;
  char *layout, *framework;
  char *texts[FILES];
  guint tried, faults;
} Try;

/* What the sentence says that it does not compare, and what identifies nothing: words, money, figures of the period,
 * who signs. Elements and their attributes; "": whatever the element. */
static const struct {
  const char *element, *attribute, *why;
} apart[] = {
  { "return", "", "of the document itself" },
  { "plan", "", "of the document itself" },
  { "log", "", "of the document itself" },
  { "section", "", "words" },
  { "statement", "", "money" },
  { "line", "", "money" },
  { "group", "", "money" },
  { "total", "", "money" },
  { "net", "", "money" },
  { "", "rating-note", "words" },
  { "", "travel-note", "words" },
  { "", "title", "words" },
  { "", "reason", "words" },
  { "", "note", "words" },
  { "", "due-note", "words" },
  { "", "projection", "a figure of the period" },
  { "", "projection-method", "words" },
  { "value", "lower", "beside a figure" },
  { "value", "upper", "beside a figure" },
  { "value", "level", "beside a figure" },
  { "value", "sample", "beside a figure" },
  { "value", "as-at", "beside a figure" },
  { "value", "source", "words" },
  { "value", "flags", "beside a figure" },
  { "value", "numerator", "beside a figure" },
  { "value", "denominator", "beside a figure" },
  { "value", "rate", "beside a figure" },
  { "value", "rate-unit", "beside a figure" },
};

/* Of the plan only these are followed: the rest is the plan's own, or how figures are to be read. What it puts off the
 * return of this test puts off, too. */
static const struct {
  const char *element, *attribute;
} planned[] = {
  { "milestone", "ref" },       { "milestone", "due" }, { "step", "ref" },      { "step", "due" },
  { "indicator", "ref" },       { "treatment", "ref" }, { "treatment", "due" }, { "equality-action", "ref" },
  { "target", "number" },       { "target", "to" },     { "target", "text" },   { "target", "state" },
  { "equality-action", "due" }, { "target", "bound" },
};

static bool is_apart(const char *element, const char *attribute)
{
  for (guint i = 0; i < G_N_ELEMENTS(apart); i++)
    if ((!*apart[i].element || g_str_equal(apart[i].element, element)) &&
        (!*apart[i].attribute || g_str_equal(apart[i].attribute, attribute)))
      return true;
  return false;
}

static bool is_planned(const char *element, const char *attribute)
{
  for (guint i = 0; i < G_N_ELEMENTS(planned); i++)
    if (g_str_equal(planned[i].element, element) && g_str_equal(planned[i].attribute, attribute))
      return true;
  return false;
}

/* The document of the texts, or NULL. Caller frees. */
static GString *changes_of(const Try *try)
{
  const MergeTexts merge = { try->framework, try->texts[PLAN], try->texts[RETURN], try->texts[PREVIOUS], NULL };
  g_autoptr(GString) complaint = g_string_new(NULL), model = stage_merge(&merge, complaint);
  return model ? stage_compose(try->root, try->layout, "words-en-GB.xml", model, complaint) : NULL;
}

static const char *name_of(int file)
{
  static const char *const names[FILES] = { "plan", "return", "previous" };
  return names[file];
}

static void complain(Try *try, int file, const char *how, const char *where)
{
  if (++try->faults < COMPLAINTS)
    printf("%s: %s '%.70s': all is said to be the same\n", name_of(file), how, where);
}

/* With the text in the place of the file's. where: what is told of a fault. */
static GString *try_text(Try *try, int file, char *text, const char *how, const char *where)
{
  char *whole = try->texts[file];
  try->texts[file] = text;
  GString *document = changes_of(try);
  try->texts[file] = whole;
  try->tried++;
  if (document && strstr(document->str, SAME))
    complain(try, file, how, where);
  return document;
}

static void free_document(GString *document)
{
  if (document)
    g_string_free(document, TRUE);
}

/* Another value of the same kind. Caller frees. */
static char *other(const char *value)
{
  static const char *const pairs[][2] = { { "green", "red" },       { "amber", "green" },    { "red", "amber" },
                                          { "complete", "amber" },  { "better", "worse" },   { "worse", "better" },
                                          { "at-least", "above" },  { "Good", "Fair" },      { "Fair", "Good" },
                                          { "2013-05", "2013-08" }, { "2013-06", "2013-09" } };
  for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
    if (g_str_equal(pairs[i][0], value))
      return g_strdup(pairs[i][1]);
  if (strlen(value) == 7 && value[4] == '-' && g_str_has_prefix(value, "20"))
    return g_strdup_printf("%.4s-%s", value, g_str_equal(value + 5, "04") ? "05" : "04");
  return g_strdup_printf("%s1", value);
}

/* Whether it says of which period or measure a value is; without it, or another, the value is one that the other
 * document does not have. */
static bool is_place(const char *attribute)
{
  return g_str_equal(attribute, "period") || g_str_equal(attribute, "measure");
}

/* A value of the return's own period is no earlier figure; its symbol is one. */
static bool is_of_period(const char *tag, const char *element, const char *attribute)
{
  g_autofree char *period = case_attribute(tag, "period");
  return g_str_equal(element, "value") && !period && !g_str_equal(attribute, "rating");
}

/* How many rows the tables of changes have that count: not those of which it is not known. */
static guint count_progress(const GString *document)
{
  const char *at = strstr(document->str, "Other progress than in the last report: ");
  return at ? (guint)g_ascii_strtoull(at + strlen("Other progress than in the last report: "), NULL, 10) : 0;
}

/* What has no code goes by its words: it is the same item all the same. */
static bool goes_by_words(int file, const char *element, const char *attribute)
{
  return g_str_equal(attribute, "ref") && (file == PLAN || g_str_equal(element, "closed"));
}

static void try_value(Try *try, int file, const char *element, const char *attribute, gint from, gint to)
{
  char *whole = try->texts[file];
  g_autofree char *value = g_strndup(whole + from, (gsize)(to - from)), *instead = other(value);
  g_autofree char *where = g_strdup_printf("%s %s=%s", element, attribute, value);
  gint name = from - (gint)strlen(attribute) - 3;
  g_autofree char *altered = g_strdup_printf("%.*s%s%s", from, whole, instead, whole + to);
  g_autofree char *without = g_strdup_printf("%.*s%s", name, whole, whole + to + 1);
  g_autofree char *damaged = g_strdup_printf("%.*s?%s?%s", from, whole, value, whole + to);
  free_document(try_text(try, file, altered, "altered", where));
  if (!goes_by_words(file, element, attribute))
    free_document(try_text(try, file, without, "left out", where));
  GString *document = try_text(try, file, damaged, "damaged", where);
  if (document && g_str_equal(attribute, "rating") &&
      (count_progress(document) > 0 || strstr(document->str, "Completed or ended: 1"))) {
    try->faults++;
    printf("%s: damaged '%s' is counted as a change\n", name_of(file), where);
  }
  free_document(document);
}

static void try_values(Try *try, int file)
{
  g_autoptr(GRegex) tags = g_regex_new("<([a-z-]+)((?:\\s+[a-z-]+=\"[^\"]*\")+)", 0, 0, NULL);
  g_autoptr(GRegex) attributes = g_regex_new("\\s([a-z-]+)=\"([^\"]*)\"", 0, 0, NULL);
  g_autoptr(GMatchInfo) tag = NULL;
  const char *whole = try->texts[file];
  for (g_regex_match(tags, whole, 0, &tag); g_match_info_matches(tag); g_match_info_next(tag, NULL)) {
    g_autoptr(GMatchInfo) attribute = NULL;
    gint start, end, from, to;
    g_match_info_fetch_pos(tag, 0, &start, &end);
    g_autofree char *element = g_match_info_fetch(tag, 1), *all = g_strndup(whole + start, (gsize)(end - start));
    for (g_regex_match(attributes, all, 0, &attribute); g_match_info_matches(attribute);
         g_match_info_next(attribute, NULL)) {
      g_autofree char *name = g_match_info_fetch(attribute, 1);
      bool closed = strstr(all, " ref=\"L1-4\"") && file == PLAN; /* then and now: it has no date any more */
      bool follows = file == PLAN ? is_planned(element, name) && !closed
                                  : !is_apart(element, name) && !is_place(name) && !is_of_period(all, element, name);
      g_match_info_fetch_pos(attribute, 2, &from, &to);
      if (follows)
        try_value(try, file, element, name, start + from, start + to);
    }
  }
}

static void start(Try *try, const char *what)
{
  GString *document = changes_of(try);
  if (!document || !strstr(document->str, SAME)) {
    try->faults++;
    printf("%s: what is the same is not said to be so%s\n", what, document ? "" : ": there is no report");
  }
  free_document(document);
}

/* The text with all occurrences replaced. Caller frees. */
static char *replaced(const char *text, const char *what, const char *by)
{
  g_auto(GStrv) parts = g_strsplit(text, what, -1);
  return g_strjoinv(by, parts);
}

/* Without what is no entry of the plan, and an indicator whose direction only a model of before can tell. */
static char *base_return(const char *root, const char *period)
{
  g_autofree char *text = case_file(root, "tests/property/full", "return");
  g_autoptr(GRegex) left_out = g_regex_new(
      "<closed ref=\"L7-3\">.*?</closed>|<indicator ref=\"L PI 3\">.*?</indicator>", G_REGEX_DOTALL, 0, NULL);
  g_autofree char *kept = g_regex_replace_literal(left_out, text, -1, 0, "", 0, NULL);
  g_autofree char *earlier = replaced(kept, "period=\"2012-13-Q3\" number", "period=\"2012-13-Q2\" number");
  return replaced(earlier, "2012-13-Q4", period);
}

int main(int argc, char **argv)
{
  if (argc != 2)
    return 2;
  Try try = { .root = argv[1] };
  try.framework = case_file(argv[1], "tests/property/full", "framework");
  try.layout = case_file(argv[1], "layouts", "what-changed");
  g_autofree char *plan = case_file(argv[1], "tests/property/full", "plan");
  g_autofree char *now = base_return(argv[1], "2012-13-Q4"), *earlier = base_return(argv[1], "2012-13-Q3");
  try.texts[PLAN] = plan;
  try.texts[RETURN] = now;
  try.texts[PREVIOUS] = earlier;
  start(&try, "two returns");
  try_values(&try, RETURN);
  try_values(&try, PREVIOUS);
  const MergeTexts merge = { try.framework, plan, earlier, NULL, NULL };
  g_autoptr(GString) complaint = g_string_new(NULL), model = stage_merge(&merge, complaint);
  try.texts[PREVIOUS] = model->str;
  start(&try, "a model and a return");
  try_values(&try, RETURN);
  try_values(&try, PLAN);
  g_free(try.framework);
  g_free(try.layout);
  return case_end(try.tried, try.faults);
}

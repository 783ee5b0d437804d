/* What was supplied is never called missing: each attribute of plans, returns, frameworks and papers is made unreadable
 * by itself, and misspelt; wherever a report without it would say something else, the report with it damaged says "not
 * readable".
 * unreadable SOURCE-FOLDER [schemas|COUNCIL [FOLDER|- [KIND|LAYOUT]...]]: of one council only, by its number; documents
 * at fault are kept in the folder; only values of these kinds ("period of value", "element of target"), in these
 * layouts.
 */
#include "stages.h"
#include <stdio.h>
#include <string.h>

enum { FULL = 2, LARGE = 3 }; /* councils: that of all attributes; that of which a few of each kind are tried */

typedef struct {
  const char *framework, *plan, *current, *previous, *paper, *period; /* a paper, or what a model is made of */
} Council;

static const Council councils[] = {
  { "tests/golden/check/base/framework.xml", "tests/golden/check/base/plan.xml", "tests/golden/check/base/return.xml",
    "tests/golden/check/base/quarter.xml", NULL, NULL },
  { "fixtures/improvement/framework.xml", "fixtures/improvement/plan.xml",
    "fixtures/improvement/returns/2006-07-M3.xml", "fixtures/improvement/returns/2006-07-M2.xml", NULL, NULL },
  { "tests/property/full/framework.xml", "tests/property/full/plan.xml", "tests/property/full/return.xml",
    "tests/property/full/previous.xml", NULL, NULL },
  { "fixtures/council/framework.xml", "fixtures/council/plans/2009-10/health-and-partnerships.xml",
    "fixtures/council/returns/2009-10-Q4/health-and-partnerships.xml",
    "fixtures/council/returns/2009-10-Q3/health-and-partnerships.xml", NULL, NULL },
  { .paper = "tests/property/full/paper.xml" },
  { .paper = "tests/property/full/minutes.xml" },
};

static const char *const layouts[] = {
  "quarterly-monitoring-report",
  "priority-based-report",
  "mid-year-progress-report",
  "service-plan",
  "directorate-business-plan",
  "improvement-plan-exceptions",
  "improvement-plan",
  "what-changed",
  "cover-report", /* of papers; the others are of models */
};
static const char *const texts[] = { "framework", "plan", "return", "previous", "paper" };
enum { N = G_N_ELEMENTS(layouts), TEXTS = G_N_ELEMENTS(texts), PREVIOUS = 3, PAPER = 4 };

typedef struct {
  const char *root;
  char *layouts[N], *texts[TEXTS];
  const char *period, *keep;
  char **only;       /* kinds, texts and layouts, NULL at the end; empty: all */
  GHashTable *kinds; /* how often each kind of each text was met, when only a few are tried; or NULL */
  bool misspells;    /* of each attribute the name, too */
  GHashTable *said;  /* what was complained of, by name */
  GString *model;    /* of the council's files as they are */
  guint tried, shown, faults;
} Run;

static char *read_file(const char *root, const char *name)
{
  if (!name)
    return NULL;
  g_autofree char *path = g_build_filename(root, name, NULL);
  char *text = NULL;
  g_autoptr(GError) error = NULL;
  if (!g_file_get_contents(path, &text, NULL, &error))
    g_error("%s", error->message);
  return text;
}

/* Words that the council has of its own are not what is shown. */
static void drop_words(GString *document)
{
  for (char *at; document && (at = strstr(document->str, "\n  <word "));)
    g_string_erase(document, at - document->str, (gssize)strcspn(at + 1, "\n") + 1);
}

/* The model of one text changed (NULL: none), or that paper; NULL when there is none. Caller frees. */
static GString *make_model(const Run *run, guint which, const char *text)
{
  const char *t[TEXTS];
  for (guint i = 0; i < TEXTS; i++)
    t[i] = text && i == which ? text : run->texts[i];
  if (t[PAPER])
    return g_string_new(t[PAPER]);
  const MergeTexts merge = { t[0], t[1], t[2], t[3], run->period };
  g_autoptr(GString) complaint = g_string_new(NULL);
  return stage_merge(&merge, complaint);
}

/* Its documents in the layouts that are wanted, the others NULL; all NULL without a model. */
static void make_documents(const Run *run, const GString *model, const bool wanted[N], GString *documents[N])
{
  g_autoptr(GString) complaint = g_string_new(NULL);
  for (guint i = 0; i < N; i++) {
    bool own = (i == N - 1) == (run->texts[PAPER] != NULL);
    bool made = model && wanted[i] && own && run->layouts[i];
    documents[i] = made ? stage_compose(run->root, run->layouts[i], "words-en-GB.xml", model, complaint) : NULL;
    drop_words(documents[i]);
  }
}

static void free_model(GString *model)
{
  if (model)
    g_string_free(model, TRUE);
}

static void clear(GString *documents[N])
{
  for (guint i = 0; i < N; i++)
    if (documents[i])
      g_string_free(documents[i], TRUE);
}

static guint count(const GString *document, const char *what)
{
  guint n = 0;
  for (const char *at = document->str; (at = strstr(at, what)); at += strlen(what))
    n++;
  return n;
}

static guint marks(const GString *document)
{
  return count(document, "ot readable") + count(document, "not-readable") + count(document, "annot be read");
}

/* How often something is called missing; not by entries that stand apart, which have what they have. */
static guint gaps(const GString *document)
{
  static const char *const words[] = { "ot supplied<",
                                       "\"not-supplied\"",
                                       " supplied.<",
                                       "supplied for this period",
                                       "<para>–</para>",
                                       "figures have been reported",
                                       "was supplied about",
                                       "is no high risk",
                                       "No key ",
                                       "that concern these priorities",
                                       "Every indicator meets",
                                       "No action is late",
                                       "no target set",
                                       "No longer there<" };
  g_autoptr(GString) rest = g_string_new(NULL);
  for (const char *at = document->str; *at;) {
    const char *apart = strstr(at, "<table id=\"unplanned"), *end = apart ? strstr(apart, "</table>") : NULL;
    g_string_append_len(rest, at, end ? apart - at : (gssize)strlen(at));
    at = end ? end : "";
  }
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    n += count(rest, words[i]);
  return n;
}

typedef struct {
  const char *element, *name, *value; /* places in the text */
  gsize element_bytes, name_bytes, value_bytes;
} Attribute;

static bool next_attribute(const char *text, const char **at, Attribute *found)
{
  static const char *element = NULL;
  static gsize element_bytes = 0;
  if (*at == text)
    element = NULL;
  for (const char *p = *at; *p; p++) {
    if (g_str_has_prefix(p, "<!--")) {
      p = strstr(p, "-->");
      continue;
    }
    if (g_str_has_prefix(p, "<?"))
      p = strstr(p, "?>");
    if (*p == '<' && g_ascii_isalpha(p[1])) {
      element = p + 1;
      element_bytes = strcspn(element, " \n\t/>");
    }
    if (*p != '=' || p[1] != '"' || !element)
      continue;
    const char *name = p;
    while (!g_ascii_isspace(name[-1]))
      name--;
    const char *value = p + 2;
    *found = (Attribute){ element, name, value, element_bytes, (gsize)(p - name), strcspn(value, "\"") };
    *at = value + found->value_bytes + 1;
    if (strncmp(name, "xmlns", 5) != 0 && strncmp(name, "format=", 7) != 0)
      return true;
    p = *at - 1;
  }
  return false;
}

/* For reading: what differs. */
static void keep(const Run *run, const char *said, const GString *without, const GString *damaged)
{
  if (!run->keep)
    return;
  g_autofree char *name = g_strdelimit(g_strdup(said), " <>:/", '_');
  g_autofree char *path = g_strdup_printf("%s/%s", run->keep, name);
  g_autofree char *path_without = g_strdup_printf("%s.without", path);
  g_file_set_contents(path, damaged->str, -1, NULL);
  g_file_set_contents(path_without, without->str, -1, NULL);
}

/* What is not missed when it is gone, and why. */
static const struct {
  const char *attribute, *why;
} others[] = {
  { "status", "what is not readably final is a draft" },
  { "submitted", "only the document's own date follows from it" },
  { "key", "what is not readably key is not key" },
  { "decimals", "whole numbers are shown" },
  { "number of section", "only the number before the title" },
  { "title of measure", "its code stands in for it" },
  { "ref of role", "its code is shown" },
  { "element of shorthand", "the words for them are shown" },
  { "element of role", "the codes of those in the plan are shown" },
  { "element of milestone", "one of a later year is not due, whether something was said of it or not" },
  { "ref of statement", "only a link leads to it" },
  { "ref of priority", "its code is shown" },
  { "state of shorthand", "the word for it is shown" },
  { "ref of shorthand", "what the mark means is said in the house's words" },
  { "scale of symbol", "a symbol that nobody can read explains nothing" },
  { "name of symbol", "a symbol that nobody can read explains nothing" },
  { "href of a", "the words of the link are shown" },
  { "lang of span", "the words are shown" },
  { "element of span", "the words are shown" },
  { "element of sup", "the words are shown" },
  { "element of sub", "the words are shown" },
  { "element of footnote", "its words stand where its place was" },
  { "caption of table", "the table in the text is shown" },
  { "singular of unit", "its name stands in" },
  { "before of unit", "its name stands in" },
  { "short of unit", "its name stands in" },
  { "polarity", "what would follow from it by a rule is not said" },
};

static bool is_among(const char *const names[], guint n, const char *name)
{
  bool is = false;
  for (guint i = 0; i < n; i++)
    is |= g_str_equal(names[i], name);
  return is;
}

/* Whether it is asked for: among those of the command line, or where none of its sort is named. */
static bool is_asked(const Run *run, guint which, const char *kind)
{
  bool kinds = false, any_text = false, own_text = false, own_kind = false;
  for (char **only = run->only; *only; only++) {
    bool text = is_among(texts, TEXTS, *only);
    any_text |= text;
    own_text |= g_str_equal(*only, texts[which]);
    kinds |= !text && !is_among(layouts, N, *only);
    own_kind |= g_str_equal(*only, kind);
  }
  return (own_text || !any_text) && (own_kind || !kinds);
}

/* Of each kind of a text the first, the fourth, the sixteenth and so on. */
static bool is_one_of_few(const Run *run, guint which, const char *kind)
{
  if (!run->kinds)
    return true;
  char *key = g_strdup_printf("%s %s", texts[which], kind);
  guint n = GPOINTER_TO_UINT(g_hash_table_lookup(run->kinds, key)) + 1;
  g_hash_table_insert(run->kinds, key, GUINT_TO_POINTER(n));
  while (n % 4 == 0)
    n /= 4;
  return n == 1;
}

static bool is_left_out(const Run *run, guint which, const Attribute *a)
{
  g_autofree char *name = g_strndup(a->name, a->name_bytes);
  g_autofree char *full = g_strdup_printf("%s of %.*s", name, (int)a->element_bytes, a->element);
  if (!is_asked(run, which, full))
    return true;
  for (guint i = 0; i < G_N_ELEMENTS(others); i++)
    if (g_str_equal(others[i].attribute, name) || g_str_equal(others[i].attribute, full))
      return true;
  return !is_one_of_few(run, which, full);
}

static void compare(Run *run, const Attribute *a, guint which, GString *base[N], GString *without[N],
                    GString *damaged[N])
{
  for (guint i = 0; i < N; i++) {
    if (!without[i] || !damaged[i] || !base[i] || g_string_equal(base[i], without[i]) ||
        g_string_equal(base[i], damaged[i]))
      continue;
    run->shown++;
    bool same = g_string_equal(without[i], damaged[i]);
    bool column = count(damaged[i], "<column ") > count(base[i], "<column "); /* one that is empty for the others */
    column |= count(damaged[i], "<chart ") > count(base[i], "<chart ");       /* one more, with gaps of its own */
    bool missed = !column && gaps(damaged[i]) > gaps(base[i]);
    bool more = strstr(layouts[i], "exceptions") || strncmp(a->name, "year", 4) == 0; /* rows are shown that were not */
    bool twice = count(damaged[i], "Not readable, Not readable") > count(base[i], "Not readable, Not readable");
    bool cut =
        which == PAPER && strstr(damaged[i]->str, "???????????????"); /* words too long are cut, and stand there */
    if (!twice && (cut || (marks(damaged[i]) > marks(base[i]) && (more || !missed))))
      continue;
    g_autofree char *said = g_strdup_printf("%s: <%.*s> %.*s in %s: %s", texts[which], (int)a->element_bytes,
                                            a->element, (int)a->name_bytes, a->name, layouts[i],
                                            twice    ? "said twice in a list"
                                            : same   ? "as if it were missing"
                                            : missed ? "something is called missing"
                                                     : "other words");
    run->faults++;
    keep(run, said, without[i], damaged[i]);
    if (!g_hash_table_contains(run->said, said)) {
      g_hash_table_add(run->said, g_strdup(said));
      printf("%s ('%.*s')\n", said, (int)MIN(40, a->value_bytes), a->value);
    }
  }
}

/* A symbol that the whole files do not give follows from nothing that somebody said. */
static void compare_symbols(Run *run, const Attribute *a, guint which, const GString *damaged)
{
  static const char *const symbols[] = { " rating=\"green\"",  " rating=\"amber\"", " rating=\"red\"",
                                         " travel=\"better\"", " travel=\"same\"",  " travel=\"worse\"" };
  for (guint i = 0; damaged && i < G_N_ELEMENTS(symbols); i++)
    if (count(damaged, symbols[i]) > count(run->model, symbols[i])) {
      run->faults++;
      printf("%u: <%.*s> %.*s '%.*s' makes%s\n", which, (int)a->element_bytes, a->element, (int)a->name_bytes, a->name,
             (int)MIN(40, a->value_bytes), a->value, symbols[i]);
    }
}

/* What is shown, and has something to stand in for it: not of the earlier return, whose statements are not. */
static bool is_guessed(const Attribute *a, guint which)
{
  static const char *const shown[] = { "statement kind", "unit ref" };
  g_autofree char *name = g_strdup_printf("%.*s %.*s", (int)a->element_bytes, a->element, (int)a->name_bytes, a->name);
  bool is_shown = false;
  for (guint i = 0; i < G_N_ELEMENTS(shown); i++)
    is_shown |= g_str_equal(name, shown[i]);
  return is_shown && which != PREVIOUS;
}

/* What stands in for a name or kind that cannot be read is not said as if it had been read. */
static void compare_guess(Run *run, const Attribute *a, guint which, GString *base[N], GString *damaged[N])
{
  bool differs = !is_guessed(a, which);
  for (guint i = 0; i < N; i++)
    differs |= !run->layouts[i]; /* it may be shown there */
  for (guint i = 0; i < N; i++)
    differs |= base[i] && damaged[i] && marks(damaged[i]) > marks(base[i]);
  if (differs)
    return;
  run->faults++;
  printf("%.*s %.*s '%.*s' is guessed\n", (int)a->element_bytes, a->element, (int)a->name_bytes, a->name,
         (int)MIN(40, a->value_bytes), a->value);
}

/* Documents that are the same without the value are not made of it damaged, unless it is one that may be guessed. */
static void try_texts(Run *run, const Attribute *a, guint which, GString *base[N], const char *without,
                      const char *damaged)
{
  GString *without_documents[N], *damaged_documents[N];
  GString *without_model = make_model(run, which, without), *model = make_model(run, which, damaged);
  bool wanted[N];
  for (guint i = 0; i < N; i++)
    wanted[i] = without_model && !g_string_equal(without_model, run->model);
  make_documents(run, without_model, wanted, without_documents);
  for (guint i = 0; i < N; i++)
    wanted[i] = is_guessed(a, which) || (without_documents[i] && !g_string_equal(without_documents[i], base[i]));
  make_documents(run, model, wanted, damaged_documents);
  run->tried++;
  compare(run, a, which, base, without_documents, damaged_documents);
  compare_symbols(run, a, which, model);
  compare_guess(run, a, which, base, damaged_documents);
  free_model(without_model);
  free_model(model);
  clear(without_documents);
  clear(damaged_documents);
}

static void try_attribute(Run *run, const Attribute *a, guint which, GString *base[N])
{
  static char *bad = NULL;
  if (!bad)
    bad = g_strnfill(8100, '?'); /* no value of any kind */
  const char *text = run->texts[which];
  g_autofree char *without = g_strdup_printf("%.*s%s", (int)(a->name - text), text, a->value + a->value_bytes + 1);
  g_autofree char *damaged = g_strdup_printf("%.*s%s%s", (int)(a->value - text), text, bad, a->value + a->value_bytes);
  try_texts(run, a, which, base, without, damaged);
  if (strncmp(a->element, "risk ", strlen("risk ")) == 0 &&
      strncmp(a->name, "milestone=", strlen("milestone=")) == 0) { /* of nobody */
    g_autofree char *unknown = g_strdup_printf("%.*sZQ-9%s", (int)(a->value - text), text, a->value + a->value_bytes);
    try_texts(run, a, which, base, without, unknown);
  }
  if (!run->misspells)
    return;
  const char *last = a->name + a->name_bytes - 1; /* of the name, said twice: "reff" */
  g_autofree char *misspelt = g_strdup_printf("%.*s%s", (int)(last + 1 - text), text, last);
  try_texts(run, a, which, base, without, misspelt);
}

/* The end of the element that begins at start, if it holds words only; else NULL. */
static const char *end_of_leaf(const char *start, const char **ret_end_tag)
{
  static const char *const words[] = { "p", "b", "i", "a", "br", "ul", "ol", "li", "em", "strong" };
  gsize length = strcspn(start + 1, " \n\t/>");
  const char *end = strchr(start, '>');
  *ret_end_tag = NULL;
  if (!end || end[-1] == '/')
    return end ? end + 1 : NULL;
  for (const char *at = end; (at = strchr(at, '<')); at++) {
    bool ends = at[1] == '/';
    const char *name = at + 1 + ends;
    gsize name_length = strcspn(name, " \n\t/>");
    if (ends && name_length == length && strncmp(name, start + 1, length) == 0) {
      *ret_end_tag = at;
      return strchr(at, '>') + 1;
    }
    bool word = false;
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
      word |= strlen(words[i]) == name_length && strncmp(words[i], name, name_length) == 0;
    if (!word)
      return NULL;
  }
  return NULL;
}

/* An element of a name that nobody knows in the place of each that holds words or a record without others. */
static void try_elements(Run *run, guint which, GString *base[N])
{
  const char *text = run->texts[which];
  for (const char *at = text; text && (at = strchr(at, '<')); at++) {
    const char *end_tag = NULL, *end = g_ascii_isalpha(at[1]) ? end_of_leaf(at, &end_tag) : NULL;
    gsize name = strcspn(at + 1, " \n\t/>");
    bool word = name <= 2 || strncmp(at + 1, "strong", name) == 0;
    if (!end || word)
      continue;
    const Attribute a = { .element = at + 1, .element_bytes = name, .name = "element", .name_bytes = 7, .value = at };
    if (is_left_out(run, which, &a))
      continue;
    g_autofree char *without = g_strdup_printf("%.*s%s", (int)(at - text), text, end);
    g_autofree char *damaged =
        end_tag ? g_strdup_printf("%.*s<zzqq%.*szzqq%s", (int)(at - text), text,
                                  (int)(end_tag + 2 - at - 1 - (gssize)name), at + 1 + name, end_tag + 2 + name)
                : g_strdup_printf("%.*s<zzqq%s", (int)(at - text), text, at + 1 + name);
    try_texts(run, &a, which, base, without, damaged);
  }
}

static void try_council(Run *run, const Council *council, bool misspells)
{
  run->misspells = misspells;
  const char *const names[] = { council->framework, council->plan, council->current, council->previous,
                                council->paper };
  run->period = council->period;
  for (guint i = 0; i < TEXTS; i++)
    run->texts[i] = read_file(run->root, names[i]);
  GString *base[N];
  bool all[N];
  memset(all, true, sizeof all);
  run->model = make_model(run, 0, NULL);
  make_documents(run, run->model, all, base);
  for (guint i = 0; i < N; i++)
    if (!base[i] && run->layouts[i] && (i == N - 1) == (council->paper != NULL))
      g_error("no %s is made of %s", layouts[i], council->paper ? council->paper : council->plan);
  for (guint i = 0; run->keep && i < N; i++) {
    if (!base[i])
      continue;
    g_autofree char *path = g_strdup_printf("%s/base_in_%s", run->keep, layouts[i]);
    g_file_set_contents(path, base[i]->str, -1, NULL);
  }
  for (guint i = 0; i < TEXTS; i++) {
    const char *at = run->texts[i];
    Attribute attribute;
    while (at && next_attribute(run->texts[i], &at, &attribute))
      if (!is_left_out(run, i, &attribute))
        try_attribute(run, &attribute, i, base);
    try_elements(run, i, base);
  }
  clear(base);
  free_model(run->model);
  for (guint i = 0; i < TEXTS; i++)
    g_clear_pointer(&run->texts[i], g_free);
}

/* ---- nothing is forgotten --------------------------------------------------------------------------------------- */

/* What is not tried here, and why. */
static const struct {
  const char *name, *why;
} untried[] = {
  { "density", "only stages write it" },
  { "silence", "nothing of it is printed: what it silences is told when it cannot be read" },
  { "phrase", "nothing of it is printed" },
  { "means", "an attribute of phrases" },
  { "file", "the picture itself stands in the test's paper, as stages carry it" },
};

static bool is_untried(const char *name)
{
  bool is = false;
  for (guint i = 0; i < G_N_ELEMENTS(untried); i++)
    is |= g_str_equal(untried[i].name, name);
  return is;
}

/* The documents of tests/property/full one behind the other. Caller frees. */
static GString *all_full(const char *root)
{
  static const char *const names[] = { "framework", "plan", "return", "previous", "paper", "minutes" };
  GString *all = g_string_new(NULL);
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *name = g_strdup_printf("tests/property/full/%s.xml", names[i]);
    g_autofree char *text = read_file(root, name);
    g_string_append(all, text);
  }
  return all;
}

/* What the schemas know and none of those documents has is never damaged. */
static guint count_forgotten(const char *root)
{
  static const char *const schemas[] = { "framework", "plan", "return", "paper", "common" };
  static const char *const kinds[] = { "<xs:attribute name=\"", "<xs:element name=\"" };
  g_autoptr(GString) all = all_full(root);
  guint forgotten = 0;
  for (guint i = 0; i < G_N_ELEMENTS(schemas) * G_N_ELEMENTS(kinds); i++) {
    const char *kind = kinds[i % G_N_ELEMENTS(kinds)];
    g_autofree char *path = g_strdup_printf("schemas/%s.xsd", schemas[i / G_N_ELEMENTS(kinds)]);
    g_autofree char *schema = read_file(root, path);
    for (const char *at = schema; (at = strstr(at, kind));) {
      at += strlen(kind);
      g_autofree char *name = g_strndup(at, strcspn(at, "\""));
      g_autofree char *written = kind == kinds[0] ? g_strdup_printf(" %s=\"", name) : g_strdup_printf("<%s", name);
      if (strstr(all->str, written) || is_untried(name))
        continue;
      printf("%s: no document of tests/property/full has '%s'\n", path, written);
      forgotten++;
    }
  }
  return forgotten;
}

static void read_layouts(Run *run)
{
  bool any = false;
  for (char **only = run->only; *only; only++)
    any |= is_among(layouts, N, *only);
  for (guint i = 0; i < N; i++) {
    g_autofree char *name = g_strdup_printf("layouts/%s.xml", layouts[i]);
    if (!any || g_strv_contains((const char *const *)run->only, layouts[i]))
      run->layouts[i] = read_file(run->root, name);
  }
}

int main(int argc, char **argv)
{
  if (argc < 2) {
    fprintf(stderr, "usage: unreadable SOURCE-FOLDER [schemas|COUNCIL [FOLDER|- [KIND|TEXT|LAYOUT]...]]\n");
    return 2;
  }
  if (argc > 2 && g_str_equal(argv[2], "schemas"))
    return count_forgotten(argv[1]) > 0;
  Run run = { .root = argv[1], .said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL) };
  run.keep = argc > 3 && !g_str_equal(argv[3], "-") ? argv[3] : NULL;
  run.only = argv + MIN(argc, 4);
  read_layouts(&run);
  const char *asked = g_getenv("QMR_LONG"); /* ./run.sh test long */
  bool longer = asked && *asked;
  guint last = G_N_ELEMENTS(councils) - 1;
  guint first = argc > 2 ? MIN((guint)g_ascii_strtoull(argv[2], NULL, 10), last) : 0;
  for (guint i = first; i <= (argc > 2 ? first : last); i++) {
    run.kinds = i == LARGE && !longer ? g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL) : NULL;
    try_council(&run, &councils[i], longer || i >= FULL);
    g_clear_pointer(&run.kinds, g_hash_table_unref);
  }
  printf("%u values damaged, shown in %u documents; %u faults\n", run.tried, run.shown, run.faults);
  for (guint i = 0; i < N; i++)
    g_free(run.layouts[i]);
  g_hash_table_unref(run.said);
  return run.faults > 0 || run.shown == 0;
}

/* Whatever one stage writes, the next accepts: mutants of plans, returns, frameworks, models, layouts and documents go
 * through the stages. property SOURCE-FOLDER [MUTANTS [SEED [FOLDER]]]: so many mutants, from that seed on; the changed
 * texts are kept in FOLDER as mutant-1.xml ... */
#include "mutant.h"
#include "stages.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { QUICK = 3000, LONG = 100000, COMPLAINTS = 20 };

/* Files that are merged together; the return and the earlier one may be missing. */
typedef struct {
  const char *framework, *plan, *current, *previous, *period;
  guint weight; /* small ones are tried more often */
} Council;

static const Council councils[] = {
  { "tests/golden/check/base/framework.xml", "tests/golden/check/base/plan.xml", "tests/golden/check/base/return.xml",
    "tests/golden/check/base/quarter.xml", NULL, 30 },
  { "fixtures/improvement/framework.xml", "fixtures/improvement/plan.xml",
    "fixtures/improvement/returns/2006-07-M3.xml", "fixtures/improvement/returns/2006-07-M2.xml", NULL, 3 },
  { "fixtures/council-2012/framework.xml", "fixtures/council-2012/plans/2012-13/community-safety.xml",
    "fixtures/council-2012/returns/2012-13-Q2/community-safety.xml",
    "fixtures/council-2012/returns/2011-12-Q2/community-safety.xml", NULL, 3 },
  { "fixtures/council/framework.xml", "fixtures/council/plans/2009-10/culture-and-leisure.xml",
    "fixtures/council/returns/2009-10-Q4/culture-and-leisure.xml", NULL, NULL, 3 },
  { "fixtures/council/framework.xml", "fixtures/council/plans/2009-10/health-and-partnerships.xml",
    "fixtures/council/returns/2009-10-Q4/health-and-partnerships.xml",
    "fixtures/council/returns/2009-10-Q3/health-and-partnerships.xml", NULL, 1 },
  { "fixtures/council/framework.xml", "fixtures/council/plans/2009-10/culture-and-leisure.xml", NULL, NULL, "2009-10",
    2 },
};

static const char *const layouts[] = {
  "quarterly-monitoring-report", "priority-based-report",       "mid-year-progress-report", "service-plan",
  "directorate-business-plan",   "improvement-plan-exceptions", "improvement-plan",         "assurance-report",
};

static const char *const documents[] = { "sample", "hard", "charts" };

typedef struct {
  const char *root, *scratch, *keep; /* keep: a folder for the mutants, or NULL */
  Schemas *schemas;
  Dice dice;
  GString *what; /* what the mutant of now is */
  GHashTable *files;
  guint models, composed, rendered, faults, kept;
} Run;

static char current[1024]; /* for the handler of signals only */

static void on_signal(int number)
{
  (void)!write(STDERR_FILENO, "killed by a signal: ", 20);
  (void)!write(STDERR_FILENO, current, strlen(current));
  (void)!write(STDERR_FILENO, "\n", 1);
  signal(number, SIG_DFL);
  raise(number);
}

static const char *file(Run *run, const char *name)
{
  if (!name)
    return NULL;
  char *text = g_hash_table_lookup(run->files, name);
  if (text)
    return text;
  g_autofree char *path = g_build_filename(run->root, name, NULL);
  g_autoptr(GError) error = NULL;
  if (!g_file_get_contents(path, &text, NULL, &error))
    g_error("%s", error->message);
  g_hash_table_insert(run->files, g_strdup(name), text);
  return text;
}

/* A limit that the data reach is said in a stage where something can be done, and nothing is written. */
static bool is_limit(const GString *complaint)
{
  return strstr(complaint->str, "[L-LENGTH]") || strstr(complaint->str, "[V-LENGTH]");
}

static void complain(Run *run, const char *stage, const GString *complaint)
{
  run->faults++;
  if (run->faults <= COMPLAINTS)
    printf("%s: %s\n  of %s\n", stage, complaint->str, run->what->str);
}

/* One to three changes. */
static char *mutate(Run *run, const char *text)
{
  char *mutant = g_strdup(text);
  for (guint n = 1 + dice_roll(&run->dice, 3); n > 0; n--) {
    char *next = mutant_of(mutant, &run->dice, run->what);
    g_free(mutant);
    mutant = next;
  }
  g_strlcpy(current, run->what->str, sizeof current);
  if (run->keep) {
    g_autofree char *name = g_strdup_printf("mutant-%u.xml", ++run->kept);
    g_autofree char *path = g_build_filename(run->keep, name, NULL);
    g_file_set_contents(path, mutant, -1, NULL);
  }
  return mutant;
}

/* ---- what must hold --------------------------------------------------------------------------------------------- */

static void check_again(Run *run, const char *stage, const GString *xml)
{
  GString *again = stage_again(xml);
  g_autoptr(GString) complaint = g_string_new(NULL);
  if (!again || !g_string_equal(again, xml)) {
    const char *a = xml->str, *b = again ? again->str : "";
    while (*a && *a == *b)
      a++, b++;
    g_string_append_printf(complaint, "read and written again it is another: '%.60s' and '%.60s'",
                           MAX(a - 20, xml->str), again ? MAX(b - 20, again->str) : "nothing");
    complain(run, stage, complaint);
  }
  if (again)
    g_string_free(again, TRUE);
}

static void check_format(Run *run, const GString *document, const char *format)
{
  g_autoptr(GString) complaint = g_string_new(NULL);
  g_autofree char *path = g_build_filename(run->scratch, format, NULL);
  run->rendered++;
  if (!stage_render(document, format, path, complaint))
    complain(run, format, complaint);
}

/* Pages and workbooks take their time: every now and then. */
static void check_document(Run *run, const GString *document)
{
  g_autoptr(GString) complaint = g_string_new(NULL);
  run->composed++;
  if (!stage_accepts(run->schemas, "document.xml", document, complaint)) {
    if (!is_limit(complaint))
      complain(run, "qmr-validate of a document", complaint);
    return;
  }
  check_again(run, "document", document);
  if (dice_roll(&run->dice, 4) == 0) {
    check_format(run, document, "html");
    check_format(run, document, "csv");
  }
  if (dice_roll(&run->dice, 12) == 0) {
    check_format(run, document, "pdf");
    check_format(run, document, "xlsx");
  }
}

static void check_layout(Run *run, const char *name, const GString *model)
{
  g_autoptr(GString) complaint = g_string_new(NULL);
  g_autofree char *path = g_strdup_printf("layouts/%s.xml", name);
  bool welsh = dice_roll(&run->dice, 8) == 0;
  GString *document =
      stage_compose(run->root, file(run, path), welsh ? "words-cy.xml" : "words-en-GB.xml", model, complaint);
  if (document)
    check_document(run, document);
  else if (!is_limit(complaint)) {
    g_string_append_printf(complaint, " (layout %s)", name);
    complain(run, "qmr-compose", complaint);
  }
  if (document)
    g_string_free(document, TRUE);
}

static void check_model(Run *run, const GString *model, guint n_layouts)
{
  g_autoptr(GString) complaint = g_string_new(NULL);
  run->models++;
  if (!stage_accepts(run->schemas, "model.xml", model, complaint)) {
    complain(run, "qmr-validate of a model", complaint);
    return;
  }
  check_again(run, "model", model);
  if (strstr(model->str, "(null)"))
    complain(run, "model: (null)", complaint);
  guint first = dice_roll(&run->dice, G_N_ELEMENTS(layouts));
  for (guint i = 0; i < n_layouts; i++)
    check_layout(run, layouts[(first + i) % G_N_ELEMENTS(layouts)], model);
}

/* ---- families of mutants ---------------------------------------------------------------------------------------- */

static const Council *choose_council(Run *run)
{
  guint all = 0;
  for (guint i = 0; i < G_N_ELEMENTS(councils); i++)
    all += councils[i].weight;
  guint at = dice_roll(&run->dice, all);
  for (guint i = 0;; i++) {
    if (at < councils[i].weight)
      return &councils[i];
    at -= councils[i].weight;
  }
}

/* One of the texts is changed, now and then two. */
static void try_inputs(Run *run)
{
  const Council *council = choose_council(run);
  const char *texts[] = { file(run, council->framework), file(run, council->plan), file(run, council->current),
                          file(run, council->previous) };
  char *mutants[G_N_ELEMENTS(texts)] = { NULL };
  g_string_append_printf(run->what, "%s", council->plan);
  for (guint n = 1 + (dice_roll(&run->dice, 5) == 0); n > 0; n--) {
    guint which = dice_roll(&run->dice, G_N_ELEMENTS(texts));
    if (!texts[which])
      continue;
    g_string_append_printf(run->what, "; %s",
                           (const char *const[]){ "framework", "plan", "return", "previous" }[which]);
    char *mutant = mutate(run, texts[which]);
    g_free(mutants[which]);
    texts[which] = mutants[which] = mutant;
  }
  const MergeTexts merge = { texts[0], texts[1], texts[2], texts[3], council->period };
  g_autoptr(GString) complaint = g_string_new(NULL);
  GString *model = stage_merge(&merge, complaint);
  if (complaint->len > 0)
    complain(run, "a message of qmr-merge", complaint);
  bool small = council == &councils[0];
  if (model) {
    check_model(run, model, small && dice_roll(&run->dice, 8) == 0 ? G_N_ELEMENTS(layouts) : 1);
    g_string_free(model, TRUE);
  }
  for (guint i = 0; i < G_N_ELEMENTS(mutants); i++)
    g_free(mutants[i]);
}

/* A model that qmr-validate accepts. */
static void try_model(Run *run)
{
  g_string_append(run->what, "model.xml");
  g_autofree char *mutant = mutate(run, file(run, "tests/golden/compose/model.xml"));
  g_autoptr(GString) model = g_string_new(mutant);
  g_autoptr(GString) complaint = g_string_new(NULL);
  if (stage_accepts(run->schemas, "model.xml", model, complaint))
    for (guint i = 0; i < 2; i++)
      check_layout(run, layouts[dice_roll(&run->dice, G_N_ELEMENTS(layouts))], model);
}

/* A layout: what it makes, if it makes anything. */
static void try_layout(Run *run)
{
  const char *name = layouts[dice_roll(&run->dice, G_N_ELEMENTS(layouts))];
  g_autofree char *path = g_strdup_printf("layouts/%s.xml", name);
  g_string_append(run->what, path);
  g_autofree char *mutant = mutate(run, file(run, path));
  g_autoptr(GString) model = g_string_new(file(run, "tests/golden/compose/model.xml"));
  g_autoptr(GString) complaint = g_string_new(NULL);
  GString *document = stage_compose(run->root, mutant, "words-en-GB.xml", model, complaint);
  if (document) {
    check_document(run, document);
    g_string_free(document, TRUE);
  }
}

/* The house's own style is not what stages pass on to each other. */
static bool same_style(const char *a, const char *b)
{
  const char *end = strstr(a, "</style>");
  return end && strncmp(a, b, (gsize)(end - a)) == 0;
}

/* A document that qmr-validate accepts, in one format. */
static void try_document(Run *run)
{
  static const char *const formats[] = { "html", "csv", "html", "csv", "pdf", "xlsx" };
  const char *name = documents[dice_roll(&run->dice, G_N_ELEMENTS(documents))];
  g_autofree char *path = g_strdup_printf("tests/golden/render/%s/document.xml", name);
  g_string_append(run->what, path);
  g_autofree char *mutant = mutate(run, file(run, path));
  g_autoptr(GString) document = g_string_new(mutant);
  g_autoptr(GString) complaint = g_string_new(NULL);
  if (same_style(file(run, path), mutant) && stage_accepts(run->schemas, "document.xml", document, complaint))
    check_format(run, document, formats[dice_roll(&run->dice, G_N_ELEMENTS(formats))]);
}

static void try_one(Run *run, guint64 seed)
{
  run->dice = dice_new(seed);
  g_string_printf(run->what, "mutant %" G_GUINT64_FORMAT ": ", seed);
  guint roll = dice_roll(&run->dice, 20);
  if (roll < 14)
    try_inputs(run);
  else if (roll < 16)
    try_model(run);
  else if (roll < 18)
    try_layout(run);
  else
    try_document(run);
}

static void empty(const char *path)
{
  GDir *folder = g_dir_open(path, 0, NULL);
  const char *name;
  while (folder && (name = g_dir_read_name(folder))) {
    g_autofree char *inside = g_build_filename(path, name, NULL);
    if (g_file_test(inside, G_FILE_TEST_IS_DIR))
      empty(inside);
    else
      g_unlink(inside);
  }
  if (folder)
    g_dir_close(folder);
  g_rmdir(path);
}

int main(int argc, char **argv)
{
  if (argc < 2) {
    fprintf(stderr, "usage: property SOURCE-FOLDER [MUTANTS [SEED]]\n");
    return 2;
  }
  static const int signals[] = { SIGSEGV, SIGABRT, SIGFPE, SIGILL, SIGBUS, SIGTRAP };
  for (guint i = 0; i < G_N_ELEMENTS(signals); i++)
    signal(signals[i], on_signal);
  g_log_set_always_fatal(G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  const char *longer = g_getenv("QMR_LONG"); /* ./run.sh test long */
  guint64 n = argc > 2 ? g_ascii_strtoull(argv[2], NULL, 10) : longer && *longer ? LONG : QUICK;
  guint64 seed = argc > 3 ? g_ascii_strtoull(argv[3], NULL, 10) : 1;
  g_autofree char *scratch = g_dir_make_tmp("qmr-property-XXXXXX", NULL);
  g_autoptr(Schemas) schemas = schemas_new(NULL);
  Run run = { .root = argv[1], .scratch = scratch, .schemas = schemas, .what = g_string_new(NULL) };
  run.keep = argc > 4 ? argv[4] : NULL;
  run.files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (guint64 i = 0; i < n; i++)
    try_one(&run, seed + i);
  empty(scratch);
  printf("%" G_GUINT64_FORMAT " mutants: %u models, %u documents, %u files; %u faults\n", n, run.models, run.composed,
         run.rendered, run.faults);
  g_hash_table_unref(run.files);
  g_string_free(run.what, TRUE);
  return run.faults > 0 || run.models == 0 || run.composed == 0 || run.rendered == 0;
}

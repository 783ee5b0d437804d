/* truth: puts the cases of a truth set, one at a time, into the documents they belong to, and counts what the checks
 * find.
 *
 * truth BASES CASES [--runs FOLDER] [--judged FILE] [--kind TEXT] [--list] [--new]: BASES holds a folder a base; CASES
 * is a folder or a file of cases; a list of runs FOLDER/BASE.xml stands in for year.xml of the base. A fault is found
 * when a new finding points to one of its lines; readers who compared the words correct that in the file --judged, a
 * line "NAME yes" or "NAME no". --list prints each case, --new what is said anew, --bases what is said of the bases as
 * they are. */
#include "case.h"
#include "council.h"
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char *runs_folder, *judged_path, *only_kind;
static gboolean list_cases, list_new, list_bases;
static int n_workers;
static int floors[5] = { -1, -1, -1, -1, -1 };

static const GOptionEntry options[] = {
  { "runs", 0, 0, G_OPTION_ARG_FILENAME, &runs_folder, "Lists of runs that stand in for year.xml", "FOLDER" },
  { "judged", 0, 0, G_OPTION_ARG_FILENAME, &judged_path, "What readers said of findings", "FILE" },
  { "kind", 'k', 0, G_OPTION_ARG_STRING, &only_kind, "Only cases whose name begins so", "TEXT" },
  { "list", 'l', 0, G_OPTION_ARG_NONE, &list_cases, "Print what became of each case", NULL },
  { "new", 'n', 0, G_OPTION_ARG_NONE, &list_new, "Print what is said anew in each", NULL },
  { "bases", 'b', 0, G_OPTION_ARG_NONE, &list_bases, "Print what is said of the bases as they are", NULL },
  { "jobs", 'j', 0, G_OPTION_ARG_INT, &n_workers, "Processes at a time", "N" },
  { "certain", 0, 0, G_OPTION_ARG_INT, &floors[0], "Fail when fewer certain faults are found", "N" },
  { "likely", 0, 0, G_OPTION_ARG_INT, &floors[1], "Fail when fewer likely faults are found", "N" },
  { "twins", 0, 0, G_OPTION_ARG_INT, &floors[2], "Fail when more twins are not silent", "N" },
  { "false", 0, 0, G_OPTION_ARG_INT, &floors[3], "Fail when more is said of the bases fire and papers", "N" },
  { "twice", 0, 0, G_OPTION_ARG_INT, &floors[4], "Fail when more is said twice", "N" },
  { NULL },
};

/* The bases that are meant to be free of faults. */
static const char *const clean[] = { "fire", "papers", NULL };

typedef struct {
  char *name;
  Council *council;
  GPtrArray *hits; /* as it is */
} Base;

typedef struct {
  bool at;     /* a new finding points to a line of the case */
  guint n_new; /* findings anew */
  char *said;  /* them, a line each */
} Outcome;

static GPtrArray *bases; /* of Base */

static Base *base_find(const char *name)
{
  for (guint i = 0; i < bases->len; i++)
    if (strcmp(((Base *)g_ptr_array_index(bases, i))->name, name) == 0)
      return g_ptr_array_index(bases, i);
  return NULL;
}

static void base_add(const char *folder, const char *copies, const char *name)
{
  if (base_find(name))
    return;
  Base *base = g_new0(Base, 1);
  g_autofree char *from = g_build_filename(folder, name, NULL), *to = g_build_filename(copies, name, NULL);
  g_autofree char *own = runs_folder ? g_strdup_printf("%s/%s.xml", runs_folder, name) : NULL;
  g_autofree char *year = g_build_filename(from, "year.xml", NULL);
  base->name = g_strdup(name);
  base->council = council_new(from, own && g_file_test(own, G_FILE_TEST_EXISTS) ? own : year, to);
  base->hits = council_run(base->council, NULL);
  g_ptr_array_add(bases, base);
}

/* How often a list of findings has one: lines move with the edit, so that words count. */
static guint count_like(const GPtrArray *hits, const Hit *hit)
{
  guint n = 0;
  for (guint i = 0; i < hits->len; i++) {
    const Hit *other = g_ptr_array_index(hits, i);
    n += strcmp(other->rule, hit->rule) == 0 && strcmp(other->text, hit->text) == 0 &&
         g_strcmp0(other->file, hit->file) == 0;
  }
  return n;
}

static bool points_to(const Base *base, const Case *one, const Hit *hit)
{
  for (guint i = 0; i < one->at->len; i++) {
    const Edit *at = g_ptr_array_index(one->at, i);
    g_autofree char *text = council_read(base->council, at->file);
    guint line = text ? case_line(text, at->after) : 0;
    if (line > 0 && ((g_strcmp0(hit->file, at->file) == 0 && hit->line == line) ||
                     (g_strcmp0(hit->other_file, at->file) == 0 && hit->other_line == line)))
      return true;
  }
  return false;
}

static void compare(const Base *base, const Case *one, const GPtrArray *hits, Outcome *outcome)
{
  GString *said = g_string_new(NULL);
  for (guint i = 0; i < hits->len; i++) {
    const Hit *hit = g_ptr_array_index(hits, i);
    if (count_like(hits, hit) <= count_like(base->hits, hit))
      continue;
    bool at = points_to(base, one, hit);
    outcome->at |= at;
    outcome->n_new++;
    g_string_append_printf(said, "    %s %s %s:%u", at ? "*" : " ", hit->rule, hit->file, hit->line);
    if (hit->other_file)
      g_string_append_printf(said, " (and %s:%u)", hit->other_file, hit->other_line);
    g_string_append_printf(said, ": %s\n", hit->text);
  }
  outcome->said = g_string_free(said, FALSE);
}

/* Makes the edits, looks, and puts the texts back. */
static void try_case(const Case *one, Outcome *outcome)
{
  const Base *base = base_find(one->base);
  g_autoptr(GPtrArray) files = g_ptr_array_new();
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < one->edits->len; i++) {
    const Edit *edit = g_ptr_array_index(one->edits, i);
    char *text = council_read(base->council, edit->file);
    g_autofree char *edited = case_edit(one, edit, text ? text : "");
    council_write(base->council, edit->file, edited);
    g_ptr_array_add(files, edit->file);
    g_ptr_array_add(before, text);
  }
  g_autoptr(GPtrArray) hits = council_run(base->council, files);
  compare(base, one, hits, outcome);
  for (guint i = one->edits->len; i > 0; i--)
    council_write(base->council, g_ptr_array_index(files, i - 1), g_ptr_array_index(before, i - 1));
}

static void remove_all(const char *path)
{
  g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
  for (const char *name; folder && (name = g_dir_read_name(folder));) {
    g_autofree char *full = g_build_filename(path, name, NULL);
    remove_all(full);
  }
  g_remove(path);
}

/* One worker takes each n-th case, in copies of its own, and writes what became of them. */
static void work(const char *folder, const GPtrArray *cases, guint worker, FILE *out)
{
  g_autofree char *copies = g_dir_make_tmp("truth-XXXXXX", NULL);
  bases = g_ptr_array_new();
  for (guint i = worker; i < cases->len; i += (guint)n_workers) {
    const Case *one = g_ptr_array_index(cases, i);
    Outcome outcome = { 0 };
    base_add(folder, copies, one->base);
    try_case(one, &outcome);
    fprintf(out, "%u %d %u %zu\n%s", i, outcome.at, outcome.n_new, strlen(outcome.said), outcome.said);
    g_free(outcome.said);
  }
  remove_all(copies);
}

static void take_outcomes(FILE *in, Outcome *outcomes)
{
  guint index, n_new;
  int at;
  gsize length;
  while (fscanf(in, "%u %d %u %zu", &index, &at, &n_new, &length) == 4) {
    char *said = g_malloc0(length + 1);
    if (fgetc(in) != '\n' || fread(said, 1, length, in) != length)
      g_error("a worker was cut short");
    outcomes[index] = (Outcome){ at != 0, n_new, said };
  }
}

static void try_all(const char *folder, const GPtrArray *cases, Outcome *outcomes)
{
  g_autofree int *ends = g_new(int, n_workers);
  for (guint i = 0; i < (guint)n_workers; i++) {
    int ways[2];
    if (pipe(ways) != 0)
      g_error("no pipe");
    fflush(stdout);
    if (fork() == 0) {
      FILE *out = fdopen(ways[1], "w");
      work(folder, cases, i, out);
      fclose(out);
      _exit(0);
    }
    close(ways[1]);
    ends[i] = ways[0];
  }
  for (int i = 0; i < n_workers; i++) {
    FILE *in = fdopen(ends[i], "r");
    take_outcomes(in, outcomes);
    fclose(in);
  }
  for (int status; wait(&status) > 0;)
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
      g_error("a worker ended early");
}

/* Name to "yes" or "no". */
static GHashTable *read_judged(void)
{
  GHashTable *judged = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  char *text = NULL;
  if (!judged_path)
    return judged;
  if (!g_file_get_contents(judged_path, &text, NULL, NULL))
    g_error("%s cannot be read", judged_path);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++) {
    g_auto(GStrv) words = g_strsplit(*line, " ", 3);
    if (words[0] && words[1] && words[0][0] != '#')
      g_hash_table_insert(judged, g_strdup(words[0]), g_strdup(words[1]));
  }
  g_free(text);
  return judged;
}

typedef struct {
  guint certain, certain_found, likely, likely_found, twins, twins_said, twice;
} Count;

static void count_case(Count *count, const Case *one, bool found, guint n_new)
{
  if (strcmp(one->truth, "true") == 0) {
    count->twins++;
    count->twins_said += n_new > 0;
    return;
  }
  bool certain = strcmp(one->truth, "certain") == 0;
  *(certain ? &count->certain : &count->likely) += 1;
  *(certain ? &count->certain_found : &count->likely_found) += found;
  count->twice += found ? n_new - 1 : 0;
}

static void print_count(const char *title, const Count *n)
{
  printf("| %s | %u of %u | %u of %u | %u of %u | %u |\n", title, n->certain_found, n->certain, n->likely_found,
         n->likely, n->twins_said, n->twins, n->twice);
}

static void print_case(const Case *one, bool found, const Outcome *outcome)
{
  bool twin = strcmp(one->truth, "true") == 0;
  const char *verdict = twin ? outcome->n_new > 0 ? "FALSE" : "silent" : found ? "found" : "missed";
  if (list_cases || list_new)
    printf("%s %s %s: %s\n", verdict, one->name, one->truth, one->say);
  if (list_new && outcome->said)
    fputs(outcome->said, stdout);
}

/* By kind, which is in the order of the cases; the sum in *all. */
static void tell(const GPtrArray *cases, const Outcome *outcomes, Count *all)
{
  g_autoptr(GHashTable) judged = read_judged();
  g_autoptr(GHashTable) kinds = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr(GPtrArray) order = g_ptr_array_new();
  for (guint i = 0; i < cases->len; i++) {
    const Case *one = g_ptr_array_index(cases, i);
    const char *word = g_hash_table_lookup(judged, one->name);
    bool found = outcomes[i].n_new > 0 && (word ? strcmp(word, "yes") == 0 : outcomes[i].at);
    Count *count = g_hash_table_lookup(kinds, one->kind);
    if (!count) {
      g_hash_table_insert(kinds, one->kind, count = g_new0(Count, 1));
      g_ptr_array_add(order, one->kind);
    }
    count_case(count, one, found, outcomes[i].n_new);
    count_case(all, one, found, outcomes[i].n_new);
    print_case(one, found, &outcomes[i]);
  }
  puts("| kind | certain found | likely found | twins not silent | said twice |\n|---|---:|---:|---:|---:|");
  for (guint i = 0; i < order->len; i++)
    print_count(g_ptr_array_index(order, i), g_hash_table_lookup(kinds, g_ptr_array_index(order, i)));
  print_count("all", all);
}

/* What is said of the bases as they are; how much of it of those that are free of faults. */
static guint tell_bases(const char *folder, const GPtrArray *cases)
{
  g_autofree char *copies = g_dir_make_tmp("truth-XXXXXX", NULL);
  guint said = 0;
  bases = g_ptr_array_new();
  for (guint i = 0; i < cases->len; i++)
    base_add(folder, copies, ((Case *)g_ptr_array_index(cases, i))->base);
  for (guint i = 0; i < bases->len; i++) {
    const Base *base = g_ptr_array_index(bases, i);
    printf("Said of %s as it is: %u\n", base->name, base->hits->len);
    said += g_strv_contains(clean, base->name) ? base->hits->len : 0;
    for (guint k = 0; list_bases && k < base->hits->len; k++) {
      const Hit *hit = g_ptr_array_index(base->hits, k);
      printf("    %s %s:%u: %s\n", hit->rule, hit->file, hit->line, hit->text);
    }
  }
  remove_all(copies);
  return said;
}

static GPtrArray *chosen(const char *path)
{
  GPtrArray *cases = cases_read(path);
  for (guint i = cases->len; only_kind && i > 0; i--)
    if (!g_str_has_prefix(((Case *)g_ptr_array_index(cases, i - 1))->name, only_kind))
      g_ptr_array_remove_index(cases, i - 1);
  return cases;
}

static bool is_good(const Count *all, guint said)
{
  int least[] = { (int)all->certain_found, (int)all->likely_found },
      most[] = { (int)all->twins_said, (int)said, (int)all->twice };
  bool good = true;
  for (guint i = 0; i < 2; i++)
    good &= floors[i] < 0 || least[i] >= floors[i];
  for (guint i = 0; i < 3; i++)
    good &= floors[i + 2] < 0 || most[i] <= floors[i + 2];
  return good;
}

int main(int argc, char **argv)
{
  g_autoptr(GOptionContext) context = g_option_context_new("BASES CASES");
  g_autoptr(GError) error = NULL;
  g_option_context_add_main_entries(context, options, NULL);
  if (!g_option_context_parse(context, &argc, &argv, &error) || argc != 3) {
    fprintf(stderr, "truth: %s\n", error ? error->message : "give the folder of the bases, and the cases");
    return 2;
  }
  n_workers = n_workers > 0 ? n_workers : (int)g_get_num_processors();
  g_autoptr(GPtrArray) cases = chosen(argv[2]);
  g_autofree Outcome *outcomes = g_new0(Outcome, cases->len + 1);
  try_all(argv[1], cases, outcomes);
  Count all = { 0 };
  tell(cases, outcomes, &all);
  guint said = tell_bases(argv[1], cases);
  for (guint i = 0; i < cases->len; i++)
    g_free(outcomes[i].said);
  return is_good(&all, said) ? 0 : 1;
}

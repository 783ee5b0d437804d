/* The run again, and what the manifest says against it: entry by entry, each as often as it stands there. */
#include "report/naming.h"
#include "report/recall.h"
#include "verify/listing.h"
#include "verify/proof.h"
#include <string.h>

/* ---- what differs ------------------------------------------------------------------------------------------------ */

/* What is compared, and what came of it so far. */
typedef struct {
  const Proof *proof;
  const Doubts *doubts;
  Claims answer;
} Comparing;

/* Whether nothing explains that something is not the same. */
static bool is_refuted(Comparing *c, bool explained)
{
  c->answer = MAX(c->answer, explained ? CLAIMS_DOUBTED : CLAIMS_REFUTED);
  return !explained;
}

static void say_of(Comparing *c, const ManifestFile *file, const char *what)
{
  const Proof *proof = c->proof;
  g_autofree char *path = manifest_path(file), *shown = g_build_filename(proof->shown, path, NULL);
  if (!is_refuted(c, doubts_explain(c->doubts, file)))
    return;
  if (stands_in_folder(file->role))
    diag_file(proof->diags, "O-DIFFERS", shown, "%s", what);
  else /* a source, that stands in one of the two only */
    diag_file(proof->diags, "O-DIFFERS", proof->manifest_path, "%s %s", path, what);
}

static void say_bytes(Comparing *c, const ManifestFile *file)
{
  static const char what[] = "came out with other bytes when the run was repeated";
  g_autofree char *path = manifest_path(file), *shown = g_build_filename(c->proof->shown, path, NULL);
  if (is_refuted(c, doubts_explain(c->doubts, file)))
    diag_file(c->proof->diags, "O-DIFFERS", shown, "%s", what);
  else
    diag_file(c->proof->diags, "O-OTHERWISE", shown, "%s", what);
}

static void say_extra(Comparing *c, const ManifestFile *said, const ManifestFile *made)
{
  if (!stands_in_folder(said->role))
    say_of(c, said, "is in the manifest, and was not needed to make the report");
  else if (!made)
    say_of(c, said, "was not made when the run was repeated");
  else if (g_strcmp0(made->sha256, said->sha256) != 0)
    say_bytes(c, said);
  else
    say_of(c, said, "is said to be of another document, or twice, than when the run was repeated");
}

static void say_lack(Comparing *c, const ManifestFile *made)
{
  say_of(c, made,
         stands_in_folder(made->role) ? "was made when the run was repeated, and is not in the manifest"
                                      : "was needed to make the report, and is not in the manifest");
}

/* Each entry of the manifest is one of the run again, and the other way round; what was withdrawn is of earlier runs,
 * and of what is broken it was said. Counts the files that came out again. */
static void compare_files(Comparing *c, const Manifest *again, GHashTable *broken, guint *ret_n)
{
  const Manifest *manifest = c->proof->manifest;
  g_autoptr(Listing) made = listing_new(again);
  g_autoptr(Listing) said = listing_new(manifest);
  for (guint i = 0; i < manifest->files->len; i++) {
    const ManifestFile *file = file_at(manifest, i);
    if (file->role == ROLE_WITHDRAWN || g_hash_table_contains(broken, file))
      continue;
    bool taken = listing_take(made, file);
    *ret_n += taken && stands_in_folder(file->role);
    if (!taken)
      say_extra(c, file, listing_find(made, file));
  }
  for (guint i = 0; i < again->files->len; i++) {
    const ManifestFile *file = file_at(again, i);
    if (!listing_take(said, file) && !listing_find(said, file)) /* else it was said above */
      say_lack(c, file);
  }
}

/* The paths of the inputs that are not what they were; of char *, borrowed. Caller unrefs. */
static GHashTable *broken_paths(const Manifest *manifest, GHashTable *broken)
{
  GHashTable *paths = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < manifest->files->len; i++)
    if (g_hash_table_contains(broken, file_at(manifest, i)))
      g_hash_table_add(paths, file_at(manifest, i)->path);
  return paths;
}

/* The other inputs, in the order of the list, a line each; caller frees. */
static char *inputs_of(const Manifest *manifest, GHashTable *without)
{
  GString *inputs = g_string_new(NULL);
  for (guint i = 0; i < manifest->files->len; i++) {
    const ManifestFile *file = file_at(manifest, i);
    if (file->role == ROLE_INPUT && !g_hash_table_contains(without, file->path))
      g_string_append_printf(inputs, "%d %s\n", file->as, file->path);
  }
  return g_string_free(inputs, FALSE);
}

/* The same inputs in another order are not those of the run; of others it was said. */
static void compare_order(Comparing *c, const Manifest *again, GHashTable *broken)
{
  g_autoptr(GHashTable) without = broken_paths(c->proof->manifest, broken);
  g_autofree char *said = inputs_of(c->proof->manifest, without), *made = inputs_of(again, without);
  if (c->answer == CLAIMS_SAME && strcmp(said, made) != 0 && is_refuted(c, false))
    diag_file(c->proof->diags, "O-DIFFERS", c->proof->manifest_path,
              "it names what went in in another order than the run");
}

/* All that is said of a document; caller frees. */
static char *words_of(const ManifestDocument *document)
{
  GString *words = g_string_new(document->name);
  g_string_append_printf(words, "\n%s\n%s\n%s\n", document->layout, document->words ? document->words : "",
                         document->shelf ? document->shelf : "");
  for (guint i = 0; i < document->formats->len; i++)
    g_string_append_printf(words, " %s", (const char *)g_ptr_array_index(document->formats, i));
  for (guint i = 0; i < document->settings->len; i++)
    g_string_append_printf(words, "\n%s", ((const Setting *)g_ptr_array_index(document->settings, i))->text);
  for (guint i = 0; i < document->ticked->len; i++)
    g_string_append_printf(words, "\nticked %s", ((const Setting *)g_ptr_array_index(document->ticked, i))->text);
  return g_string_free(words, FALSE);
}

static void compare_documents(Comparing *c, const Manifest *again)
{
  const GPtrArray *said = c->proof->manifest->documents, *made = again->documents;
  bool same = said->len == made->len;
  for (guint i = 0; i < MIN(said->len, made->len); i++) {
    g_autofree char *a = words_of(g_ptr_array_index(said, i)), *b = words_of(g_ptr_array_index(made, i));
    same &= strcmp(a, b) == 0;
  }
  if (!same && is_refuted(c, doubts_explain_documents(c->doubts)))
    diag_file(c->proof->diags, "O-DIFFERS", c->proof->manifest_path,
              "it says other documents, or other of them, than the run");
}

static void compare_words(Comparing *c, const Manifest *again)
{
  const Manifest *said = c->proof->manifest;
  bool same = again->status == said->status && period_equal(again->period, said->period);
  bool explained = same ? doubts_explain_errors(c->doubts) : doubts_of_all(c->doubts);
  if ((!same || again->errors != said->errors) && is_refuted(c, explained))
    diag_file(c->proof->diags, "O-DIFFERS", c->proof->manifest_path,
              "it says another status, period or number of errors than the run");
}

Claims proof_compare(const Proof *proof, const Manifest *again, GHashTable *broken, const Doubts *doubts, guint *ret_n)
{
  Comparing comparing = { proof, doubts, CLAIMS_SAME };
  compare_files(&comparing, again, broken, ret_n);
  compare_order(&comparing, again, broken);
  compare_documents(&comparing, again);
  compare_words(&comparing, again);
  return comparing.answer;
}

/* ---- the run ----------------------------------------------------------------------------------------------------- */

bool proof_repeat(const Proof *proof, const Manifest *manifest, Verified *ret, char **ret_fault, GError **error)
{
  g_autoptr(DiagList) said = diag_list_new();
  const ReportRequest *request = recall_request(proof->arena, manifest);
  g_autofree char *usual = report_folder(request);
  ret->usual = arena_strdup(proof->arena, usual);
  if (!report_make(proof->arena, request, said, &ret->made, ret_fault, error))
    return false;
  manifest_sort(ret->made.manifest); /* as it is written */
  return true;
}

/* How long the part of a folder's name is that says when: "2009-10-Q4" or "papers/2013-01-15". */
static gsize occasion_length(const char *folder)
{
  static const char papers[] = "papers/";
  gsize before = g_str_has_prefix(folder, papers) ? strlen(papers) : 0;
  return before + strcspn(folder + before, "/");
}

/* A run may call its folder as it likes, but puts it where its period or its meeting is. */
bool proof_check_occasion(const Proof *proof, const Verified *repeated)
{
  const char *folder = repeated->folder, *usual = repeated->usual;
  gsize length = occasion_length(folder);
  if (usual && length == occasion_length(usual) && strncmp(folder, usual, length) == 0)
    return true;
  diag_file(proof->diags, "O-DIFFERS", proof->manifest_path, "it does not belong into %s, but to %s", folder,
            usual ? usual : "no period");
  return false;
}

static const char *print_of(const ManifestFile *file)
{
  return file->sha256 ? file->sha256 : file->build ? file->build : "";
}

Origin proof_check_origin(const Proof *proof, const Manifest *again, Doubts *doubts)
{
  Origin most = ORIGIN_SAME;
  g_autoptr(Listing) here = listing_new(again);
  for (guint i = 0; i < proof->manifest->files->len; i++) {
    const ManifestFile *file = file_at(proof->manifest, i), *mine;
    if (!is_origin(file->role))
      continue;
    mine = listing_find(here, file);
    if (mine && strcmp(print_of(mine), print_of(file)) == 0)
      continue;
    most = MAX(most, file->role == ROLE_PROGRAM ? ORIGIN_PROGRAM : ORIGIN_LIBRARIES);
    doubts_add(doubts, file);
    g_autofree char *name = manifest_path(file);
    diag_file(proof->diags, "O-PROGRAM", name,
              mine ? "is another build here than the one that made the report" : "made the report, and is not here");
  }
  return most;
}

/* The run again, and what the manifest says against it: entry by entry, each as often as it stands there. */
#include "report/naming.h"
#include "report/recall.h"
#include "verify/listing.h"
#include "verify/proof.h"
#include <string.h>

/* ---- what differs ------------------------------------------------------------------------------------------------ */

static void say_of_file(const Proof *proof, const char *rule, const ManifestFile *file, const char *what)
{
  g_autofree char *path = manifest_path(file), *shown = g_build_filename(proof->shown, path, NULL);
  diag_file(proof->diags, rule, shown, "%s", what);
}

/* Of a source: that it stands in one of the two only, or otherwise. */
static void say_of_source(const Proof *proof, const ManifestFile *file, const char *what)
{
  g_autofree char *path = manifest_path(file);
  diag_file(proof->diags, "O-DIFFERS", proof->manifest_path, "%s %s", path, what);
}

static void say_extra(const Proof *proof, const ManifestFile *said, const ManifestFile *made)
{
  if (!stands_in_folder(said->role))
    say_of_source(proof, said, "is in the manifest, and was not needed to make the report");
  else if (!made)
    say_of_file(proof, "O-MISSING", said, "was not made when the run was repeated");
  else if (g_strcmp0(made->sha256, said->sha256) != 0)
    say_of_file(proof, "O-DIFFERS", said, "came out with other bytes when the run was repeated");
  else
    say_of_file(proof, "O-DIFFERS", said,
                "is said to be of another document, or twice, than when the run was repeated");
}

static void say_lack(const Proof *proof, const ManifestFile *made)
{
  if (stands_in_folder(made->role))
    say_of_file(proof, "O-DIFFERS", made, "was made when the run was repeated, and is not in the manifest");
  else
    say_of_source(proof, made, "was needed to make the report, and is not in the manifest");
}

/* Whether each entry of the manifest is one of the run again, and the other way round; what was withdrawn is of earlier
 * runs. Counts the files that came out again. */
static bool compare_files(const Proof *proof, const Manifest *again, guint *ret_n)
{
  bool same = true;
  g_autoptr(Listing) made = listing_new(again);
  g_autoptr(Listing) said = listing_new(proof->manifest);
  for (guint i = 0; i < proof->manifest->files->len; i++) {
    const ManifestFile *file = file_at(proof->manifest, i);
    if (file->role == ROLE_WITHDRAWN)
      continue;
    bool taken = listing_take(made, file);
    *ret_n += taken && stands_in_folder(file->role);
    same &= taken;
    if (!taken)
      say_extra(proof, file, listing_find(made, file));
  }
  for (guint i = 0; i < again->files->len; i++) {
    const ManifestFile *file = file_at(again, i);
    if (listing_take(said, file))
      continue;
    same = false;
    if (!listing_find(said, file)) /* else it was said above */
      say_lack(proof, file);
  }
  return same;
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
  return g_string_free(words, FALSE);
}

static bool compare_documents(const Proof *proof, const Manifest *again)
{
  const GPtrArray *said = proof->manifest->documents, *made = again->documents;
  bool same = said->len == made->len;
  for (guint i = 0; i < MIN(said->len, made->len); i++) {
    g_autofree char *a = words_of(g_ptr_array_index(said, i)), *b = words_of(g_ptr_array_index(made, i));
    same &= strcmp(a, b) == 0;
  }
  if (!same)
    diag_file(proof->diags, "O-DIFFERS", proof->manifest_path,
              "it says other documents, or other of them, than the run");
  return same;
}

static bool compare_words(const Proof *proof, const Manifest *again)
{
  const Manifest *said = proof->manifest;
  if (again->status == said->status && again->errors == said->errors && period_equal(again->period, said->period))
    return true;
  diag_file(proof->diags, "O-DIFFERS", proof->manifest_path,
            "it says another status, period or number of errors than the run");
  return false;
}

/* ---- the run ------------------------------------------------------------------------------------------------------
 */

bool proof_repeat(const Proof *proof, const Manifest *manifest, DiagList *diags, Verified *ret, char **ret_fault,
                  GError **error)
{
  g_autoptr(DiagList) said = diag_list_new();
  const ReportRequest *request = recall_request(proof->arena, manifest);
  g_autofree char *usual = report_folder(request);
  ret->usual = arena_strdup(proof->arena, usual);
  bool done = report_make(proof->arena, request, said, &ret->made, ret_fault, error);
  Proof differing = *proof;
  differing.diags = diags;
  if (!done)
    return false;
  manifest_sort(ret->made.manifest); /* as it is written */
  bool same = compare_files(&differing, ret->made.manifest, &ret->n);
  same &= compare_documents(&differing, ret->made.manifest);
  return compare_words(&differing, ret->made.manifest) && same;
}

static const char *print_of(const ManifestFile *file)
{
  return file->sha256 ? file->sha256 : file->build ? file->build : "";
}

Origin proof_check_origin(const Proof *proof, const Manifest *again)
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
    g_autofree char *name = manifest_path(file);
    diag_file(proof->diags, "O-PROGRAM", name,
              mine ? "is another build here than the one that made the report" : "made the report, and is not here");
  }
  return most;
}

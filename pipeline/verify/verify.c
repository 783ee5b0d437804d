/* Three questions: are these the files of the manifest; is what they were made from still there; does it give the same?
 */
#include "verify/verify.h"
#include "base/text.h"
#include "folder/folder.h"
#include "record/record-read.h"
#include "report/naming.h"
#include "report/origin.h"
#include "report/recall.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  Arena *arena;
  char *folder;        /* absolute */
  char *manifest_path; /* as the folder was named */
  const char *shown;   /* the folder as it was named */
  const Manifest *manifest;
  DiagList *diags;
} Proof;

static void proof_clear(Proof *proof)
{
  g_free(proof->folder);
  g_free(proof->manifest_path);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Proof, proof_clear)

static bool stands_in_folder(int role)
{
  return role == ROLE_OUTPUT || role == ROLE_TEAM || role == ROLE_WITHDRAWN;
}

static bool is_origin(int role)
{
  return role == ROLE_PROGRAM || role == ROLE_LIBRARY;
}

static const ManifestFile *file_at(const Manifest *manifest, guint index)
{
  return g_ptr_array_index(manifest->files, index);
}

/* ---- the files ----------------------------------------------------------------------------------------------------
 */

/* Names joined by single slashes, none of them "." or "..". */
static bool is_inside(const char *path)
{
  g_auto(GStrv) names = g_strsplit(path, "/", -1);
  for (char **name = names; *name; name++)
    if (!**name || strcmp(*name, ".") == 0 || strcmp(*name, "..") == 0)
      return false;
  return *path != '\0';
}

/* Whether the path leads to an ordinary file of the folder by folders of it: no link leads out. */
static bool is_ordinary(const char *folder, const char *path)
{
  g_autofree char *full = g_build_filename(folder, path, NULL), *real = realpath(full, NULL);
  g_autofree char *real_folder = realpath(folder, NULL);
  g_autofree char *expected = real_folder ? g_build_filename(real_folder, path, NULL) : NULL;
  return real && expected && strcmp(real, expected) == 0;
}

static void check_file(const Proof *proof, const ManifestFile *file)
{
  g_autofree char *path = manifest_path(file), *full = g_build_filename(proof->folder, path, NULL);
  g_autofree char *shown = g_build_filename(proof->shown, path, NULL);
  if (!is_inside(path)) {
    diag_file(proof->diags, "O-PATH", proof->manifest_path, "the path '%s' does not lead into the folder", path);
    return;
  }
  g_autofree char *hash = is_ordinary(proof->folder, path) ? manifest_hash(full, NULL) : NULL;
  if (!hash)
    diag_file(proof->diags, "O-MISSING", shown, "is named in the manifest but is not there, or cannot be read");
  else if (!file->sha256 || g_ascii_strcasecmp(hash, file->sha256) != 0)
    diag_file(proof->diags, "O-OUTPUT", shown, "is not what the run made: SHA-256 is %.12s..., was %.12s...", hash,
              file->sha256 ? file->sha256 : "not said");
}

/* Every document has files: what belongs to nothing, nothing can prove. */
static void check_documents(const Proof *proof)
{
  g_autoptr(GHashTable) left = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < proof->manifest->documents->len; i++) {
    const ManifestDocument *document = g_ptr_array_index(proof->manifest->documents, i);
    g_hash_table_add(left, document->name);
  }
  for (guint i = 0; i < proof->manifest->files->len; i++)
    if (stands_in_folder(file_at(proof->manifest, i)->role) && file_at(proof->manifest, i)->document)
      g_hash_table_remove(left, file_at(proof->manifest, i)->document);
  GHashTableIter iter;
  gpointer name;
  g_hash_table_iter_init(&iter, left);
  while (g_hash_table_iter_next(&iter, &name, NULL))
    diag_file(proof->diags, "O-NOTHING", proof->manifest_path, "it names the document '%s', and no file of it",
              (const char *)name);
}

/* Every file of the manifest is what it was; every file of the folder is in the manifest. */
static void check_files(const Proof *proof)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  guint outputs = 0;
  for (guint i = 0; i < proof->manifest->files->len; i++) {
    const ManifestFile *file = file_at(proof->manifest, i);
    if (!stands_in_folder(file->role))
      continue;
    outputs += file->role == ROLE_OUTPUT;
    check_file(proof, file);
    g_hash_table_add(known, manifest_path(file));
  }
  if (outputs == 0)
    diag_file(proof->diags, "O-NOTHING", proof->manifest_path, "it names no file of a report: nothing is proved");
  g_autoptr(GPtrArray) names = folder_files(proof->folder);
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index(names, i);
    g_autofree char *shown = g_build_filename(proof->shown, name, NULL);
    if (strcmp(name, MANIFEST_NAME) != 0 && !g_hash_table_contains(known, name))
      diag_file(proof->diags, "O-STRAY", shown, "is in the folder, but no run made it");
  }
}

/* ---- what they were made from ---------------------------------------------------------------------------------------
 */

/* False when an input, layout, style, file of words or font is not what it was. */
static bool check_sources(const Proof *proof)
{
  bool same = true;
  for (guint i = 0; i < proof->manifest->files->len; i++) {
    const ManifestFile *file = file_at(proof->manifest, i);
    if (stands_in_folder(file->role) || is_origin(file->role))
      continue;
    g_autofree char *path = manifest_path(file), *hash = manifest_hash(path, NULL);
    if (hash && file->sha256 && g_ascii_strcasecmp(hash, file->sha256) == 0)
      continue;
    same = false;
    diag_file(proof->diags, "O-INPUT", path,
              hash ? "is not what it was when the report was made" : "is not there any more, or cannot be read");
  }
  return same;
}

static const ManifestFile *find(const Manifest *manifest, int role, const char *path)
{
  for (guint i = 0; i < manifest->files->len; i++) {
    const ManifestFile *file = file_at(manifest, i);
    if (file->role == role && strcmp(file->path, path) == 0)
      return file;
  }
  return NULL;
}

static const char *print_of(const ManifestFile *file)
{
  return file->sha256 ? file->sha256 : file->build ? file->build : "";
}

/* Whether the program and its libraries are those of the run; what differs is said. */
static bool check_origin(const Proof *proof, const Manifest *here)
{
  bool same = true;
  for (guint i = 0; i < proof->manifest->files->len; i++) {
    const ManifestFile *file = file_at(proof->manifest, i);
    if (!is_origin(file->role))
      continue;
    const ManifestFile *mine = find(here, file->role, file->path);
    if (mine && strcmp(print_of(mine), print_of(file)) == 0)
      continue;
    same = false;
    g_autofree char *name = manifest_path(file);
    diag_file(proof->diags, "O-PROGRAM", name,
              mine ? "is another build here than the one that made the report" : "made the report, and is not here");
  }
  return same;
}

/* ---- the run again --------------------------------------------------------------------------------------------------
 */

static void differ(const Proof *proof, const char *rule, const ManifestFile *file, const char *what)
{
  g_autofree char *path = manifest_path(file), *shown = g_build_filename(proof->shown, path, NULL);
  diag_file(proof->diags, rule, shown, "%s", what);
}

/* What came out again against what the manifest says; counts the files that did. */
static bool compare(const Proof *proof, const Manifest *again, guint *ret_n)
{
  bool same = true;
  for (guint i = 0; i < proof->manifest->files->len; i++) {
    const ManifestFile *file = file_at(proof->manifest, i);
    if (file->role != ROLE_OUTPUT && file->role != ROLE_TEAM)
      continue;
    const ManifestFile *mine = find(again, file->role, file->path);
    if (mine && g_strcmp0(mine->sha256, file->sha256) == 0) {
      (*ret_n)++;
      continue;
    }
    same = false;
    differ(proof, mine ? "O-DIFFERS" : "O-MISSING", file,
           mine ? "came out with other bytes when the run was repeated" : "was not made when the run was repeated");
  }
  for (guint i = 0; i < again->files->len; i++) {
    const ManifestFile *mine = file_at(again, i);
    if ((mine->role == ROLE_OUTPUT || mine->role == ROLE_TEAM) && !find(proof->manifest, mine->role, mine->path)) {
      same = false;
      differ(proof, "O-DIFFERS", mine, "was made when the run was repeated, and is not in the manifest");
    }
  }
  return same;
}

static const char not_needed[] = "is in the manifest, and was not needed to make the report";

/* bytes: with the same bytes; but those of programs and libraries are the machine's, and no part of the proof. */
static bool has_entry(const Manifest *manifest, const ManifestFile *wanted, bool bytes)
{
  bytes = bytes && !is_origin(wanted->role);
  for (guint i = 0; i < manifest->files->len; i++) {
    const ManifestFile *file = file_at(manifest, i);
    if (file->role == wanted->role && file->as == wanted->as && strcmp(file->path, wanted->path) == 0 &&
        (!bytes || g_strcmp0(file->sha256, wanted->sha256) == 0))
      return true;
  }
  return false;
}

/* Whether all that a says the report was made from is in b, too; what is not is said. exactly: with the same bytes, and
 * what it was made with, too. */
static bool names_same(const Proof *proof, const Manifest *a, const Manifest *b, bool exactly, const char *what)
{
  bool same = true;
  for (guint i = 0; i < a->files->len; i++) {
    const ManifestFile *file = file_at(a, i);
    if (stands_in_folder(file->role) || (!exactly && is_origin(file->role)) || has_entry(b, file, exactly))
      continue;
    g_autofree char *path = manifest_path(file);
    diag_file(proof->diags, "O-DIFFERS", proof->manifest_path, "%s %s", path, what);
    same = false;
  }
  return same;
}

static bool compare_sources(const Proof *proof, const Manifest *again)
{
  bool all =
      names_same(proof, again, proof->manifest, true, "was needed to make the report, and is not in the manifest");
  return names_same(proof, proof->manifest, again, true, not_needed) && all;
}

static bool compare_words(const Proof *proof, const Manifest *again)
{
  if (again->status == proof->manifest->status && again->errors == proof->manifest->errors)
    return true;
  diag_file(proof->diags, "O-DIFFERS", proof->manifest_path, "it says another status or number of errors than the run");
  return false;
}

/* Whether the run gave the same; *ret_fault: it cannot even be asked for like this. */
static bool repeat_quietly(const Proof *proof, DiagList *differing, Verified *ret, char **ret_fault, GError **error)
{
  g_autoptr(DiagList) said = diag_list_new();
  g_autofree char *scratch = g_dir_make_tmp("qmr-verify-XXXXXX", error);
  if (!scratch)
    return false;
  const ReportRequest *request = recall_request(proof->arena, proof->manifest);
  g_autofree char *usual = report_folder(request);
  ret->usual = arena_strdup(proof->arena, usual);
  bool done = report_make(proof->arena, request, scratch, said, &ret->made, ret_fault, error);
  folder_remove(scratch);
  Proof quiet = *proof;
  quiet.diags = differing;
  return done && compare(&quiet, ret->made.manifest, &ret->n) && compare_words(&quiet, ret->made.manifest) &&
         compare_sources(&quiet, ret->made.manifest);
}

/* Sources are not what they were. Whether a run needs those at all is asked of a run, if one can be made. */
static void explain(const Proof *proof, Verified *ret)
{
  g_autoptr(DiagList) differing = diag_list_new();
  g_autofree char *fault = NULL;
  g_autoptr(GError) stopped = NULL;
  repeat_quietly(proof, differing, ret, &fault, &stopped);
  if (!stopped && !fault && !names_same(proof, proof->manifest, ret->made.manifest, false, not_needed))
    ret->answer = VERIFY_ALTERED;
}

/* Makes it all again; differences are errors only where nothing else explains them. */
static bool repeat(const Proof *proof, Verified *ret, GError **error)
{
  g_autoptr(DiagList) differing = diag_list_new();
  g_autofree char *fault = NULL;
  GError *stopped = NULL;
  bool same = repeat_quietly(proof, differing, ret, &fault, &stopped);
  if (stopped) {
    g_propagate_error(error, stopped);
    return false;
  }
  ret->answer = same ? VERIFY_REPEATED : VERIFY_ALTERED;
  if (!same && !fault && !check_origin(proof, ret->made.manifest)) {
    ret->answer = VERIFY_UNREPEATABLE;
    return true;
  }
  diag_list_add(proof->diags, differing);
  if (fault)
    diag_file(proof->diags, "O-NOTHING", proof->manifest_path, "no run of ours can have made it: %s", fault);
  return true;
}

/* ---- the whole ------------------------------------------------------------------------------------------------------
 */

/* False: path is no manifest of a folder. */
static bool find_manifest(const char *path, Proof *proof)
{
  g_autofree char *here = g_get_current_dir(), *full = g_canonicalize_filename(path, here);
  if (g_file_test(full, G_FILE_TEST_EXISTS) && !g_file_test(full, G_FILE_TEST_IS_DIR)) {
    g_autofree char *team = g_path_get_dirname(full);
    proof->folder = g_path_get_dirname(team);
    proof->manifest_path = g_strdup(path);
    g_autofree char *expected = g_build_filename(proof->folder, MANIFEST_NAME, NULL);
    return strcmp(expected, full) == 0;
  }
  proof->folder = g_steal_pointer(&full);
  proof->manifest_path = g_build_filename(path, MANIFEST_NAME, NULL);
  return true;
}

static bool prove(Proof *proof, Verified *ret, GError **error)
{
  check_files(proof);
  check_documents(proof);
  if (!recall_is_whole(proof->manifest))
    diag_file(proof->diags, "O-NOTHING", proof->manifest_path, "it does not say what was made from what");
  if (diag_count(proof->diags, LEVEL_ERROR) > 0)
    return true;
  g_autofree char *base = text_unescape(proof->manifest->base), *full = g_canonicalize_filename(base, proof->folder);
  ret->base = arena_strdup(proof->arena, full);
  ret->answer = VERIFY_UNREPEATABLE;
  if (g_chdir(full) != 0) {
    diag_file(proof->diags, "O-INPUT", full, "is the folder that the run was made in, and is not there");
    return true;
  }
  if (check_sources(proof))
    return repeat(proof, ret, error);
  explain(proof, ret);
  return true;
}

/* Works in the folder of the run, and comes back. */
static bool prove_there(Proof *proof, Verified *ret, GError **error)
{
  int here = open(".", O_PATH | O_DIRECTORY | O_CLOEXEC);
  bool done = prove(proof, ret, error);
  if (here >= 0 && fchdir(here) != 0)
    done = false;
  if (here >= 0)
    close(here);
  if (ret->answer != VERIFY_REPEATED)
    report_made_clear(&ret->made);
  return done;
}

bool verify_folder(Arena *arena, const char *path, Verified *ret, DiagList *diags, GError **error)
{
  static const Spec *const specs[] = { &manifest_spec, NULL };
  g_auto(Proof) proof = { .arena = arena, .diags = diags, .shown = path };
  *ret = (Verified){ .answer = VERIFY_ALTERED };
  if (!find_manifest(path, &proof)) {
    diag_file(diags, "O-NOTHING", path, "is no manifest of a folder: it stands in no team/manifest.xml");
    return true;
  }
  GError *unread = NULL;
  proof.manifest = record_read_own(arena, proof.manifest_path, specs, diags, &unread);
  if (unread) {
    g_propagate_error(error, unread);
    return false;
  }
  if (!proof.manifest || diag_count(diags, LEVEL_ERROR) > 0)
    return true;
  g_autofree char *folder = text_unescape(proof.manifest->folder);
  ret->folder = arena_strdup(arena, folder);
  return prove_there(&proof, ret, error);
}

void verified_clear(Verified *verified)
{
  report_made_clear(&verified->made);
}

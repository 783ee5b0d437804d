/* The files of the folder, and the entries of its manifest. */
#include "folder/folder.h"
#include "record/record-write.h"
#include "verify/listing.h"
#include "verify/proof.h"
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Names joined by single slashes, none of them "." or "..". */
static bool is_inside(const char *path)
{
  g_auto(GStrv) names = g_strsplit(path, "/", -1);
  for (char **name = names; *name; name++)
    if (!**name || strcmp(*name, ".") == 0 || strcmp(*name, "..") == 0)
      return false;
  return *path != '\0';
}

/* Whether an error says that something is there, but cannot be read. */
static bool is_unreadable(const GError *fault)
{
  static const GFileError others[] = { G_FILE_ERROR_NOENT, G_FILE_ERROR_NOTDIR, G_FILE_ERROR_LOOP, G_FILE_ERROR_NXIO,
                                       G_FILE_ERROR_NAMETOOLONG };
  for (guint i = 0; i < G_N_ELEMENTS(others); i++)
    if (g_error_matches(fault, G_FILE_ERROR, (gint)others[i]))
      return false;
  return fault->domain == G_FILE_ERROR;
}

/* Whether the path leads by folders of the folder: no link leads out. */
static bool is_by_folders(const char *folder, const char *path)
{
  g_autofree char *full = g_build_filename(folder, path, NULL), *real = realpath(full, NULL);
  g_autofree char *real_folder = realpath(folder, NULL);
  g_autofree char *expected = real_folder ? g_build_filename(real_folder, path, NULL) : NULL;
  return real && expected && strcmp(real, expected) == 0;
}

const char *proof_instead_of_file(const char *folder, const char *path)
{
  struct stat info;
  g_autofree char *full = g_build_filename(folder, path, NULL);
  if (lstat(full, &info) != 0)
    return NULL;
  if (S_ISLNK(info.st_mode))
    return "is a link, and the run made a file";
  if (!S_ISREG(info.st_mode))
    return S_ISDIR(info.st_mode) ? "is a folder, and the run made a file"
                                 : "is a pipe or a device, and the run made a file";
  return is_by_folders(folder, path) ? NULL : "is a file behind a link, and the run made a file";
}

/* SHA-256 of a file of the folder; NULL: it is none, or (error) cannot be read. */
static char *hash_of(const Proof *proof, const char *path, GError **error)
{
  g_autofree char *shown = g_build_filename(proof->shown, path, NULL);
  g_autoptr(GError) fault = NULL;
  g_autofree char *hash = manifest_hash(shown, &fault);
  if (fault && is_unreadable(fault))
    g_propagate_error(error, g_steal_pointer(&fault));
  return is_by_folders(proof->folder, path) ? g_steal_pointer(&hash) : NULL;
}

static bool check_file(const Proof *proof, const ManifestFile *file, GError **error)
{
  g_autofree char *path = manifest_path(file);
  g_autofree char *shown = g_build_filename(proof->shown, path, NULL);
  if (!is_inside(path) || (file->role == ROLE_WITHDRAWN && !g_str_has_prefix(path, "team/withdrawn/"))) {
    diag_file(proof->diags, "O-PATH", proof->manifest_path, "the path '%s' does not lead straight into the folder%s",
              path, file->role == ROLE_WITHDRAWN ? " for what was withdrawn" : "");
    return true;
  }
  GError *unread = NULL;
  g_autofree char *hash = hash_of(proof, path, &unread);
  if (unread) {
    g_propagate_error(error, unread);
    return false;
  }
  const char *instead = proof_instead_of_file(proof->folder, path);
  if (instead)
    diag_file(proof->diags, "O-OUTPUT", shown, "%s", instead);
  else if (!hash && g_file_test(shown, G_FILE_TEST_EXISTS))
    diag_file(proof->diags, "O-OUTPUT", shown, "is not what the run made: it is larger than any file that a run makes");
  else if (!hash)
    diag_file(proof->diags, "O-MISSING", shown, "is named in the manifest but is not there");
  else if (!file->sha256 || g_ascii_strcasecmp(hash, file->sha256) != 0)
    diag_file(proof->diags, "O-OUTPUT", shown, "is not what the run made: SHA-256 is %.12s..., was %.12s...", hash,
              file->sha256 ? file->sha256 : "not said");
  return true;
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

/* A run leaves no folder that holds nothing. */
static bool check_folders(const Proof *proof, GError **error)
{
  g_autoptr(GPtrArray) names = folder_empty_ones(proof->folder);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *shown = g_build_filename(proof->shown, g_ptr_array_index(names, i), NULL);
    if (access(shown, R_OK | X_OK) != 0) {
      g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "cannot read %s: %s", shown, g_strerror(errno));
      return false;
    }
    diag_file(proof->diags, "O-STRAY", shown, "is a folder that no run made: it holds nothing");
  }
  return true;
}

/* Of what was withdrawn it is only known that it was. */
static void tell_withdrawn(const Proof *proof)
{
  guint n = 0;
  for (guint i = 0; i < proof->manifest->files->len; i++)
    n += file_at(proof->manifest, i)->role == ROLE_WITHDRAWN;
  g_autofree char *shown = g_build_filename(proof->shown, "team/withdrawn", NULL);
  if (n > 0)
    diag_file(proof->diags, "O-WITHDRAWN", shown, "holds %u %s withdrawn by an earlier run: nothing proves what %s", n,
              n == 1 ? "file that was" : "files that were", n == 1 ? "it is" : "they are");
}

/* Every file of the manifest is what it was; every file of the folder is in the manifest. */
static bool check_listed(const Proof *proof, GError **error)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  guint outputs = 0;
  for (guint i = 0; i < proof->manifest->files->len; i++) {
    const ManifestFile *file = file_at(proof->manifest, i);
    if (!stands_in_folder(file->role))
      continue;
    outputs += file->role == ROLE_OUTPUT;
    if (!check_file(proof, file, error))
      return false;
    g_hash_table_add(known, manifest_path(file));
  }
  tell_withdrawn(proof);
  if (outputs == 0)
    diag_file(proof->diags, "O-NOTHING", proof->manifest_path, "it names no file of a report: nothing is proved");
  g_autoptr(GPtrArray) names = folder_files(proof->folder);
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index(names, i);
    g_autofree char *shown = g_build_filename(proof->shown, name, NULL);
    if (strcmp(name, MANIFEST_NAME) != 0 && !g_hash_table_contains(known, name))
      diag_file(proof->diags, "O-STRAY", shown, "is in the folder, but no run made it");
  }
  return true;
}

bool proof_check_files(const Proof *proof, GError **error)
{
  if (!check_listed(proof, error) || !check_folders(proof, error))
    return false;
  check_documents(proof);
  return true;
}

/* ---- the entries ------------------------------------------------------------------------------------------------ */

/* A SHA-256 as a run writes it. */
static bool is_hash(const char *hash)
{
  return strlen(hash) == 64 && strspn(hash, "0123456789abcdef") == 64;
}

/* Whether the entry has the attributes that a run writes into one of its role, and no others. */
static bool is_written(const ManifestFile *file)
{
  bool library = file->role == ROLE_LIBRARY;
  return (file->role == ROLE_INPUT) == (file->as != AS_NONE) && library == (file->build != NULL) &&
         library == (file->sha256 == NULL) && (library || is_hash(file->sha256)) &&
         (stands_in_folder(file->role) || !file->document);
}

/* How many inputs there are of each kind. */
typedef struct {
  guint n[AS_PICTURE + 1];
} InputCounts;

/* Whether one run has such inputs: a plan and what goes with it; or models with their findings; or a paper. */
static bool is_one_run(const InputCounts *inputs)
{
  const guint *n = inputs->n;
  guint more = n[AS_FRAMEWORK] + n[AS_RETURN] + n[AS_PREVIOUS] + n[AS_ALSO] + n[AS_ACCEPTED];
  if (n[AS_PLAN])
    return n[AS_PLAN] == 1 && n[AS_FRAMEWORK] == 1 && n[AS_RETURN] <= 1 && (n[AS_RETURN] || !n[AS_PREVIOUS]) &&
           n[AS_ACCEPTED] <= 1 && n[AS_MODEL] + n[AS_FINDINGS] + n[AS_PAPER] == 0;
  if (n[AS_MODEL])
    return more + n[AS_PAPER] == 0;
  return n[AS_PAPER] == 1 && more + n[AS_FINDINGS] == 0;
}

/* A page in place of a report is made of the framework alone. */
static bool is_absence(const InputCounts *inputs, const Manifest *manifest)
{
  int others = 0;
  for (guint as = AS_NONE + 1; as < G_N_ELEMENTS(inputs->n); as++)
    others += as == AS_FRAMEWORK ? 0 : (int)inputs->n[as];
  return inputs->n[AS_FRAMEWORK] == 1 && others == 0 && period_given(manifest->period);
}

/* Whether the layout, and the other words, of each document are among the files. */
static void check_layouts(const Proof *proof)
{
  g_autoptr(Listing) listing = listing_new(proof->manifest);
  for (guint i = 0; i < proof->manifest->documents->len; i++) {
    const ManifestDocument *document = g_ptr_array_index(proof->manifest->documents, i);
    const ManifestFile layout = { .role = ROLE_LAYOUT, .path = document->layout };
    const ManifestFile words = { .role = ROLE_WORDS, .path = document->words };
    if (!listing_find(listing, &layout) || (document->words && !listing_find(listing, &words)))
      diag_at(proof->diags, "O-NOTHING", document->record.source, document->record.offset,
              "the layout or the words of document '%s' are not among the files", document->name);
  }
}

void proof_check_entries(const Proof *proof)
{
  guint programs = 0;
  InputCounts inputs = { { 0 } };
  for (guint i = 0; i < proof->manifest->files->len; i++) {
    const ManifestFile *file = file_at(proof->manifest, i);
    programs += file->role == ROLE_PROGRAM;
    inputs.n[file->role == ROLE_INPUT ? file->as : AS_NONE]++;
    if (!is_written(file))
      diag_at(proof->diags, "O-NOTHING", file->record.source, file->record.offset,
              "a run writes no such entry: as is for inputs, document for files of the folder, build for libraries, "
              "sha256 (64 of 0 to 9 and a to f) for all others");
  }
  if (programs != 1)
    diag_file(proof->diags, "O-NOTHING", proof->manifest_path, "it names %u programs, and one makes a run", programs);
  bool one = proof->manifest->absent ? is_absence(&inputs, proof->manifest) : is_one_run(&inputs);
  if (!one || proof->manifest->documents->len == 0)
    diag_file(proof->diags, "O-NOTHING", proof->manifest_path, "it does not say what was made from what");
  check_layouts(proof);
}

/* "../../..", "/srv" or ".": the shortest way to say it. */
static bool is_short(const char *path)
{
  const char *at = path;
  while (g_str_has_prefix(at, "../"))
    at += 3;
  if (!*at)
    return false;
  if (strcmp(at, "..") == 0 || strcmp(path, ".") == 0 || strcmp(path, "/") == 0)
    return true;
  g_auto(GStrv) parts = g_strsplit(*path == '/' ? path + 1 : at, "/", -1);
  for (guint i = 0; parts[i]; i++)
    if (!*parts[i] || strcmp(parts[i], ".") == 0 || strcmp(parts[i], "..") == 0)
      return false;
  return true;
}

bool proof_check_writing(const Proof *proof)
{
  g_autoptr(GString) written = g_string_new(NULL);
  record_write(&proof->manifest->record, written);
  g_autofree char *path = g_build_filename(proof->folder, MANIFEST_NAME, NULL), *there = NULL;
  gsize length = 0;
  if (g_file_get_contents(path, &there, &length, NULL) && length == written->len &&
      memcmp(there, written->str, length) == 0 && is_short(proof->manifest->base))
    return true;
  diag_file(proof->diags, "O-DIFFERS", proof->manifest_path,
            "says it in other ways than a run: a comment, spaces, line ends or paths are not as one writes them");
  return false;
}

/* ---- what they were made from ------------------------------------------------------------------------------------ */

void proof_check_sources(const Proof *proof, GHashTable *broken)
{
  for (guint i = 0; i < proof->manifest->files->len; i++) {
    const ManifestFile *file = file_at(proof->manifest, i);
    if (stands_in_folder(file->role) || is_origin(file->role))
      continue;
    g_autofree char *path = manifest_path(file), *hash = manifest_hash(path, NULL);
    if (hash && g_ascii_strcasecmp(hash, file->sha256) == 0)
      continue;
    g_hash_table_add(broken, (gpointer)file);
    diag_file(proof->diags, "O-INPUT", path,
              hash ? "is not what it was when the report was made" : "is not there any more, or cannot be read");
  }
}

/* What can still be told when sources are gone or have changed. What others' documents say, what was accepted, and what
 * was found in models goes into findings alone, never into what may be published; and a document is made of its own
 * layout alone. So a run without them gives the files that it gave, or no run made those. */
#include "verify/listing.h"
#include "verify/proof.h"
#include <string.h>

static bool is_optional(const ManifestFile *file)
{
  return file->role == ROLE_INPUT && (file->as == AS_ALSO || file->as == AS_ACCEPTED || file->as == AS_FINDINGS);
}

static bool is_broken(GHashTable *broken, const Listing *listing, int role, char *path)
{
  const ManifestFile asked = { .role = role, .path = path }, *file = path ? listing_find(listing, &asked) : NULL;
  return file && g_hash_table_contains(broken, file);
}

/* What is left of a manifest without what is broken and can be left out. */
static const Manifest *rest_of(const Proof *proof, GHashTable *broken)
{
  g_autoptr(Listing) listing = listing_new(proof->manifest);
  Manifest *rest = arena_alloc(proof->arena, sizeof *rest);
  *rest = *proof->manifest;
  rest->files = arena_list(proof->arena);
  rest->documents = arena_list(proof->arena);
  for (guint i = 0; i < proof->manifest->files->len; i++) {
    const ManifestFile *file = file_at(proof->manifest, i);
    if (!is_optional(file) || !g_hash_table_contains(broken, file))
      g_ptr_array_add(rest->files, (gpointer)file);
  }
  for (guint i = 0; i < proof->manifest->documents->len; i++) {
    ManifestDocument *document = g_ptr_array_index(proof->manifest->documents, i);
    if (!is_broken(broken, listing, ROLE_LAYOUT, document->layout) &&
        !is_broken(broken, listing, ROLE_WORDS, document->words))
      g_ptr_array_add(rest->documents, document);
  }
  return rest;
}

/* Findings stand beside a model of the run. */
static bool stands_by_model(const Proof *proof, const ManifestFile *findings)
{
  g_autofree char *path = manifest_path(findings), *folder = g_path_get_dirname(path);
  for (guint i = 0; i < proof->manifest->files->len; i++) {
    g_autofree char *model = manifest_path(file_at(proof->manifest, i));
    g_autofree char *beside = g_path_get_dirname(model);
    if (file_at(proof->manifest, i)->as == AS_MODEL && strcmp(beside, folder) == 0)
      return g_str_has_suffix(path, "findings.xml");
  }
  return false;
}

/* A source that the run did not ask for, when all documents were made. */
static bool is_needless(const Proof *proof, const ManifestFile *file, const Manifest *again, const Listing *made)
{
  if (is_optional(file))
    return file->as == AS_FINDINGS && !stands_by_model(proof, file);
  return again->documents->len == proof->manifest->documents->len && !listing_find(made, file);
}

/* Whether all was there that documents which may be published are made of, and what made them. */
static bool is_comparable(GHashTable *broken)
{
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init(&iter, broken);
  while (g_hash_table_iter_next(&iter, &key, NULL)) {
    const ManifestFile *file = key;
    if (!is_optional(file) && file->role != ROLE_LAYOUT)
      return false;
  }
  return true;
}

/* Says which files of documents that were made again did not come out; false: none. */
static bool tell_forged(const Proof *proof, const Manifest *rest, const Manifest *again)
{
  bool forged = false;
  g_autoptr(Listing) made = listing_new(again);
  g_autoptr(GHashTable) whole = g_hash_table_new(g_str_hash, g_str_equal); /* names of documents */
  for (guint i = 0; i < rest->documents->len; i++)
    g_hash_table_add(whole, ((const ManifestDocument *)g_ptr_array_index(rest->documents, i))->name);
  for (guint i = 0; i < proof->manifest->files->len; i++) {
    const ManifestFile *file = file_at(proof->manifest, i);
    if (file->role != ROLE_OUTPUT || !file->document || !g_hash_table_contains(whole, file->document))
      continue;
    const ManifestFile *mine = listing_find(made, file);
    if (mine && g_strcmp0(mine->sha256, file->sha256) == 0)
      continue;
    g_autofree char *path = manifest_path(file), *shown = g_build_filename(proof->shown, path, NULL);
    diag_file(proof->diags, "O-DIFFERS", shown,
              "came out with other bytes when the run was repeated with what is there");
    forged = true;
  }
  return forged;
}

/* Whether the manifest names a source that the run did not ask for, though it asked for all of its documents. */
static bool tell_needless(const Proof *proof, const Manifest *again)
{
  bool needless = false;
  g_autoptr(Listing) made = listing_new(again);
  for (guint i = 0; i < proof->manifest->files->len; i++) {
    const ManifestFile *file = file_at(proof->manifest, i);
    if (stands_in_folder(file->role) || is_origin(file->role) || !is_needless(proof, file, again, made))
      continue;
    g_autofree char *path = manifest_path(file);
    diag_file(proof->diags, "O-DIFFERS", proof->manifest_path,
              "%s is in the manifest, and was not needed to make the report", path);
    needless = true;
  }
  return needless;
}

bool proof_is_refuted(const Proof *proof, GHashTable *broken, Verified *ret)
{
  g_autoptr(DiagList) quiet = diag_list_new();
  g_autofree char *fault = NULL;
  g_autoptr(GError) stopped = NULL;
  const Manifest *rest = rest_of(proof, broken);
  if (rest->documents->len == 0)
    return false;
  proof_repeat(proof, rest, quiet, ret, &fault, &stopped);
  ret->n = 0;
  if (stopped || fault)
    return false;
  bool refuted = tell_needless(proof, ret->made.manifest);
  Proof aside = *proof;
  aside.diags = quiet;
  if (is_comparable(broken) && proof_check_origin(&aside, ret->made.manifest) == ORIGIN_SAME)
    refuted |= tell_forged(proof, rest, ret->made.manifest);
  return refuted;
}

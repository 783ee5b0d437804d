/* What can still be told when sources are gone or have changed: a run without them gives the files that do not depend
 * on them, or no run made those. */
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

/* Without a picture, or with another one, the run goes on and makes another report: nothing follows from that one. */
static bool is_picture(const ManifestFile *file)
{
  return file->role == ROLE_INPUT && file->as == AS_PICTURE;
}

bool proof_is_refuted(const Proof *proof, GHashTable *broken, Verified *ret)
{
  g_autoptr(Doubts) doubts = doubts_new(proof->manifest);
  g_autofree char *fault = NULL;
  g_autoptr(GError) stopped = NULL;
  GHashTableIter iter;
  gpointer cause;
  guint unused = 0;
  g_hash_table_iter_init(&iter, broken);
  while (g_hash_table_iter_next(&iter, &cause, NULL)) {
    if (is_picture(cause))
      return false;
    doubts_add(doubts, cause);
  }
  if (!proof_repeat(proof, rest_of(proof, broken), ret, &fault, &stopped))
    return false;
  bool refuted = tell_needless(proof, ret->made.manifest);
  if (doubts_of_all(doubts))
    return refuted;
  refuted |= !proof_check_occasion(proof, ret);
  proof_check_origin(proof, ret->made.manifest, doubts);
  return proof_compare(proof, ret->made.manifest, broken, doubts, &unused) == CLAIMS_REFUTED || refuted;
}

/* Listing by what they are about and by all that they say. */
#include "verify/listing.h"

struct Listing {
  GHashTable *left;  /* whole_of to how many, less those that were taken */
  GHashTable *named; /* name_of to ManifestFile */
};

/* All that an entry says. Caller frees. */
static char *whole_of(const ManifestFile *file)
{
  if (file->role == ROLE_PROGRAM || file->role == ROLE_LIBRARY)
    return g_strdup_printf("%d %s", file->role, file->path);
  return g_strdup_printf("%d %d %s %s %s", file->role, file->as, file->sha256 ? file->sha256 : "",
                         file->document ? file->document : "", file->path);
}

/* What an entry is about. Caller frees. */
static char *name_of(const ManifestFile *file)
{
  return g_strdup_printf("%d %d %s", file->role, file->as, file->path);
}

Listing *listing_new(const Manifest *manifest)
{
  Listing *listing = g_new(Listing, 1);
  listing->left = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  listing->named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < manifest->files->len; i++) {
    ManifestFile *file = g_ptr_array_index(manifest->files, i);
    char *whole = whole_of(file);
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(listing->left, whole));
    g_hash_table_replace(listing->left, whole, GUINT_TO_POINTER(n + 1));
    g_hash_table_replace(listing->named, name_of(file), file);
  }
  return listing;
}

void listing_free(Listing *listing)
{
  g_hash_table_unref(listing->left);
  g_hash_table_unref(listing->named);
  g_free(listing);
}

const ManifestFile *listing_find(const Listing *listing, const ManifestFile *file)
{
  g_autofree char *name = name_of(file);
  return g_hash_table_lookup(listing->named, name);
}

bool listing_take(Listing *listing, const ManifestFile *file)
{
  char *whole = whole_of(file);
  guint n = GPOINTER_TO_UINT(g_hash_table_lookup(listing->left, whole));
  if (n > 0)
    g_hash_table_replace(listing->left, whole, GUINT_TO_POINTER(n - 1));
  else
    g_free(whole);
  return n > 0;
}

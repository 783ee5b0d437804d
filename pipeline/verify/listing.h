/* A listing: the files of a manifest, to be looked up and ticked off. */
#pragma once
#include "manifest/manifest.h"

typedef struct Listing Listing;
Listing *listing_new(const Manifest *manifest); /* borrows it */
void listing_free(Listing *listing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Listing, listing_free)

/* An entry of the same role, kind of input and path, or NULL. */
const ManifestFile *listing_find(const Listing *listing, const ManifestFile *file);
/* Takes out an entry that says just the same (of a program or library: has the same name, for its bytes are the
 * machine's); false: there is none any more. */
bool listing_take(Listing *listing, const ManifestFile *file);

/* What draws: the program itself and the libraries that it runs with. */
#pragma once
#include "manifest/manifest.h"

/* Adds both to a manifest. */
bool origin_note(Arena *arena, Manifest *manifest, GError **error);

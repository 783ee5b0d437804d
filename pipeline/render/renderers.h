/* The list of formats. */
#pragma once
#include "render/format/renderer.h"

extern const Renderer *const renderers[]; /* NULL-terminated, alphabetical */

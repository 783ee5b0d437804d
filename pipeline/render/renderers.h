/* Each format's row; the list of them stands in renderers.c. */
#pragma once
#include "render/renderer.h"

extern const Renderer renderer_csv, renderer_html, renderer_pdf, renderer_xlsx;

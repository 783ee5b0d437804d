/* The formats, in alphabetical order: a new one is a file and a row here. */
#include "render/renderers.h"

const Renderer *const renderers[] = {
  &renderer_csv, &renderer_html, &renderer_pdf, &renderer_xlsx, NULL,
};

/* What a renderer makes, written where a test can read it. */
#pragma once
#include "base/file.h"
#include "base/part.h"
#include "render/format/renderer.h"

static inline bool rendered_save(const Renderer *renderer, const Document *document, const char *path,
                                 const RenderOptions *options, GError **error)
{
  g_autoptr(Outputs) outputs = outputs_new();
  g_autoptr(GPtrArray) parts = parts_new();
  g_autofree char *folder = g_path_get_dirname(path);
  return file_make_folder(folder, error) && renderer->write(document, options, outputs, error) &&
         outputs_add_parts(outputs, path, parts, error) && parts_commit(parts, error);
}

/* The reader: runs poppler's tools on a finished file. */
#include "reader.h"
#include "render/format/renderer.h"
#include "rendered.h"
#include "testing.h"
#include <string.h>

char *reader_render(const Document *document, const char *folder)
{
  char *path = g_build_filename(folder, "report.pdf", NULL);
  RenderOptions options = { 0 };
  GError *error = NULL;
  bool done = rendered_save(&renderer_pdf, document, path, &options, &error);
  if (!done)
    fail_msg("%s", error->message);
  return path;
}

static char *run(const char *const *arguments)
{
  char *out = NULL;
  g_autofree char *err = NULL;
  int status = 1;
  g_autoptr(GError) error = NULL;
  if (!g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status, &error))
    fail_msg("%s (install poppler-utils)", error->message);
  assert_int_equal(status, 0);
  assert_string_equal(err, "");
  return out;
}

char *reader_pages(const char *path)
{
  return run((const char *const[]){ "pdftotext", "-layout", path, "-", NULL });
}

char *reader_structure(const char *path)
{
  return run((const char *const[]){ "pdfinfo", "-struct-text", path, NULL });
}

guint reader_page_count(const char *path)
{
  g_autofree char *info = run((const char *const[]){ "pdfinfo", path, NULL });
  const char *pages = strstr(info, "Pages:");
  assert_non_null(pages);
  return (guint)g_ascii_strtoull(pages + strlen("Pages:"), NULL, 10);
}

static guint indent_of(const char *line)
{
  return (guint)strspn(line, " ");
}

GPtrArray *reader_words(const char *path)
{
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *structure = reader_structure(path);
  g_auto(GStrv) lines = g_strsplit(structure, "\n", -1);
  guint left_out = G_MAXUINT; /* indent of the element whose content is passed over */
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; lines[i]; i++) {
    guint indent = indent_of(lines[i]);
    const char *body = lines[i] + indent;
    if (indent <= left_out)
      left_out = G_MAXUINT;
    if (left_out == G_MAXUINT && (g_str_has_prefix(body, "TOC") || g_str_has_prefix(body, "Figure")))
      left_out = indent;
    if (body[0] != '"' || left_out != G_MAXUINT)
      continue;
    /* words and their full stop may be two pieces (a link); else pieces are words apart */
    if (text->len && !strchr(".,;:)", body[1]) && text->str[text->len - 1] != '-')
      g_string_append_c(text, ' ');
    g_string_append_len(text, body + 1, (gssize)strlen(body) - 2);
  }
  g_auto(GStrv) parts = g_strsplit(text->str, " ", -1);
  for (guint i = 0; parts[i]; i++)
    if (*parts[i])
      g_ptr_array_add(words, g_strdup(parts[i]));
  return words;
}

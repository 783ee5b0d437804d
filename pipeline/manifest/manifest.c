/* The manifest: its rows, and hashing. */
#include "manifest/manifest.h"
#include "base/file.h"
#include "base/text.h"
#include "record/record-read.h"
#include "vocabulary/vocabulary.h"
#include <string.h>

static const char *const role_names[] = { "",        "input",   "layout", "style", "words",     "font",
                                          "program", "library", "output", "team",  "withdrawn", NULL };
static const Terms terms_role = { "role", G_N_ELEMENTS(role_names) - 1, role_names };
static const char *const as_names[] = { "",         "framework", "plan",     "return", "previous", "also",
                                        "accepted", "model",     "findings", "paper",  "picture",  NULL };
static const Terms terms_as = { "kind of input", G_N_ELEMENTS(as_names) - 1, as_names };

extern const Spec setting_spec, ticked_spec, manifest_document_spec, manifest_file_spec;

SPEC(setting_spec, Setting, "set", "setting", FIELD(Setting, text, NULL, IN_CONTENT, FIELD_TEXT, FIELD_REQUIRED, NULL));
SPEC(ticked_spec, Setting, "ticked", "ticked document",
     FIELD(Setting, text, NULL, IN_CONTENT, FIELD_TEXT, FIELD_REQUIRED, NULL));
SPEC(manifest_document_spec, ManifestDocument, "document", "document",
     FIELD(ManifestDocument, name, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),
     FIELD(ManifestDocument, layout, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),
     FIELD(ManifestDocument, words, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(ManifestDocument, shelf, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(ManifestDocument, formats, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL),
     FIELD_AS("set", ManifestDocument, settings, NULL, IN_ELEMENT, FIELD_MANY, 0, &setting_spec),
     FIELD(ManifestDocument, ticked, NULL, IN_ELEMENT, FIELD_MANY, 0, &ticked_spec));
SPEC(manifest_file_spec, ManifestFile, "file", "file",
     FIELD(ManifestFile, role, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_role),
     FIELD(ManifestFile, as, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_as),
     FIELD(ManifestFile, path, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(ManifestFile, document, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(ManifestFile, sha256, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(ManifestFile, build, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL));
SPEC(manifest_spec, Manifest, "manifest", "manifest",
     FIELD(Manifest, version, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),
     FIELD(Manifest, folder, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(Manifest, base, "working directory", IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),
     FIELD(Manifest, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, 0, NULL),
     FIELD(Manifest, absent, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD_AS("no-plan", Manifest, no_plan, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD(Manifest, status, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_status),
     FIELD(Manifest, errors, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD_AS("document", Manifest, documents, NULL, IN_ELEMENT, FIELD_MANY, 0, &manifest_document_spec),
     FIELD_AS("file", Manifest, files, NULL, IN_ELEMENT, FIELD_MANY, 0, &manifest_file_spec));

enum { LARGEST_FILE_BYTES = 1 << 29 }; /* read whole: half of the memory that a program may take */

char *manifest_hash(const char *path, GError **error)
{
  gsize length_bytes;
  g_autofree char *bytes = file_read(path, LARGEST_FILE_BYTES, &length_bytes, error);
  return bytes ? g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, length_bytes) : NULL;
}

Manifest *manifest_new(Arena *arena)
{
  Manifest *manifest = record_new(arena, &manifest_spec, NULL);
  manifest->version = arena_strdup(arena, QMR_VERSION);
  return manifest;
}

const Manifest *manifest_read(Arena *arena, const char *folder)
{
  static const Spec *const specs[] = { &manifest_spec, NULL };
  g_autoptr(DiagList) diags = diag_list_new();
  g_autofree char *path = g_build_filename(folder, MANIFEST_NAME, NULL);
  const Manifest *manifest = record_read_own(arena, path, specs, diags, NULL);
  return manifest && diag_count(diags, LEVEL_ERROR) == 0 ? manifest : NULL;
}

ManifestFile *manifest_add(Arena *arena, Manifest *manifest, int role, const char *path, const char *sha256)
{
  g_autofree char *escaped = text_escape(path);
  ManifestFile *file = record_new(arena, &manifest_file_spec, &manifest->record);
  file->role = role;
  file->path = arena_strdup(arena, escaped);
  file->sha256 = arena_strdup(arena, sha256);
  g_ptr_array_add(manifest->files, file);
  return file;
}

static char *escape(Arena *arena, const char *text)
{
  g_autofree char *escaped = text ? text_escape(text) : NULL;
  return arena_strdup(arena, escaped);
}

ManifestDocument *manifest_add_document(Arena *arena, Manifest *manifest, const char *name, const char *layout,
                                        char *const *formats, char *const *settings)
{
  ManifestDocument *document = record_new(arena, &manifest_document_spec, &manifest->record);
  document->name = escape(arena, name);
  document->layout = escape(arena, layout);
  for (; formats && *formats; formats++)
    g_ptr_array_add(document->formats, arena_strdup(arena, *formats));
  for (; settings && *settings; settings++) {
    Setting *setting = record_new(arena, &setting_spec, &document->record);
    setting->text = escape(arena, *settings);
    g_ptr_array_add(document->settings, setting);
  }
  g_ptr_array_add(manifest->documents, document);
  return document;
}

void manifest_add_ticked(Arena *arena, ManifestDocument *document, const char *name)
{
  Setting *ticked = record_new(arena, &ticked_spec, &document->record);
  ticked->text = escape(arena, name);
  g_ptr_array_add(document->ticked, ticked);
}

void manifest_set_words(Arena *arena, ManifestDocument *document, const char *words, const char *shelf)
{
  document->words = escape(arena, words);
  document->shelf = escape(arena, shelf);
}

void manifest_set_places(Arena *arena, Manifest *manifest, const char *folder, const char *base)
{
  manifest->folder = escape(arena, folder);
  manifest->base = escape(arena, base);
}

char *manifest_path(const ManifestFile *file)
{
  return text_unescape(file->path);
}

static int compare_made(const ManifestFile *a, const ManifestFile *b)
{
  int order = a->role - b->role;
  if (order == 0)
    order = strcmp(a->path, b->path);
  return order ? order : g_strcmp0(a->document, b->document);
}

static gint compare(gconstpointer a, gconstpointer b)
{
  return compare_made(*(ManifestFile *const *)a, *(ManifestFile *const *)b);
}

void manifest_sort(Manifest *manifest)
{
  GPtrArray *files = manifest->files;
  g_autoptr(GPtrArray) made = g_ptr_array_new();
  guint kept = 0;
  for (guint i = 0; i < files->len; i++) {
    ManifestFile *file = g_ptr_array_index(files, i);
    if (file->role == ROLE_INPUT)
      files->pdata[kept++] = file;
    else
      g_ptr_array_add(made, file);
  }
  g_ptr_array_sort(made, compare);
  for (guint i = 0; i < made->len; i++)
    if (i == 0 || compare(&made->pdata[i], &made->pdata[i - 1]) != 0)
      files->pdata[kept++] = made->pdata[i];
  g_ptr_array_set_size(files, (int)kept);
}

static const ManifestFile *next_input(const Manifest *manifest, guint *at)
{
  while (*at < manifest->files->len) {
    const ManifestFile *file = g_ptr_array_index(manifest->files, (*at)++);
    if (file->role == ROLE_INPUT)
      return file;
  }
  return NULL;
}

bool manifest_same_inputs(const Manifest *a, const Manifest *b)
{
  guint at = 0, bt = 0;
  const ManifestFile *x, *y;
  do {
    x = next_input(a, &at);
    y = next_input(b, &bt);
    if (x && y && (x->as != y->as || strcmp(x->path, y->path) != 0 || g_strcmp0(x->sha256, y->sha256) != 0))
      return false;
  } while (x && y);
  return !x && !y && period_equal(a->period, b->period);
}

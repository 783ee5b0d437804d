/* The manifest of a run: its rows, and hashing. */
#include "manifest/manifest.h"
#include "base/file.h"

static const char *const role_names[] = { "", "input", "program", "output" };
static const Terms terms_role = { "role", G_N_ELEMENTS(role_names), role_names };

extern const Spec argument_spec, manifest_step_spec, manifest_file_spec;

SPEC(argument_spec, Argument, "argument", "argument",
     FIELD(Argument, text, NULL, IN_CONTENT, FIELD_TEXT, FIELD_REQUIRED, NULL));
SPEC(manifest_step_spec, ManifestStep, "step", "step",
     FIELD(ManifestStep, program, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD_AS("argument", ManifestStep, arguments, NULL, IN_ELEMENT, FIELD_MANY, 0, &argument_spec));
SPEC(manifest_file_spec, ManifestFile, "file", "file",
     FIELD(ManifestFile, role, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_role),
     FIELD(ManifestFile, path, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(ManifestFile, kib, "size", IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD(ManifestFile, sha256, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL));
SPEC(manifest_spec, Manifest, "manifest", "manifest",
     FIELD(Manifest, version, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),
     FIELD(Manifest, out, "folder of the outputs", IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),
     FIELD_AS("step", Manifest, steps, NULL, IN_ELEMENT, FIELD_MANY, 0, &manifest_step_spec),
     FIELD_AS("file", Manifest, files, NULL, IN_ELEMENT, FIELD_MANY, 0, &manifest_file_spec));

enum { LARGEST_FILE_BYTES = 1 << 29 }; /* read whole: half of the memory that a program may take */

char *manifest_hash(const char *path, gsize *ret_length_bytes, GError **error)
{
  g_autofree char *bytes = file_read(path, LARGEST_FILE_BYTES, ret_length_bytes, error);
  if (!bytes)
    return NULL;
  return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, *ret_length_bytes);
}

bool manifest_add(Arena *arena, Manifest *manifest, int role, const char *path, GError **error)
{
  gsize length_bytes = 0;
  g_autofree char *hash = manifest_hash(path, &length_bytes, error);
  if (!hash)
    return false;
  ManifestFile *file = record_new(arena, &manifest_file_spec, &manifest->record);
  file->role = role;
  file->path = arena_strdup(arena, path);
  file->kib = (int)((length_bytes + 1023) / 1024);
  file->sha256 = arena_strdup(arena, hash);
  g_ptr_array_add(manifest->files, file);
  return true;
}

bool manifest_add_step(Arena *arena, Manifest *manifest, const char *command, GError **error)
{
  g_auto(GStrv) words = NULL;
  if (!g_shell_parse_argv(command, NULL, &words, error))
    return false;
  ManifestStep *step = record_new(arena, &manifest_step_spec, &manifest->record);
  step->program = arena_strdup(arena, words[0]);
  for (guint i = 1; words[i]; i++) {
    Argument *argument = record_new(arena, &argument_spec, &step->record);
    argument->text = arena_strdup(arena, words[i]);
    g_ptr_array_add(step->arguments, argument);
  }
  g_ptr_array_add(manifest->steps, step);
  return true;
}

static int file_compare(gconstpointer a, gconstpointer b)
{
  const ManifestFile *left = *(ManifestFile *const *)a, *right = *(ManifestFile *const *)b;
  return left->role != right->role ? left->role - right->role : strcmp(left->path, right->path);
}

void manifest_sort(Manifest *manifest)
{
  g_ptr_array_sort(manifest->files, file_compare);
}

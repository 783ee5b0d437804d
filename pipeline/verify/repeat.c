/* Repeating a run: the manifest's steps are run again into an empty folder and the outputs compared byte for byte. */
#include "verify/repeat.h"
#include <glib/gstdio.h>

/* An argument, with the run's folder of outputs replaced by ours. */
static char *argument_moved(const char *text, const char *out, const char *folder)
{
  gsize length = strlen(out);
  if (strncmp(text, out, length) == 0 && (text[length] == '/' || text[length] == '\0'))
    return g_strconcat(folder, text + length, NULL);
  return g_strdup(text);
}

/* Exit 1 is a run with faults in its data: it still made its outputs. */
static bool step_run(const ManifestStep *step, const char *out, const char *folder, GError **error)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(words, g_strdup(step->program));
  for (guint i = 0; i < step->arguments->len; i++) {
    const Argument *argument = g_ptr_array_index(step->arguments, i);
    g_ptr_array_add(words, argument_moved(argument->text, out, folder));
  }
  g_ptr_array_add(words, NULL);
  int status = 0;
  GSpawnFlags quiet = G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL;
  if (!g_spawn_sync(NULL, (char **)words->pdata, NULL, quiet, NULL, NULL, NULL, NULL, &status, error))
    return false;
  g_autoptr(GError) failed = NULL;
  if (g_spawn_check_wait_status(status, &failed) || g_error_matches(failed, G_SPAWN_EXIT_ERROR, 1))
    return true;
  g_set_error(error, G_SPAWN_ERROR, G_SPAWN_ERROR_FAILED, "%s stopped: %s", step->program, failed->message);
  return false;
}

static void output_compare(const ManifestFile *file, const char *out, const char *folder, const char *manifest_path,
                           DiagList *diags)
{
  g_autofree char *path = argument_moved(file->path, out, folder);
  gsize length_bytes = 0;
  g_autofree char *hash = manifest_hash(path, &length_bytes, NULL);
  if (!hash)
    diag_file(diags, "O-MISSING", manifest_path, "%s was not made when the run was repeated", file->path);
  else if (g_strcmp0(hash, file->sha256) != 0)
    diag_file(diags, "O-DIFFERS", manifest_path, "%s came out with other bytes when the run was repeated", file->path);
}

static void folder_remove(const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir)) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_DIR) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
      folder_remove(path);
    else
      g_unlink(path);
  }
  g_rmdir(folder);
}

bool repeat_run(const Manifest *manifest, const char *manifest_path, DiagList *diags, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp("qmr-verify-XXXXXX", error);
  if (!folder)
    return false;
  bool done = true;
  for (guint i = 0; i < manifest->steps->len && done; i++)
    done = step_run(g_ptr_array_index(manifest->steps, i), manifest->out, folder, error);
  for (guint i = 0; i < manifest->files->len && done; i++) {
    const ManifestFile *file = g_ptr_array_index(manifest->files, i);
    if (file->role == ROLE_OUTPUT)
      output_compare(file, manifest->out, folder, manifest_path, diags);
  }
  folder_remove(folder);
  return done;
}

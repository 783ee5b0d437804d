/* From a proof to a public folder. */
#include "release/release.h"
#include "base/file.h"
#include "folder/folder.h"
#include "folder/search.h"
#include <string.h>

char *release_folder(const char *out)
{
  return g_build_filename(out, "public", NULL);
}

/* ---- what is released
 * ------------------------------------------------------------------------------------------------ */

static gint compare_lines(gconstpointer a, gconstpointer b)
{
  enum { NAME_AT = 66 }; /* after the hash and two spaces */
  return strcmp(*(char *const *)a + NAME_AT, *(char *const *)b + NAME_AT);
}

/* The list that sha256sum -c reads: nothing about how the files were made. */
static GBytes *list_files(const Outputs *files)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < outputs_count(files); i++) {
    g_autofree char *hash = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, outputs_bytes(files, i));
    g_ptr_array_add(lines, g_strdup_printf("%s  %s\n", hash, outputs_name(files, i)));
  }
  g_ptr_array_sort(lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append(text, g_ptr_array_index(lines, i));
  return g_string_free_to_bytes(text);
}

/* The public ones of what was made, with their list. */
static Outputs *public_files(const ReportMade *made)
{
  Outputs *files = outputs_new();
  g_autoptr(GHashTable) names = judge_public_names(made->manifest);
  for (guint i = 0; i < outputs_count(made->files); i++)
    if (g_hash_table_contains(names, outputs_name(made->files, i)))
      outputs_add(files, outputs_name(made->files, i), g_bytes_ref(outputs_bytes(made->files, i)));
  outputs_add(files, RELEASED_NAME, list_files(files));
  return files;
}

/* ---- what was released before
 * ---------------------------------------------------------------------------------------- */

static bool is_same(const char *folder, const char *name, GBytes *bytes)
{
  enum { LARGEST_BYTES = 1 << 29 };
  gsize length_bytes;
  g_autofree char *path = g_build_filename(folder, name, NULL);
  bool link = g_file_test(path, G_FILE_TEST_IS_SYMLINK);
  g_autofree char *old = link ? NULL : file_read(path, LARGEST_BYTES, &length_bytes, NULL);
  return old && length_bytes == g_bytes_get_size(bytes) &&
         memcmp(old, g_bytes_get_data(bytes, NULL), length_bytes) == 0;
}

/* How many files differ or are new; those that were there and are made no more go to gone. */
static guint count_differing(const char *folder, const Outputs *files, GPtrArray *gone)
{
  g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) old = folder_files(folder);
  guint n = 0;
  for (guint i = 0; i < outputs_count(files); i++) {
    g_hash_table_add(known, (gpointer)outputs_name(files, i));
    n += strcmp(outputs_name(files, i), RELEASED_NAME) != 0 &&
         !is_same(folder, outputs_name(files, i), outputs_bytes(files, i));
  }
  for (guint i = 0; i < old->len; i++)
    if (!g_hash_table_contains(known, g_ptr_array_index(old, i)))
      g_ptr_array_add(gone, g_strdup(g_ptr_array_index(old, i)));
  return n;
}

/* ---- putting it there
 * ------------------------------------------------------------------------------------------------ */

/* A fuller report, which is public, does not go by itself when a return is missing now. absent: services that the new
 * one does not tell of, or NULL. Caller frees. */
static char *fault_of_fewer(const char *absent, const Law *law)
{
  if (!absent || law->fewer)
    return NULL;
  return g_strdup_printf("it would take the place of a report that is public, and only says of %s: not available; get "
                         "what is missing and make it again, or say with --fewer that this is meant",
                         absent);
}

static bool put(const char *public, const char *name, const Judgement *judgement, const Law *law, Release *ret,
                GError **error)
{
  g_autoptr(Folder) folder = folder_open(public, name, error);
  if (!folder)
    return false;
  g_autoptr(Outputs) files = public_files(&judgement->verified.made);
  bool before = g_file_test(folder_path(folder), G_FILE_TEST_EXISTS);
  guint last = outputs_count(files) - 1; /* their list */
  guint differing = before ? count_differing(folder_path(folder), files, ret->gone) : 0;
  bool same = before && differing == 0 && ret->gone->len == 0 &&
              is_same(folder_path(folder), RELEASED_NAME, outputs_bytes(files, last));
  ret->answer = !before ? RELEASE_DONE : same ? RELEASE_SAME : RELEASE_AGAIN;
  ret->n = ret->answer == RELEASE_AGAIN ? differing : last;
  ret->refused = ret->answer == RELEASE_AGAIN ? fault_of_fewer(judgement->absent, law) : NULL;
  if (ret->refused) {
    ret->answer = RELEASE_REFUSED;
    ret->stands = true;
    return true;
  }
  return ret->answer == RELEASE_SAME || (folder_add(folder, files, error) && folder_commit(folder, error));
}

/* What a run put into public/ before anything was released there: it holds what is for the team alone. Caller frees. */
static char *fault_of_strangers(const char *public)
{
  g_autoptr(GPtrArray) found = search_folders(public, "team", SEARCH_ALL, NULL);
  return found && found->len > 0
             ? g_strdup_printf("%s/%s was not released, and has a folder for the team: take it away first", public,
                               (const char *)g_ptr_array_index(found, 0))
             : NULL;
}

/* What keeps a report from going where it belongs, or NULL: links, and other reports around or inside. Caller frees. */
static char *fault_of_place(const char *public, const char *name)
{
  char *strangers = fault_of_strangers(public);
  if (strangers)
    return strangers;
  g_auto(GStrv) parts = g_strsplit(name, "/", -1);
  g_autofree char *path = g_strdup(public);
  if (g_file_test(public, G_FILE_TEST_IS_SYMLINK))
    return g_strdup_printf("%s is a link: take it away", public);
  for (char **part = parts; *part; part++) {
    g_autofree char *above = path, *list = g_build_filename(above, *part, RELEASED_NAME, NULL);
    path = g_build_filename(above, *part, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_SYMLINK))
      return g_strdup_printf("%s is a link: take it away", path);
    if (part[1] && g_file_test(list, G_FILE_TEST_EXISTS))
      return g_strdup_printf("it would stand inside of another report, %s: take that away or give it another name",
                             path);
  }
  g_autoptr(GPtrArray) inside = search_folders(path, RELEASED_NAME, SEARCH_OUTERMOST, NULL);
  return inside && inside->len > 0
             ? g_strdup_printf("another report stands inside of %s, in %s: take that away or give it "
                               "another name",
                               path, (const char *)g_ptr_array_index(inside, 0))
             : NULL;
}

void release_tidy(const char *out, const char *name)
{
  g_autofree char *public = release_folder(out), *path = g_build_filename(public, name, NULL);
  g_autofree char *parent = g_path_get_dirname(path);
  if (g_file_test(parent, G_FILE_TEST_IS_DIR))
    folder_close(folder_open(public, name, NULL));
}

bool release_report(const char *out, const char *name, const Law *law, Release *ret, DiagList *diags, GError **error)
{
  *ret = (Release){ .answer = RELEASE_REFUSED, .gone = g_ptr_array_new_with_free_func(g_free) };
  g_autoptr(Arena) arena = arena_new();
  g_autofree char *from = g_build_filename(out, name, NULL), *public = release_folder(out);
  g_autofree char *to = g_build_filename(public, name, NULL);
  g_auto(Judgement) judgement;
  if (!judge_report(arena, from, law, &judgement, diags, error))
    return false;
  if (!judgement.refused)
    judgement.refused = fault_of_place(public, name);
  if (!judgement.refused)
    return put(public, name, &judgement, law, ret, error);
  ret->refused = g_steal_pointer(&judgement.refused);
  release_tidy(out, name);
  ret->stands = g_file_test(to, G_FILE_TEST_EXISTS);
  return true;
}

void release_clear(Release *release)
{
  g_clear_pointer(&release->refused, g_free);
  g_clear_pointer(&release->gone, g_ptr_array_unref);
}

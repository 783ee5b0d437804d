/* What comes along into the new folder, what is withdrawn, what goes. */
#include "report/place.h"
#include "base/file.h"
#include "base/text.h"
#include "record/record-write.h"
#include "report/documents.h"
#include <stdlib.h>
#include <string.h>

#define WITHDRAWN "team/withdrawn/"

typedef struct {
  Arena *arena;
  Folder *folder;
  Manifest *manifest;    /* the new one */
  GHashTable *documents; /* set of char *: those of which something was made; "": of all of the run */
  GHashTable *new_team;  /* set of char *: paths of what was made for the team */
  GHashTable *known;     /* char * to ManifestFile: what old says of the files of the folder, by path */
  const Manifest *old;   /* or NULL: there was none, or none that can be read */
  GHashTable *asked;     /* set of char *: names of the documents that were asked for */
  bool same;             /* both are of the same inputs */
  bool nothing;          /* that may be published was made */
  bool page;             /* what was made only says that there is no report */
  bool page_for_report;  /* and takes the place of a report */
  DiagList *diags;       /* what is withdrawn */
  GError **error;
} Placing;

static bool is_wanted(const Placing *p, const char *document)
{
  return document && g_hash_table_contains(p->asked, document);
}

static bool is_made(const Placing *p, const char *document)
{
  return g_hash_table_contains(p->documents, document ? document : "");
}

static void copy_entry(const Placing *p, const ManifestFile *file, int role, const char *path)
{
  ManifestFile *copy = manifest_add(p->arena, p->manifest, role, path, file->sha256);
  copy->document = file->document;
}

/* Moves a file out of the way; file NULL: no manifest knows it. */
static bool withdraw(const Placing *p, const ManifestFile *file, const char *path)
{
  g_autofree char *to = g_strconcat(WITHDRAWN, path, NULL);
  g_autofree char *shown = g_build_filename(folder_path(p->folder), path, NULL);
  if (!folder_carry(p->folder, path, to, p->error))
    return false;
  g_autofree char *hash = file ? NULL : manifest_hash(shown, NULL);
  if (file)
    copy_entry(p, file, ROLE_WITHDRAWN, to);
  else
    manifest_add(p->arena, p->manifest, ROLE_WITHDRAWN, to, hash);
  diag_file(p->diags, "O-WITHDRAWN", shown, "is no longer true: it was moved to %s", to);
  return true;
}

static bool keep(const Placing *p, const ManifestFile *file, int role, const char *path)
{
  if (!folder_carry(p->folder, path, path, p->error))
    return false;
  copy_entry(p, file, role, path);
  return true;
}

static bool has_output(const Manifest *manifest)
{
  bool has = false;
  for (guint i = 0; i < manifest->files->len && !has; i++)
    has = ((const ManifestFile *)g_ptr_array_index(manifest->files, i))->role == ROLE_OUTPUT;
  return has;
}

/* Whether both were made by the same layout: of a page, that both are pages. */
static bool is_of_same_layout(const Manifest *a, const Manifest *b)
{
  const ManifestDocument *one = a->documents->len == 1 ? g_ptr_array_index(a->documents, 0) : NULL;
  const ManifestDocument *other = b->documents->len == 1 ? g_ptr_array_index(b->documents, 0) : NULL;
  return one && other && g_strcmp0(one->layout, other->layout) == 0;
}

/* A file of the old folder that its manifest names. */
static bool place_known(const Placing *p, const ManifestFile *file, const char *path)
{
  bool made = is_made(p, file->document);
  if (file->role == ROLE_WITHDRAWN) /* a page in its place is no newer report */
    return (made && (!p->page || p->page_for_report)) || keep(p, file, ROLE_WITHDRAWN, path);
  if (!file->document) /* it belonged to the run as a whole */
    return g_hash_table_contains(p->new_team, path) || !p->nothing || withdraw(p, file, path);
  if (made)
    return !p->page_for_report || file->role != ROLE_OUTPUT || withdraw(p, file, path);
  if (!is_wanted(p, file->document) && p->same)
    return keep(p, file, file->role, path);
  return (file->role != ROLE_OUTPUT && !p->nothing) || withdraw(p, file, path);
}

static bool keep_withdrawn(const Placing *p, const char *path)
{
  g_autofree char *full = g_build_filename(folder_path(p->folder), path, NULL), *hash = manifest_hash(full, NULL);
  manifest_add(p->arena, p->manifest, ROLE_WITHDRAWN, path, hash);
  return folder_carry(p->folder, path, path, p->error);
}

/* What nobody knows stays where it is, and verify will say so; but when nothing was made and no manifest tells what
 * was, all that might be taken for a report goes; what was withdrawn then goes when something is made. */
static bool place_unknown(const Placing *p, const char *path)
{
  if (p->nothing && !p->old && !g_str_has_prefix(path, "team/"))
    return withdraw(p, NULL, path);
  if (!p->old && g_str_has_prefix(path, WITHDRAWN)) /* there was no room for a manifest */
    return !p->nothing || keep_withdrawn(p, path);
  return folder_carry(p->folder, path, path, p->error);
}

static bool place_old_files(const Placing *p)
{
  g_autoptr(GPtrArray) names = folder_files(folder_path(p->folder));
  for (guint i = 0; i < names->len; i++) {
    const char *path = g_ptr_array_index(names, i);
    const ManifestFile *file = g_hash_table_lookup(p->known, path);
    if (strcmp(path, MANIFEST_NAME) == 0)
      continue;
    if (file ? !place_known(p, file, path) : !place_unknown(p, path))
      return false;
  }
  return true;
}

/* Documents of which the new manifest names files; caller unrefs. */
static GHashTable *documents_with_files(const Placing *p)
{
  GHashTable *documents = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < p->manifest->files->len; i++) {
    const ManifestFile *file = g_ptr_array_index(p->manifest->files, i);
    if (file->role != ROLE_WITHDRAWN && file->document)
      g_hash_table_add(documents, file->document);
  }
  return documents;
}

static bool is_of_findings(const ManifestDocument *document)
{
  g_autofree char *layout = text_unescape(document->layout);
  const ReportDocument asked = { .layout = layout };
  return documents_are_of_findings(&asked);
}

/* Those that tell what was found in the others come last, as a run makes them. */
static void order_documents(const Placing *p)
{
  GPtrArray *documents = p->manifest->documents;
  g_autoptr(GPtrArray) last = g_ptr_array_new();
  guint kept = 0;
  for (guint i = 0; i < documents->len; i++) {
    ManifestDocument *document = g_ptr_array_index(documents, i);
    if (is_of_findings(document))
      g_ptr_array_add(last, document);
    else
      documents->pdata[kept++] = document;
  }
  for (guint i = 0; i < last->len; i++)
    documents->pdata[kept++] = last->pdata[i];
}

/* Documents that stay, and how they were asked for. */
static void keep_documents(const Placing *p)
{
  g_autoptr(GHashTable) there = documents_with_files(p);
  for (guint i = 0; p->same && i < p->old->documents->len; i++) {
    const ManifestDocument *document = g_ptr_array_index(p->old->documents, i);
    if (!is_wanted(p, document->name) && g_hash_table_contains(there, document->name))
      g_ptr_array_add(p->manifest->documents, record_copy(p->arena, &document->record, &p->manifest->record));
  }
  order_documents(p);
  for (guint i = 0; p->same && i < p->old->files->len; i++) {
    const ManifestFile *file = g_ptr_array_index(p->old->files, i);
    if (file->role >= ROLE_LAYOUT && file->role <= ROLE_FONT)
      g_ptr_array_add(p->manifest->files, record_copy(p->arena, &file->record, &p->manifest->record));
  }
}

/* The working directory, seen from the folder, whatever links lead to either: verify may come by others. */
static void set_places(const Placing *p)
{
  g_autofree char *real = realpath(".", NULL), *here = real ? g_strdup(real) : g_get_current_dir();
  g_autofree char *stage = realpath(folder_stage(p->folder), NULL);
  g_autofree char *parent = g_path_get_dirname(stage ? stage : folder_stage(p->folder));
  g_autofree char *name = g_path_get_basename(folder_path(p->folder)), *full = g_build_filename(parent, name, NULL);
  g_autofree char *base = file_relative(here, full);
  manifest_set_places(p->arena, p->manifest, folder_below(p->folder), *base ? base : ".");
}

/* The manifest's text; caller frees. */
static GString *manifest_text(const Placing *p)
{
  GString *xml = g_string_new(NULL);
  set_places(p);
  manifest_sort(p->manifest);
  record_write(&p->manifest->record, xml);
  return xml;
}

static bool write_manifest(const char *folder, const GString *xml, GError **error)
{
  g_autofree char *path = g_build_filename(folder, MANIFEST_NAME, NULL);
  return file_write_new(path, xml->str, xml->len, error);
}

/* Where nothing was made and the disk is too full even for a manifest, what was there is withdrawn all the same; the
 * manifest finds room when the old one has gone. *ret_placed: whether it is in place. */
static bool commit(const Placing *p, bool *ret_placed)
{
  g_autoptr(GString) xml = manifest_text(p);
  g_autoptr(GError) full = NULL;
  bool written = write_manifest(folder_stage(p->folder), xml, &full);
  if (!written && !p->nothing) {
    g_propagate_error(p->error, g_steal_pointer(&full));
    return false;
  }
  *ret_placed = folder_commit(p->folder, p->error);
  return *ret_placed && (written || write_manifest(folder_path(p->folder), xml, p->error));
}

/* team/ is ours from the start: what has that name in the old folder leads nowhere else. */
static bool place(const Placing *p, const Outputs *files, bool *ret_placed)
{
  g_autofree char *team = g_build_filename(folder_stage(p->folder), "team", NULL);
  if (!file_make_folder(team, p->error))
    return false;
  if (files && !folder_add(p->folder, files, p->error))
    return false;
  if (!place_old_files(p))
    return false;
  keep_documents(p);
  return commit(p, ret_placed);
}

/* What was made, and what was known, to be looked up. */
static void begin(Placing *p, const char *const *wanted)
{
  p->asked = g_hash_table_new(g_str_hash, g_str_equal);
  for (; *wanted; wanted++)
    g_hash_table_add(p->asked, (gpointer)*wanted);
  for (guint i = 0; i < p->manifest->documents->len; i++)
    g_hash_table_add(p->asked, ((ManifestDocument *)g_ptr_array_index(p->manifest->documents, i))->name);
  p->documents = g_hash_table_new(g_str_hash, g_str_equal);
  p->new_team = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  p->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < p->manifest->files->len; i++) {
    const ManifestFile *file = g_ptr_array_index(p->manifest->files, i);
    if (file->role == ROLE_OUTPUT || file->role == ROLE_TEAM)
      g_hash_table_add(p->documents, file->document ? file->document : "");
    if (file->role == ROLE_TEAM)
      g_hash_table_add(p->new_team, manifest_path(file));
    p->nothing &= file->role != ROLE_OUTPUT;
  }
  for (guint i = p->old ? p->old->files->len : 0; i-- > 0;) { /* of two, the first counts */
    ManifestFile *file = g_ptr_array_index(p->old->files, i);
    if (file->role == ROLE_OUTPUT || file->role == ROLE_TEAM || file->role == ROLE_WITHDRAWN)
      g_hash_table_insert(p->known, manifest_path(file), file);
  }
}

/* What was withdrawn is said when it is true. */
static void end(Placing *p, bool placed, DiagList *diags)
{
  if (placed)
    diag_list_add(diags, p->diags);
  g_hash_table_unref(p->asked);
  g_hash_table_unref(p->documents);
  g_hash_table_unref(p->new_team);
  g_hash_table_unref(p->known);
}

bool place_made(Arena *arena, Folder *folder, const ReportMade *made, const char *const *wanted, DiagList *diags,
                GError **error)
{
  g_autoptr(DiagList) withdrawn = diag_list_new();
  Placing p = { .arena = arena,
                .folder = folder,
                .manifest = made->manifest,
                .old = manifest_read(arena, folder_path(folder)),
                .nothing = true,
                .page = made->page,
                .diags = withdrawn,
                .error = error };
  p.page_for_report = p.page && p.old && has_output(p.old) && !is_of_same_layout(p.old, p.manifest);
  p.same = p.old && !made->all && manifest_same_inputs(p.old, p.manifest);
  begin(&p, wanted);
  bool needless = p.nothing && !made->whole && !g_file_test(folder_path(folder), G_FILE_TEST_EXISTS);
  bool placed = false, done = needless || place(&p, made->files, &placed);
  end(&p, placed, diags);
  return done;
}

bool place_nothing(Arena *arena, Folder *folder, const char *const *wanted, DiagList *diags, GError **error)
{
  g_autoptr(DiagList) withdrawn = diag_list_new();
  Placing p = { .arena = arena,
                .folder = folder,
                .manifest = manifest_new(arena),
                .old = manifest_read(arena, folder_path(folder)),
                .nothing = true,
                .diags = withdrawn,
                .error = error };
  if (!p.old && !g_file_test(folder_path(folder), G_FILE_TEST_IS_DIR))
    return true;
  begin(&p, wanted);
  bool placed = false, done = folder_reset(folder, error) && place(&p, NULL, &placed);
  end(&p, placed, diags);
  return done;
}

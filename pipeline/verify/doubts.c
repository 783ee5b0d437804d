/* How far each kind of difference reaches. A document is made of its own layout, and of the ticks of others where it
 * tells them; fonts, and libraries that draw, make pages, others pack workbooks; what others' documents say, what was
 * accepted, and what was found in models goes into findings alone, or into ticks, never into what may be published. */
#include "verify/doubts.h"
#include <string.h>

enum {
  ALL = 1 << 0,
  PAGES = 1 << 1,     /* PDF */
  BOOKS = 1 << 2,     /* workbooks */
  FINDINGS = 1 << 3,  /* what is for the team alone */
  DOCUMENTS = 1 << 4, /* all documents */
  LISTS = 1 << 5,     /* messages, and which documents and sources there are */
  TICKS = 1 << 6,     /* what bears out the documents' figures */
};

struct Doubts {
  const Manifest *manifest;
  guint reach;
  GHashTable *documents; /* set of char *, borrowed: names of those that are in doubt by themselves */
};

/* What of a run depends on a library, by the beginning of its name; on any other all does. */
static const struct {
  const char *name;
  guint reach;
} libraries[] = {
  { "libX", PAGES },          { "libbrotli", PAGES },      { "libbsd.", PAGES },       { "libbz2.", PAGES | BOOKS },
  { "libcairo", PAGES },      { "libcrypto.", BOOKS },     { "libdatrie.", PAGES },    { "libdeflate.", PAGES },
  { "libexpat.", PAGES },     { "libfontconfig.", PAGES }, { "libfreetype.", PAGES },  { "libfribidi.", PAGES },
  { "libgraphite2.", PAGES }, { "libharfbuzz", PAGES },    { "libmd.", PAGES },        { "libminizip.", BOOKS },
  { "libpango", PAGES },      { "libpixman-", PAGES },     { "libpng", PAGES },        { "libthai.", PAGES },
  { "libxcb", PAGES },        { "libxlsxwriter.", BOOKS }, { "libz.", PAGES | BOOKS }, { "libzip.", BOOKS },
};

/* A picture is made anew when it is read: what draws pages may have drawn it, too. */
static bool has_pictures(const Manifest *manifest)
{
  for (guint i = 0; i < manifest->files->len; i++)
    if (((const ManifestFile *)g_ptr_array_index(manifest->files, i))->as == AS_PICTURE)
      return true;
  return false;
}

static guint reach_of_library(const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS(libraries); i++)
    if (g_str_has_prefix(name, libraries[i].name))
      return libraries[i].reach;
  return ALL;
}

Doubts *doubts_new(const Manifest *manifest)
{
  Doubts *doubts = g_new0(Doubts, 1);
  doubts->manifest = manifest;
  doubts->documents = g_hash_table_new(g_str_hash, g_str_equal);
  return doubts;
}

void doubts_free(Doubts *doubts)
{
  g_hash_table_unref(doubts->documents);
  g_free(doubts);
}

/* Whether it tells the ticks of one of the documents that are in doubt. */
static bool tells_doubted(const Doubts *doubts, const ManifestDocument *document)
{
  for (guint i = 0; i < document->ticked->len; i++)
    if (g_hash_table_contains(doubts->documents, ((const Setting *)g_ptr_array_index(document->ticked, i))->text))
      return true;
  return false;
}

static void add_tellers(Doubts *doubts)
{
  for (guint i = 0; i < doubts->manifest->documents->len; i++) {
    const ManifestDocument *document = g_ptr_array_index(doubts->manifest->documents, i);
    if (tells_doubted(doubts, document))
      g_hash_table_add(doubts->documents, document->name);
  }
}

/* The documents of a layout, or of other words, and those that tell their ticks; false: there are none. */
static bool add_documents(Doubts *doubts, const ManifestFile *cause)
{
  bool any = false;
  for (guint i = 0; i < doubts->manifest->documents->len; i++) {
    const ManifestDocument *document = g_ptr_array_index(doubts->manifest->documents, i);
    const char *path = cause->role == ROLE_LAYOUT ? document->layout : document->words;
    if (g_strcmp0(path, cause->path) != 0)
      continue;
    g_hash_table_add(doubts->documents, document->name);
    any = true;
  }
  add_tellers(doubts);
  return any;
}

static guint reach_of(Doubts *doubts, const ManifestFile *cause)
{
  if ((cause->role == ROLE_LIBRARY || cause->role == ROLE_FONT) && has_pictures(doubts->manifest))
    return ALL;
  switch (cause->role) {
  case ROLE_INPUT:
    if (cause->as == AS_ALSO)
      return FINDINGS | TICKS;
    return cause->as == AS_ACCEPTED || cause->as == AS_FINDINGS ? FINDINGS : ALL;
  case ROLE_LAYOUT:
  case ROLE_WORDS:
    return add_documents(doubts, cause) ? LISTS : DOCUMENTS | LISTS;
  case ROLE_STYLE:
    return DOCUMENTS | LISTS;
  case ROLE_FONT:
    return PAGES;
  case ROLE_LIBRARY:
    return reach_of_library(cause->path);
  default:
    return ALL;
  }
}

void doubts_add(Doubts *doubts, const ManifestFile *cause)
{
  doubts->reach |= reach_of(doubts, cause);
}

bool doubts_of_all(const Doubts *doubts)
{
  return doubts->reach & ALL;
}

/* A document that nothing may be published of shows findings. */
static bool is_published(const Doubts *doubts, const char *document)
{
  for (guint i = 0; i < doubts->manifest->files->len; i++) {
    const ManifestFile *file = g_ptr_array_index(doubts->manifest->files, i);
    if (file->role == ROLE_OUTPUT && g_strcmp0(file->document, document) == 0)
      return true;
  }
  return false;
}

/* NAME-ticks.xml or NAME-ticks.html, of a document of that name. */
static bool is_of_ticks(const ManifestFile *file)
{
  g_autofree char *start = g_strconcat("team/", file->document, "-ticks.", NULL);
  return file->document && g_str_has_prefix(file->path, start);
}

/* All that could make an entry another one. */
static guint exposure_of(const Doubts *doubts, const ManifestFile *file)
{
  guint exposure = ALL;
  if (file->role == ROLE_LIBRARY || file->role == ROLE_PROGRAM) /* one brings others along */
    return exposure | PAGES | BOOKS;
  if (file->role == ROLE_FONT)
    return exposure | PAGES | DOCUMENTS | LISTS;
  if (file->role == ROLE_LAYOUT || file->role == ROLE_STYLE || file->role == ROLE_WORDS)
    return exposure | DOCUMENTS | LISTS;
  if (file->role == ROLE_INPUT)
    return exposure | FINDINGS;
  if (g_str_has_suffix(file->path, ".pdf"))
    exposure |= PAGES;
  if (g_str_has_suffix(file->path, ".xlsx"))
    exposure |= BOOKS;
  if (is_of_ticks(file))
    exposure |= TICKS;
  if (file->document)
    exposure |= DOCUMENTS;
  else if (strcmp(file->path, "team/messages.txt") == 0)
    exposure |= LISTS;
  if (file->document ? !is_published(doubts, file->document) : strcmp(file->path, "team/model.xml") != 0)
    exposure |= FINDINGS;
  return exposure;
}

bool doubts_explain(const Doubts *doubts, const ManifestFile *file)
{
  return (doubts->reach & exposure_of(doubts, file)) != 0 ||
         (file->document && g_hash_table_contains(doubts->documents, file->document));
}

bool doubts_explain_documents(const Doubts *doubts)
{
  return doubts->reach & (ALL | DOCUMENTS | LISTS);
}

bool doubts_explain_errors(const Doubts *doubts)
{
  return doubts->reach & (ALL | DOCUMENTS | LISTS | FINDINGS);
}

/* Composing a document and rendering it in each format. */
#include "report/documents.h"
#include "compose/compose.h"
#include "document/unprinted.h"
#include "record/record-write.h"
#include "render/renderers.h"
#include "xml/xml-root.h"
#include <string.h>

/* What a document's files are called. */
typedef struct {
  const char *name, *workbook, *tables; /* in the arena */
  bool team;
} Names;

static Names names_of(Arena *arena, const Layout *layout, const ReportDocument *wanted)
{
  Names names = { .name = wanted->name ? wanted->name : layout->files ? layout->files : layout->name };
  names.workbook = !wanted->name && layout->workbook ? layout->workbook : names.name;
  names.tables = !wanted->name && layout->tables ? layout->tables : arena_printf(arena, "%s-tables", names.name);
  names.team = layout->of == LAYOUT_OF_FINDINGS || layout->of == LAYOUT_OF_RUN;
  return names;
}

char *documents_name(const ReportDocument *wanted)
{
  g_autoptr(XmlRoot) root = wanted->name ? NULL : xml_root_peek(wanted->layout, NULL);
  const char *files = root ? xml_root_attribute(root, "files") : NULL;
  const char *name = root ? xml_root_attribute(root, "name") : NULL;
  if (wanted->name || files || name)
    return g_strdup(wanted->name ? wanted->name : files ? files : name);
  g_autofree char *base = g_path_get_basename(wanted->layout);
  return g_str_has_suffix(base, ".xml") ? g_strndup(base, strlen(base) - strlen(".xml")) : g_strdup(base);
}

bool documents_are_of_findings(const ReportDocument *wanted)
{
  g_autoptr(XmlRoot) root = xml_root_peek(wanted->layout, NULL);
  return root && g_strcmp0(xml_root_attribute(root, "of"), "findings") == 0;
}

static const Renderer *renderer_find(const char *format)
{
  for (guint i = 0; renderers[i]; i++)
    if (strcmp(renderers[i]->name, format) == 0)
      return renderers[i];
  return NULL;
}

/* Where a format of the document goes; caller frees. */
static char *target(const Names *names, const Renderer *renderer)
{
  const char *team = names->team ? "team/" : "";
  if (!*renderer->suffix)
    return g_strconcat(team, names->tables, NULL);
  bool book = strcmp(renderer->suffix, ".xlsx") == 0;
  return g_strconcat(team, book ? names->workbook : names->name, renderer->suffix, NULL);
}

void documents_add_file(const Making *m, int role, const char *document, const char *path, GBytes *bytes)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data(bytes, &length_bytes);
  g_autofree char *hash = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)data, length_bytes);
  manifest_add(m->arena, m->manifest, role, path, hash)->document = arena_strdup(m->arena, document);
  outputs_add(m->files, path, bytes);
}

/* A font is read for its hash once a run, however many documents it draws. */
static void note_font(const Making *m, const char *font)
{
  if (!g_hash_table_add(m->fonts, g_strdup(font)))
    return;
  g_autofree char *hash = manifest_hash(font, NULL);
  manifest_add(m->arena, m->manifest, ROLE_FONT, font, hash);
}

static void add_rendered(const Making *m, const Names *names, const char *where, const Outputs *rendered)
{
  for (guint i = 0; i < outputs_count(rendered); i++) {
    const char *inside = outputs_name(rendered, i);
    g_autofree char *path = inside ? g_build_filename(where, inside, NULL) : g_strdup(where);
    documents_add_file(m, names->team ? ROLE_TEAM : ROLE_OUTPUT, names->name, path,
                       g_bytes_ref(outputs_bytes(rendered, i)));
    outputs_set_pages(m->files, outputs_pages(rendered, i));
  }
  for (guint i = 0; i < outputs_used(rendered)->len; i++)
    note_font(m, g_ptr_array_index(outputs_used(rendered), i));
}

char *documents_fault_of_formats(char *const *formats)
{
  for (; formats && *formats; formats++)
    if (!renderer_find(*formats))
      return g_strdup_printf("there is no format '%s': pdf, xlsx, html, csv", *formats);
  return NULL;
}

static bool render(const Making *m, const Document *document, const Names *names, const char *format, DiagList *own,
                   GError **error)
{
  const Renderer *renderer = renderer_find(format);
  g_autoptr(Outputs) rendered = outputs_new();
  g_autofree char *where = target(names, renderer);
  const RenderOptions options = { 0 };
  if (!renderer->write(renderer->pages ? document : document_without_pages(m->arena, document), &options, rendered,
                       error)) {
    g_prefix_error(error, "%s: ", where);
    return false;
  }
  add_rendered(m, names, where, rendered);
  unprinted_say(document, rendered, where, own);
  return true;
}

/* Whether the format cannot be made of the document, which is then said. */
static bool is_refused(const Document *document, const Names *names, const Renderer *renderer, DiagList *own)
{
  g_autofree char *fault = renderer->refuses ? renderer->refuses(document) : NULL;
  g_autofree char *where = fault ? target(names, renderer) : NULL;
  g_autofree char *text = fault ? g_strdup_printf("%s is not made: %s", where, fault) : NULL;
  if (text)
    diag_leveled(own, "L-SHEETS", LEVEL_ERROR, NULL, 0, text);
  return text != NULL;
}

/* Each once, in one order: a manifest says the same however they were asked for. */
static char *const *formats_of(Arena *arena, const ReportDocument *wanted, bool team)
{
  static const char *const read[] = { "pdf", "html", NULL };
  if (!wanted->formats)
    return (char *const *)(team ? read : document_formats);
  GPtrArray *formats = arena_list(arena);
  for (const char *const *format = document_formats; *format; format++)
    if (g_strv_contains((const char *const *)wanted->formats, *format))
      g_ptr_array_add(formats, (gpointer)*format);
  g_ptr_array_add(formats, NULL);
  return (char *const *)formats->pdata;
}

void documents_add_record(const Making *m, const char *document, const char *path, const Record *record)
{
  GString *xml = g_string_new(NULL);
  record_write(record, xml);
  documents_add_file(m, ROLE_TEAM, document, path, g_string_free_to_bytes(xml));
}

static void note_source(const Making *m, int role, const Source *source)
{
  g_autofree char *hash = source_sha256(source);
  manifest_add(m->arena, m->manifest, role, source->path, hash);
}

/* The ticks that a document of findings tells. */
static GPtrArray *ticks_of(const Making *m, const ReportDocument *wanted)
{
  GPtrArray *told = arena_list(m->arena);
  for (guint i = 0; m->ticks && i < m->ticks->len; i++) {
    const TickList *list = g_ptr_array_index(m->ticks, i);
    if (!wanted->ticked || g_strv_contains((const char *const *)wanted->ticked, list->document))
      g_ptr_array_add(told, (gpointer)list);
  }
  return told;
}

static void note_document(const Making *m, const LayoutFiles *files, const Names *names, const ReportDocument *wanted,
                          const GPtrArray *ticks)
{
  note_source(m, ROLE_LAYOUT, files->layout->record.source);
  note_source(m, ROLE_STYLE, files->style->record.source);
  note_source(m, ROLE_WORDS, files->words->record.source);
  char *const *formats = formats_of(m->arena, wanted, names->team);
  ManifestDocument *document =
      manifest_add_document(m->arena, m->manifest, names->name, wanted->layout, formats, wanted->settings);
  manifest_set_words(m->arena, document, wanted->words, files->shelved ? wanted->shelf : NULL);
  for (guint i = 0; files->layout->of == LAYOUT_OF_FINDINGS && i < ticks->len; i++)
    manifest_add_ticked(m->arena, document, ((const TickList *)g_ptr_array_index(ticks, i))->document);
}

/* What another document of the run is called, and this one would be, too; or NULL. Caller frees. */
static char *taken(const Making *m, const Names *names)
{
  char *path = g_strconcat("team/", names->name, ".xml", NULL);
  for (guint i = 0; renderers[i] && !outputs_has(m->files, path); i++) {
    g_free(path);
    path = target(names, renderers[i]);
  }
  if (outputs_has(m->files, path))
    return path;
  g_free(path);
  return NULL;
}

/* A document that is kept when others are made keeps what was said of it, too. */
static void add_messages(const Making *m, const Names *names, DiagList *own)
{
  g_autofree char *path = g_strdup_printf("team/%s-messages.txt", names->name);
  GString *text = g_string_new(NULL);
  diag_sort(own);
  diag_print_text(own, text);
  diag_list_add(m->told, own);
  if (text->len)
    documents_add_file(m, ROLE_TEAM, names->name, path, g_string_free_to_bytes(text));
  else
    g_string_free(text, TRUE);
}

/* What bears out what the document shows stands beside it, for the team. */
static bool add_ticks(const Making *m, const Names *names, const Document *document, const Origins *origins,
                      GError **error)
{
  const Document *page;
  const TickList *ticks = tick_document(m->ticker, document, origins, names->name, &page);
  g_autofree char *path = g_strdup_printf("team/%s-ticks.xml", names->name);
  documents_add_record(m, names->name, path, &ticks->record);
  g_ptr_array_add(m->ticks, (gpointer)ticks);
  const RenderOptions options = { 0 };
  g_autoptr(Outputs) rendered = outputs_new();
  if (!renderer_find("html")->write(document_without_pages(m->arena, page), &options, rendered, error))
    return false;
  g_autofree char *where = g_strdup_printf("team/%s-ticks.html", names->name);
  documents_add_file(m, ROLE_TEAM, names->name, where, g_bytes_ref(outputs_bytes(rendered, 0)));
  return true;
}

bool documents_make(const Making *m, const GPtrArray *models, const ReportDocument *wanted, char **ret_fault,
                    GError **error)
{
  *ret_fault = documents_fault_of_formats(wanted->formats);
  if (*ret_fault)
    return false;
  /* Faults of the data keep no report from being made, those of the layout do. */
  g_autoptr(DiagList) own = diag_list_new();
  Composing composing = { .models = models,
                          .findings = m->findings,
                          .settings = wanted->settings,
                          .only = wanted->only,
                          .unshown = own,
                          .ticks = ticks_of(m, wanted) };
  bool read = layout_read(m->arena, wanted->layout, wanted->words, wanted->shelf, &composing.files, own, error);
  bool ticked = m->ticker && read && composing.files.layout->of <= LAYOUT_OF_REPORT;
  composing.origins = ticked ? origins_new(m->arena) : NULL;
  const Document *document = read ? compose_document(m->arena, &composing, own, ret_fault) : NULL;
  if (!document) {
    diag_list_add(m->unmade, own);
    return false;
  }
  const Names names = names_of(m->arena, composing.files.layout, wanted);
  g_autofree char *twice = taken(m, &names);
  if (twice) {
    *ret_fault =
        g_strdup_printf("two layouts make %s: make one of them alone, or give it another name for its files", twice);
    return false;
  }
  g_autofree char *path = g_strconcat("team/", names.name, ".xml", NULL);
  documents_add_record(m, names.name, path, &document->record);
  if (ticked && !add_ticks(m, &names, document, composing.origins, error))
    return false;
  note_document(m, &composing.files, &names, wanted, composing.ticks);
  for (char *const *format = formats_of(m->arena, wanted, names.team); *format; format++)
    if (!is_refused(document, &names, renderer_find(*format), own) && !render(m, document, &names, *format, own, error))
      return false;
  add_messages(m, &names, own);
  return true;
}

/* canary: plants unique words and figures into inputs, takes PDFs apart, and looks for what may not be in a file.
 *   canary plant OUT-FOLDER NAME=FILE...      writes OUT-FOLDER/NAME.xml of each, canaries.tsv and codes.tsv
 *   canary plant-own OUT-FOLDER NAME=FILE...  the same, without kinds of items that the file does not have
 *   canary open FILE.pdf BYTES SEEN           every string, name and stream of it; what viewers show besides the pages
 *   canary unpack FILE.xlsx FOLDER            every part of it as a file
 *   canary account LAYOUT MODEL CANARIES SEEN SAID  prints canaries that are lost: not seen, not left out, not said
 *   canary look CANARIES SEEN FIGURES BYTES   prints canaries that are in BYTES and may not be; FIGURES: texts of pages
 */
#include "compose/left-out.h"
#include "layout/layout.h"
#include "model/acceptance.h"
#include "model/framework.h"
#include "model/paper.h"
#include "model/plan.h"
#include "model/report.h"
#include "model/return.h"
#include "pdf.h"
#include "plant.h"
#include "record/record-read.h"
#include "record/value.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

static void must(bool good, const char *what, const GError *error)
{
  if (good)
    return;
  fprintf(stderr, "canary: %s%s%s\n", what, error ? ": " : "", error ? error->message : "");
  exit(3);
}

static void save(const char *folder, const char *name, const GString *bytes)
{
  g_autofree char *path = folder ? g_build_filename(folder, name, NULL) : g_strdup(name);
  GError *error = NULL;
  must(g_file_set_contents(path, bytes->str, (gssize)bytes->len, &error), path, error);
}

/* ---- planting -------------------------------------------------------------------------------------------------- */

static void plant_file(Planting *planting, const char *folder, const char *argument)
{
  static const Spec *const inputs[] = { &framework_spec, &plan_spec,  &return_spec, &paper_spec, &accepted_spec,
                                        &layout_spec,    &words_spec, &style_spec,  NULL };
  g_auto(GStrv) parts = g_strsplit(argument, "=", 2);
  must(parts[0] && parts[1], argument, NULL);
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  Record *root = record_read_any(arena, parts[1], inputs, diags, &error);
  must(root && diag_count(diags, LEVEL_ERROR) == 0, parts[1], error);
  bool layout = root->spec == &layout_spec || root->spec == &words_spec || root->spec == &style_spec;
  (layout ? plant_layout : plant_record)(planting, arena, root, parts[0]);
  GString *xml = plant_write(planting, root, parts[0]);
  g_autofree char *name = g_strconcat(parts[0], ".xml", NULL);
  save(folder, name, xml);
  g_string_free(xml, TRUE);
}

static void add_code(gpointer old, gpointer new, gpointer out)
{
  g_string_append_printf(out, "%s\t%s\n", (char *)old, (char *)new);
}

static int plant_all(const char *folder, char **arguments, bool own)
{
  g_autoptr(GString) list = g_string_new(NULL), codes = g_string_new(NULL);
  g_autoptr(GHashTable) table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  Planting planting = { list, table, 0, 0, own };
  for (; *arguments; arguments++)
    plant_file(&planting, folder, *arguments);
  g_hash_table_foreach(table, add_code, codes);
  save(folder, "canaries.tsv", list);
  save(folder, "codes.tsv", codes);
  printf("%u canaries planted\n", planting.n);
  return 0;
}

/* ---- PDF ------------------------------------------------------------------------------------------------------- */

typedef struct {
  Pdf *pdf;
  GString *bytes, *seen;
} Opening;

/* Strings under these keys are shown or read aloud by viewers. */
static bool is_shown(const char *key)
{
  static const char *const keys[] = { "/Alt", "/ActualText", "/Title", "/Author", "/Subject", "/Contents", "/E" };
  for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
    if (key && g_str_equal(keys[i], key))
      return true;
  return false;
}

static void open_value(const Opening *opening, qpdf_oh value, const char *key, guint depth);

static void open_dict(const Opening *opening, qpdf_oh dict, guint depth)
{
  qpdf_data qpdf = opening->pdf->qpdf;
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
  qpdf_oh_begin_dict_key_iter(qpdf, dict);
  while (qpdf_oh_dict_more_keys(qpdf))
    g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(qpdf)));
  for (guint i = 0; i < keys->len; i++) {
    const char *key = g_ptr_array_index(keys, i);
    g_string_append_printf(opening->bytes, "%s\n", key);
    open_value(opening, pdf_get(opening->pdf, dict, key), key, depth + 1);
  }
}

static void open_value(const Opening *opening, qpdf_oh value, const char *key, guint depth)
{
  qpdf_data qpdf = opening->pdf->qpdf;
  if (depth > 0 && pdf_id(opening->pdf, value) > 0)
    return; /* has its turn */
  if (qpdf_oh_is_string(qpdf, value)) {
    const char *text = qpdf_oh_get_utf8_value(qpdf, value);
    g_string_append_printf(opening->bytes, "%s\n", text);
    if (is_shown(key))
      g_string_append_printf(opening->seen, "%s\n", text);
  } else if (qpdf_oh_is_name(qpdf, value)) {
    g_string_append_printf(opening->bytes, "%s\n", qpdf_oh_get_name(qpdf, value));
  } else if (qpdf_oh_is_array(qpdf, value)) {
    for (guint i = 0; i < pdf_length(opening->pdf, value); i++)
      open_value(opening, pdf_item(opening->pdf, value, i), key, depth + 1);
  } else if (qpdf_oh_is_dictionary(qpdf, value) || qpdf_oh_is_stream(qpdf, value)) {
    open_dict(opening, qpdf_oh_is_stream(qpdf, value) ? qpdf_oh_get_dict(qpdf, value) : value, depth);
    g_autoptr(GByteArray) data = pdf_stream(opening->pdf, value);
    if (data)
      g_string_append_len(opening->bytes, (const char *)data->data, (gssize)data->len);
  }
}

static int open_pdf(char **arguments)
{
  char *file = NULL;
  gsize length = 0;
  GError *error = NULL;
  must(g_file_get_contents(arguments[0], &file, &length, &error), arguments[0], error);
  g_autoptr(GByteArray) bytes = g_byte_array_new_take((guint8 *)file, length);
  g_autoptr(Pdf) pdf = pdf_open(bytes, &error);
  must(pdf != NULL, arguments[0], error);
  g_autoptr(GString) inside = g_string_new_len(file, (gssize)length), seen = g_string_new(NULL);
  const Opening opening = { pdf, inside, seen };
  int n = (int)pdf_int(pdf, pdf_get(pdf, qpdf_get_trailer(pdf->qpdf), "/Size"), 0);
  must(n > 10, "a PDF without objects", NULL);
  open_value(&opening, qpdf_get_trailer(pdf->qpdf), NULL, 0);
  for (int i = 1; i < n; i++)
    open_value(&opening, qpdf_get_object_by_id(pdf->qpdf, i, 0), NULL, 0);
  save(NULL, arguments[1], inside);
  save(NULL, arguments[2], seen);
  return 0;
}

/* ---- workbooks ------------------------------------------------------------------------------------------------- */

static void unpack_part(zip_t *zip, zip_uint64_t index, const char *folder)
{
  zip_stat_t stat;
  must(zip_stat_index(zip, index, 0, &stat) == 0, "a part without a name", NULL);
  g_autoptr(GString) bytes = g_string_sized_new(stat.size + 1);
  g_string_set_size(bytes, stat.size);
  zip_file_t *part = zip_fopen_index(zip, index, 0);
  must(part && zip_fread(part, bytes->str, stat.size) == (zip_int64_t)stat.size, stat.name, NULL);
  zip_fclose(part);
  g_autofree char *path = g_build_filename(folder, stat.name, NULL), *around = g_path_get_dirname(path);
  must(g_mkdir_with_parents(around, 0700) == 0, around, NULL);
  save(NULL, path, bytes);
}

static int unpack(char **arguments)
{
  int code = 0;
  zip_t *zip = zip_open(arguments[0], ZIP_RDONLY | ZIP_CHECKCONS, &code);
  must(zip != NULL, arguments[0], NULL);
  for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); i++)
    unpack_part(zip, (zip_uint64_t)i, arguments[1]);
  zip_discard(zip);
  return 0;
}

/* ---- looking --------------------------------------------------------------------------------------------------- */

/* Lower case without white space, thousands' commas and zeros: words are broken at the ends of lines, figures grouped.
 */
static GString *read_folded(const char *path)
{
  g_autofree char *file = NULL;
  gsize length = 0;
  GError *error = NULL;
  must(g_file_get_contents(path, &file, &length, &error), path, error);
  GString *out = g_string_sized_new(length);
  for (gsize i = 0; i < length; i++) {
    bool figures = out->len > 0 && g_ascii_isdigit(out->str[out->len - 1]) && i + 1 < length;
    if (figures && g_ascii_isspace(file[i]) && g_ascii_isdigit(file[i + 1]))
      g_string_append_c(out, ' '); /* two numbers, such as places of objects in a PDF */
    else if (file[i] && !g_ascii_isspace(file[i]) && file[i] != ',')
      g_string_append_c(out, g_ascii_tolower(file[i]));
  }
  return out;
}

static bool may_be(const char *canary, const char *fate, const GString *seen, const GString *figures)
{
  if (g_str_equal(fate, "word"))
    return strstr(seen->str, canary) != NULL;
  return g_str_equal(fate, "figure") && strstr(figures->str, canary) != NULL;
}

/* Not as the end of a longer number: a place on a page may be 751.515625. */
static bool holds(const char *bytes, const char *canary)
{
  for (const char *at = bytes; (at = strstr(at, canary)); at++)
    if (at == bytes || !g_ascii_isdigit(*canary) || !g_ascii_isdigit(at[-1]))
      return true;
  return false;
}

/* 1 when something leaks. The number of canaries seen is printed, so that a test that sees none can fail. */
static int look(char **arguments)
{
  g_autofree char *list = NULL;
  GError *error = NULL;
  must(g_file_get_contents(arguments[0], &list, NULL, &error), arguments[0], error);
  g_autoptr(GString) seen = read_folded(arguments[1]), figures = read_folded(arguments[2]);
  g_autoptr(GString) bytes = read_folded(arguments[3]);
  g_auto(GStrv) lines = g_strsplit(list, "\n", -1);
  guint found = 0, leaked = 0;
  for (guint i = 0; lines[i] && *lines[i]; i++) {
    g_auto(GStrv) parts = g_strsplit(lines[i], "\t", 3);
    if (!holds(bytes->str, parts[0]))
      continue;
    found++;
    if (may_be(parts[0], parts[1], seen, figures))
      continue;
    if (leaked++ < 20)
      printf("  %s: %s (%s)\n", parts[0], parts[2], parts[1]);
  }
  printf("%u found, %u leaked\n", found, leaked);
  return leaked > 0;
}

/* ---- accounting ------------------------------------------------------------------------------------------------ */

typedef struct {
  GHashTable *places;   /* of char *: a word to a string of the places where the model has it, a line each */
  GString *place;       /* of the record that is looked at */
  GHashTable *settings; /* places that say nothing to readers */
} Index;

static void index_words(const Index *index, const Record *record, const Field *field, const char *text)
{
  g_autofree char *place = g_strconcat(index->place->str, index->place->len ? "/" : "", field->name, NULL);
  if (left_out_is_setting(record, field))
    g_hash_table_add(index->settings, g_strdup(place));
  g_auto(GStrv) words = g_strsplit_set(text, " ,.:;()\n", -1);
  for (guint i = 0; words[i]; i++) {
    const char *before = g_hash_table_lookup(index->places, words[i]);
    if (g_str_has_prefix(words[i], "zq"))
      g_hash_table_insert(index->places, g_strdup(words[i]), g_strconcat(before ? before : "", place, "\n", NULL));
  }
}

static void index_record(const Index *index, const Record *record);

static void index_inside(const Index *index, const Field *field, const Record *inner)
{
  gsize length = index->place->len;
  g_string_append_printf(index->place, "%s%s", length ? "/" : "",
                         field->type == FIELD_ANY ? inner->spec->element : field->name);
  index_record(index, inner);
  g_string_truncate(index->place, length);
}

static void index_field(const Index *index, const Record *record, const Field *field)
{
  const void *at = record_at(record, field);
  if (field->type == FIELD_ONE && *(Record *const *)at)
    index_inside(index, field, *(Record *const *)at);
  for (guint i = 0; (field->type == FIELD_MANY || field->type == FIELD_ANY) && i < (*(GPtrArray *const *)at)->len; i++)
    index_inside(index, field, g_ptr_array_index(*(GPtrArray *const *)at, i));
  if (!field_is_set(record, field))
    return;
  g_autofree char *text = field->type == FIELD_TEXT || field->type == FIELD_CODE || field->type == FIELD_CODES
                              ? value_write(field, at)
                          : field->type == FIELD_RUNS  ? runs_to_text(*(GPtrArray *const *)at)
                          : field->type == FIELD_PROSE ? prose_to_text(*(Prose *const *)at)
                                                       : NULL;
  if (text)
    index_words(index, record, field, text);
}

static void index_record(const Index *index, const Record *record)
{
  for (guint i = 0; i < record->spec->n_fields; i++)
    index_field(index, record, &record->spec->fields[i]);
}

/* Caller frees. */
static char *without_conditions(const char *field)
{
  GString *out = g_string_new(NULL);
  for (guint depth = 0; *field; field++) {
    depth += *field == '[';
    if (depth == 0)
      g_string_append_c(out, *field);
    depth -= *field == ']';
  }
  return g_string_free(out, FALSE);
}

/* The places that the layout leaves out, without the conditions by which it picks from lists. */
static GHashTable *left_out_of(const char *path, Arena *arena)
{
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  const Layout *layout = record_read_file(arena, path, &layout_spec, diags, &error);
  must(layout && layout->leaves_out->len > 0, path, error);
  GHashTable *left = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < layout->leaves_out->len; i++) {
    const LeavesOut *leaves = g_ptr_array_index(layout->leaves_out, i);
    g_hash_table_add(left, without_conditions(leaves->field));
  }
  return left;
}

/* What the framework says is there to be looked up: names, rules, keys. What was said of a figure before it was revised
 * was shown then. */
static bool is_of_framework(const char *place)
{
  g_auto(GStrv) parts = g_strsplit(place, "/", 2);
  return spec_field(&framework_spec, parts[0]) != NULL || g_str_equal(parts[0], "service") ||
         g_str_equal(parts[0], "officer") || g_str_has_prefix(place, "change/was/");
}

static bool is_accounted(const Index *index, GHashTable *left, const char *places)
{
  g_auto(GStrv) each = g_strsplit(places, "\n", -1);
  for (guint i = 0; each[i] && *each[i]; i++)
    if (g_hash_table_contains(left, each[i]) || g_hash_table_contains(index->settings, each[i]) ||
        is_of_framework(each[i]))
      return true;
  return false;
}

/* Every word of plan, return and paper is seen, left out by the layout, or in a message. What an earlier return said of
 * its own period is in the report of that period: of its words those of the model are asked for,
 * but not what an item was called that the plan does not have any more. */
static int account(char **arguments)
{
  static const Spec *const roots[] = { &report_spec, &paper_spec, NULL };
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GHashTable) places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) settings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) place = g_string_new(NULL), seen = read_folded(arguments[3]), said = read_folded(arguments[4]);
  g_autoptr(GHashTable) left = left_out_of(arguments[0], arena);
  g_autofree char *list = NULL;
  GError *error = NULL;
  const Record *model = record_read_any(arena, arguments[1], roots, diags, &error);
  must(model != NULL, arguments[1], error);
  must(g_file_get_contents(arguments[2], &list, NULL, &error), arguments[2], error);
  const Index index = { places, place, settings };
  index_record(&index, model);
  guint n[4] = { 0 }; /* seen, left out, told, lost */
  g_auto(GStrv) lines = g_strsplit(list, "\n", -1);
  for (guint i = 0; lines[i] && *lines[i]; i++) {
    g_auto(GStrv) parts = g_strsplit(lines[i], "\t", 3);
    const char *where = g_hash_table_lookup(places, parts[0]);
    bool earlier = g_str_has_prefix(parts[2], "earlier ") && (!where || g_str_equal(where, "change/text\n")),
         framework = g_str_has_prefix(parts[2], "framework ");
    if (!g_str_equal(parts[1], "word") || earlier || framework)
      continue;
    guint fate = strstr(seen->str, parts[0])                  ? 0
                 : where && is_accounted(&index, left, where) ? 1
                 : strstr(said->str, parts[0])                ? 2
                                                              : 3;
    if (fate == 3 && n[3] < 40)
      printf("  %s: %s is lost%s%s\n", parts[0], parts[2], where ? ": " : "", where ? where : "");
    n[fate]++;
  }
  printf("%u seen, %u left out, %u told, %u lost\n", n[0], n[1], n[2], n[3]);
  return n[3] > 0;
}

int main(int argc, char **argv)
{
  if (argc > 3 && (g_str_equal(argv[1], "plant") || g_str_equal(argv[1], "plant-own")))
    return plant_all(argv[2], argv + 3, g_str_equal(argv[1], "plant-own"));
  if (argc == 7 && g_str_equal(argv[1], "account"))
    return account(argv + 2);
  if (argc == 5 && g_str_equal(argv[1], "open"))
    return open_pdf(argv + 2);
  if (argc == 4 && g_str_equal(argv[1], "unpack"))
    return unpack(argv + 2);
  if (argc == 6 && g_str_equal(argv[1], "look"))
    return look(argv + 2);
  fprintf(stderr, "canary plant|plant-own|account|open|unpack|look: see canary.c\n");
  return 2;
}

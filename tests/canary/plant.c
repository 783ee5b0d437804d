/* Planting: a walk over the rows of every Spec. */
#include "plant.h"
#include "layout/layout.h"
#include "model/acceptance.h"
#include "model/framework.h"
#include "model/reading.h"
#include "model/return.h"
#include "model/section.h"
#include "record/record-write.h"
#include <string.h>

/* A word of consonants that no other text has. */
static char *word_new(Planting *planting)
{
  static const char letters[] = "bcdfghjkmnpqrstvwxz";
  char word[] = "zqaaaaa";
  guint n = planting->n++ * 7 + 12345;
  for (guint i = 0; i < 5; i++, n /= 19)
    word[6 - i] = letters[n % 19];
  return g_strdup(word);
}

static void tell(const Planting *planting, const char *canary, Fate fate, const char *file, const Record *record,
                 const char *field)
{
  static const char *const fates[] = { "word", "figure", "withheld", "never" };
  g_string_append_printf(planting->list, "%s\t%s\t%s %s/@%s\n", canary, fates[fate], file, record->spec->element,
                         field);
}

/* What a layout may name by its code, and so must keep it; and codes that are words of a vocabulary. */
static bool is_kept(const Record *record, const Field *field)
{
  if (record->spec == &section_spec)
    return g_str_equal(field->name, "ref");
  if (record->spec == &key_entry_spec)
    return g_str_equal(field->name, "name");
  return record->spec == &check_setting_spec || record->spec == &silence_spec;
}

/* Overrides are explained to the team, and what was accepted is its own affair; why an item was closed is for members.
 */
static Fate fate_of(const Record *record, const Field *field)
{
  bool explained = g_str_equal(field->name, "reason") && record->spec != &closure_spec,
       team = record->spec == &acceptance_spec || explained;
  return team ? FATE_NEVER : FATE_WORD;
}

static char *word_for(Planting *planting, const char *file, const Record *record, const Field *field)
{
  char *word = word_new(planting);
  tell(planting, word, fate_of(record, field), file, record, field->name);
  return word;
}

static char *code_for(Planting *planting, const char *file, const Record *record, const Field *field, const char *old)
{
  char *known = old ? g_hash_table_lookup(planting->codes, old) : NULL;
  if (known)
    return known;
  char *word = word_for(planting, file, record, field);
  g_hash_table_insert(planting->codes, g_strdup(old ? old : word), word);
  return word;
}

/* 8 figures, 6 of them decimals: more than any indicator of the planted files shows. */
static Amount figure_for(Planting *planting, const char *file, const Record *record, const Field *field)
{
  gint64 n = planting->n++;
  Amount amount = { (10 + n % 80) * 1000000 + (n * 7919 + 100003) % 90000 * 10 + 100000 + n % 9 + 1, 6 };
  g_autofree char *text = amount_to_string(amount);
  tell(planting, text, FATE_FIGURE, file, record, field->name);
  return amount;
}

static void withhold(Planting *planting, Arena *arena, const char *file, Reading *reading)
{
  OptAmount *const amounts[] = { &reading->number, &reading->numerator, &reading->denominator };
  reading->state = STATE_SUPPRESSED;
  for (guint i = 0; i < G_N_ELEMENTS(amounts); i++) {
    gint64 n = 7100000 + (planting->n++ * 131) % 800000;
    *amounts[i] = (OptAmount){ { n * 100 + 37, 2 }, true };
    g_autofree char *text = g_strdup_printf("%" G_GINT64_FORMAT, n);
    tell(planting, text, FATE_WITHHELD, file, &reading->record, "number");
  }
  g_autofree char *word = word_new(planting);
  tell(planting, word, FATE_NEVER, file, &reading->record, "text");
  reading->text = arena_strdup(arena, word);
  g_autofree char *told = word_new(planting);
  tell(planting, told, FATE_NEVER, file, &reading->record, "note");
  reading->note = arena_printf(arena, "%s 3", told);
}

static GPtrArray *runs_for(Arena *arena, GPtrArray *old, const char *word)
{
  GPtrArray *runs = arena_list(arena);
  g_ptr_array_add(runs, run_new(arena, word, RUN_BOLD));
  for (guint i = 0; old && i < old->len; i++) {
    Run *run = run_new(arena, "", 0);
    *run = *(const Run *)g_ptr_array_index(old, i);
    if (i == 0)
      run->text = arena_printf(arena, " %s", run->text);
    g_ptr_array_add(runs, run);
  }
  return runs;
}

/* Four dots, with the word as its text alternative and as its caption. */
static ProseBlock *picture_for(Arena *arena, const char *word)
{
  ProseBlock *block = arena_alloc(arena, sizeof *block);
  block->kind = PROSE_PICTURE;
  block->alt = runs_for(arena, NULL, word);
  block->runs = runs_for(arena, NULL, word);
  block->data = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADElEQVR4nGNg+A+EAAYAAf+T0eSJAAAAAElFTkSuQmCC";
  block->width = block->height = 2;
  return block;
}

static Prose *prose_for(Arena *arena, const Prose *old, const char *word)
{
  Prose *prose = arena_alloc(arena, sizeof *prose);
  prose->blocks = arena_list(arena);
  ProseBlock *first = arena_alloc(arena, sizeof *first);
  first->kind = PROSE_PARA;
  first->runs = runs_for(arena, NULL, word);
  g_ptr_array_add(prose->blocks, first);
  g_ptr_array_add(prose->blocks, picture_for(arena, word));
  for (guint i = 0; old && i < old->blocks->len; i++)
    g_ptr_array_add(prose->blocks, g_ptr_array_index(old->blocks, i));
  return prose;
}

typedef struct {
  Planting *planting;
  Arena *arena;
  const char *file;
  GHashTable *seen; /* of Spec: one of it was planted, so that lists of lists end */
} Gardener;

static void plant(const Gardener *g, Record *record);

static void plant_list(const Gardener *g, Record *record, const Field *field, const Spec *spec)
{
  GPtrArray *list = *(GPtrArray **)record_at(record, field);
  bool grows = record->parent || !g->planting->own;
  if (list->len == 0 && grows && !g_hash_table_contains(g->seen, spec))
    g_ptr_array_add(list, record_new(g->arena, spec, record));
  for (guint i = 0; i < list->len; i++)
    plant(g, g_ptr_array_index(list, i));
}

static void plant_codes(const Gardener *g, Record *record, const Field *field)
{
  GPtrArray *codes = *(GPtrArray **)record_at(record, field);
  if (codes->len == 0)
    g_ptr_array_add(codes, NULL);
  for (guint i = 0; i < codes->len; i++)
    codes->pdata[i] = code_for(g->planting, g->file, record, field, codes->pdata[i]);
}

static void plant_words(const Gardener *g, Record *record, const Field *field)
{
  g_autofree char *word = word_for(g->planting, g->file, record, field);
  void *at = record_at(record, field);
  if (field->type == FIELD_RUNS)
    *(GPtrArray **)at = runs_for(g->arena, *(GPtrArray **)at, word);
  else if (field->type == FIELD_PROSE)
    *(Prose **)at = prose_for(g->arena, *(Prose **)at, word);
  else
    *(char **)at = *(char **)at ? arena_printf(g->arena, "%s %s", word, *(char **)at) : arena_strdup(g->arena, word);
}

enum { FEW = 10 };

/* Words beside a figure are shown where there is room for them, and may stand in no file that has none. Beside a state
 * they are a fault, of which only so many are told. */
static bool is_too_much(Planting *planting, const Record *record, const Field *field)
{
  const Reading *reading = spec_is_reading(record->spec) ? (const Reading *)record : NULL;
  if (!reading || !g_str_equal(field->name, "text"))
    return false;
  if (planting->own)
    return state_is_without_figure(reading->state) && planting->n_readings++ >= FEW;
  return reading->number.given;
}

static void plant_value(const Gardener *g, Record *record, const Field *field)
{
  void *at = record_at(record, field);
  bool required = field->flags & FIELD_REQUIRED, set = field_is_set(record, field);
  if (field->type == FIELD_AMOUNT && (set || required))
    *(OptAmount *)at = (OptAmount){ figure_for(g->planting, g->file, record, field), true };
  else if (field->type == FIELD_INT && g_str_equal(field->name, "decimals"))
    *(int *)at = 1;
  else if (field->type == FIELD_INT && required && !set)
    *(int *)at = 1;
  else if (field->type == FIELD_TERM && required && !set)
    *(int *)at = 1;
  else if (field->type == FIELD_DATE && required && !set)
    *(Date *)at = (Date){ 2012, 9, 30 };
  else if (field->type == FIELD_PERIOD && required && !set)
    *(Period *)at = (Period){ PERIOD_YEAR, 2012, 0 };
}

static void plant_field(const Gardener *g, Record *record, const Field *field)
{
  void *at = record_at(record, field);
  switch (field->type) {
  case FIELD_TEXT:
  case FIELD_RUNS:
  case FIELD_PROSE:
    if (!is_too_much(g->planting, record, field))
      plant_words(g, record, field);
    return;
  case FIELD_CODE:
    if (!is_kept(record, field) && (*(char **)at || (field->flags & FIELD_REQUIRED)))
      *(char **)at = code_for(g->planting, g->file, record, field, *(char **)at);
    return;
  case FIELD_CODES:
    plant_codes(g, record, field);
    return;
  case FIELD_ONE:
    if (!*(Record **)at && !g_hash_table_contains(g->seen, field->detail))
      *(Record **)at = record_new(g->arena, field->detail, record);
    if (*(Record **)at)
      plant(g, *(Record **)at);
    return;
  case FIELD_MANY:
    plant_list(g, record, field, field->detail);
    return;
  case FIELD_ANY:
    plant_list(g, record, field, ((const Spec *const *)field->detail)[0]);
    return;
  default:
    plant_value(g, record, field);
  }
}

static void plant(const Gardener *g, Record *record)
{
  g_hash_table_add(g->seen, (gpointer)record->spec);
  for (guint i = 0; i < record->spec->n_fields; i++)
    plant_field(g, record, &record->spec->fields[i]);
  Reading *reading = spec_is_reading(record->spec) ? (Reading *)record : NULL;
  if (reading && reading->number.given && !g->planting->own && g->planting->n_readings++ % 4 == 3)
    withhold(g->planting, g->arena, g->file, reading);
}

void plant_record(Planting *planting, Arena *arena, Record *root, const char *file)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  const Gardener g = { planting, arena, file, seen };
  plant(&g, root);
}

/* ---- layouts --------------------------------------------------------------------------------------------------- */

/* Attributes that are read by people; all others are names, paths and conditions, patterns of numbers, or files. */
static bool is_free(const Record *record, const Field *field)
{
  static const char *const names[] = { "about",       "axis",          "caption",   "footer",  "group",
                                       "group-label", "group-missing", "header",    "heading", "group-heading",
                                       "help",        "label",         "lead",      "missing", "sheet",
                                       "subject",     "title",         "watermark", "prefix",  "author" };
  if (field->type == FIELD_RUNS)
    return true;
  if (record->spec == &word_spec || record->spec == &phrase_spec)
    return g_str_equal(field->name, record->spec == &word_spec ? "text" : "as");
  if (record->spec == &style_spec)
    return g_str_equal(field->name, "name");
  for (guint i = 0; i < G_N_ELEMENTS(names) && field->type == FIELD_TEXT; i++)
    if (g_str_equal(names[i], field->name))
      return true;
  return false;
}

static void plant_free(const Gardener *g, Record *record)
{
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    void *at = record_at(record, field);
    if (field->type == FIELD_MANY || field->type == FIELD_ANY) {
      GPtrArray *list = *(GPtrArray **)at;
      for (guint k = 0; k < list->len; k++)
        plant_free(g, g_ptr_array_index(list, k));
    } else if (is_free(record, field) && field_is_set(record, field)) {
      plant_words(g, record, field);
    }
  }
}

void plant_layout(Planting *planting, Arena *arena, Record *root, const char *file)
{
  const Gardener g = { planting, arena, file, NULL };
  plant_free(&g, root);
}

/* ---- writing --------------------------------------------------------------------------------------------------- */

static void add_remark(Planting *planting, GString *out, const Record *root, const char *file)
{
  g_autofree char *comment = word_new(planting), *target = word_new(planting), *data = word_new(planting);
  tell(planting, comment, FATE_NEVER, file, root, "comment");
  tell(planting, target, FATE_NEVER, file, root, "instruction");
  tell(planting, data, FATE_NEVER, file, root, "instruction");
  g_string_append_printf(out, "<!-- %s --><?%s %s?>\n", comment, target, data);
}

/* Before a line that begins with a tag, but not inside of what is written on one line. */
GString *plant_write(Planting *planting, const Record *root, const char *file)
{
  g_autoptr(GString) plain = g_string_new(NULL);
  record_write(root, plain);
  g_auto(GStrv) lines = g_strsplit(plain->str, "\n", -1);
  GString *out = g_string_new(NULL);
  for (guint i = 0; lines[i]; i++) {
    if (i > 0 && lines[i][0] && strchr(" <", lines[i][0]) && i % 5 != 0)
      add_remark(planting, out, root, file);
    g_string_append(out, lines[i]);
    if (lines[i + 1])
      g_string_append_c(out, '\n');
  }
  add_remark(planting, out, root, file);
  return out;
}

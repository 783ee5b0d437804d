/* Adding findings, and telling them: as messages and as JSON. */
#include "base/json.h"
#include "base/text.h"
#include "check/findings-parts.h"
#include <stdarg.h>
#include <string.h>

static void destroy(gpointer data)
{
  Findings *findings = data;
  g_hash_table_unref(findings->settings);
  g_array_unref(findings->entries);
}

Findings *findings_new(Arena *arena, const Framework *framework, Period period)
{
  Findings *findings = arena_alloc(arena, sizeof *findings);
  *findings =
      (Findings){ arena, period, framework->silences, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                  g_array_new(FALSE, FALSE, sizeof(Entry)) };
  arena_own(arena, findings, destroy);
  for (guint i = 0; i < framework->checks->len; i++) {
    CheckSetting *setting = g_ptr_array_index(framework->checks, i);
    if (setting->rule)
      g_hash_table_insert(findings->settings, g_ascii_strup(setting->rule, -1), setting);
  }
  return findings;
}

bool findings_wants(const Findings *findings, const char *id)
{
  const CheckSetting *setting = g_hash_table_lookup(findings->settings, id);
  return !setting || !setting->off;
}

Amount findings_limit(const Findings *findings, const char *id, Amount otherwise)
{
  const CheckSetting *setting = g_hash_table_lookup(findings->settings, id);
  return setting && setting->limit.given ? setting->limit.amount : otherwise;
}

/* The nearest record, upward, that people know by a name of its own. */
static const Record *named_item(const Record *record)
{
  static const Spec *const parts[] = {
    &line_spec, &total_spec, &net_spec, &group_spec, &statement_section_spec, &measure_spec, &report_measure_spec
  };
  for (; record && record->parent; record = record->parent) {
    bool part = spec_is_reading(record->spec);
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
      part |= record->spec == parts[i];
    g_autofree char *name = part ? NULL : record_name(record);
    if (name && strcmp(name, record->spec->label) != 0)
      return record;
  }
  return NULL;
}

static char *item_name(Arena *arena, const Record *record)
{
  const Record *item = named_item(record);
  g_autofree char *name = item ? record_name(item) : NULL;
  return arena_strdup(arena, name);
}

static Level level_of(const Findings *findings, const Rule *rule)
{
  const CheckSetting *setting = g_hash_table_lookup(findings->settings, rule->id);
  return setting && setting->severity > 0 ? (Level)(setting->severity - 1) : rule->level;
}

/* "HP LI 5" and "indicator HP LI 5" are both that item. */
static bool names_item(const char *named, const char *item)
{
  if (!item)
    return false;
  return strcmp(named, item) == 0 || (g_str_has_suffix(item, named) && item[strlen(item) - strlen(named) - 1] == ' ');
}

/* The framework says, with a reason, that the rule is not told of the item in this period. */
static bool is_silenced(const Findings *findings, const char *rule, const char *item)
{
  for (guint i = 0; findings->silences && i < findings->silences->len; i++) {
    const Silence *silence = g_ptr_array_index(findings->silences, i);
    bool now = !period_given(silence->period) || period_equal(silence->period, findings->period) ||
               period_equal(silence->period, period_year(findings->period));
    if (now && silence->rule && g_ascii_strcasecmp(silence->rule, rule) == 0 &&
        !record_is_unread(&silence->record, "period") && !record_is_unread(&silence->record, "item") &&
        (!silence->item || names_item(silence->item, item)))
      return true;
  }
  return false;
}

/* What has no readable reference: printf says "(null)" of it. */
static char *name_nothing(const char *text)
{
  g_auto(GStrv) parts = g_strsplit(text, "(null)", -1);
  return g_strjoinv("without a readable reference", parts);
}

/* A text that a hostile file makes very long is cut, so that the model stays within its schema. */
static char *cut_text(Arena *arena, const char *text)
{
  enum { TEXT_CHARS = 1000 };
  g_autofree char *named = name_nothing(text);
  g_autofree char *folded = text_fold(named); /* as it is read again */
  if (g_utf8_strlen(folded, -1) <= TEXT_CHARS)
    return arena_strdup(arena, folded);
  return arena_printf(arena, "%.*s…", (int)(g_utf8_offset_to_pointer(folded, TEXT_CHARS) - folded), folded);
}

/* Bytes of the file that the words take up. */
static gsize length_of(const Spot *spot, gsize offset)
{
  guint last = MAX(spot->token, spot->last);
  return sentence_place(spot->sentence, last) - offset + sentence_token(spot->sentence, last)->length_bytes;
}

static void add(Findings *findings, const char *id, const Spot *spot, const char *text)
{
  const Rule *rule = rule_find(id);
  if (!rule)
    g_error("no rule %s", id); /* a bug: aborts */
  if (!findings_wants(findings, rule->id))
    return;
  char *item = item_name(findings->arena, spot->record);
  if (is_silenced(findings, rule->id, item))
    return;
  Finding *finding = record_new(findings->arena, &finding_spec, NULL);
  finding->rule = (char *)rule->id;
  finding->severity = 1 + (int)level_of(findings, rule);
  finding->family = (char *)rule->family;
  finding->remedy = (char *)rule->remedy;
  g_autofree char *tame = text_tame(text); /* it may name a file, and files may be called anything */
  finding->text = cut_text(findings->arena, tame);
  finding->line = finding->column = finding->page = finding->other_line = finding->other_page = -1;
  finding->item = item;
  Entry entry = { .finding = finding };
  if (spot->sentence && sentence_source(spot->sentence)) {
    entry.source = sentence_source(spot->sentence);
    entry.offset = sentence_place(spot->sentence, spot->token);
    entry.length = length_of(spot, entry.offset);
  } else if (spot->prose && spot->prose->source) {
    entry.source = spot->prose->source;
    entry.offset = spot->prose->offset;
  } else if (spot->record && spot->record->source) {
    entry.source = spot->record->source;
    entry.offset = record_offset(spot->record, spot->attribute);
  }
  if (spot->other && spot->other->source) {
    entry.other = spot->other->source;
    entry.other_offset = record_offset(spot->other, spot->other_attribute);
  }
  g_array_append_val(findings->entries, entry);
}

void findings_add(Findings *findings, const char *id, const Spot *spot, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *text = g_strdup_vprintf(format, args);
  va_end(args);
  add(findings, id, spot, text);
}

void findings_at(Findings *findings, const char *id, const Record *record, const char *attribute, const char *format,
                 ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *text = g_strdup_vprintf(format, args);
  va_end(args);
  add(findings, id, &(Spot){ .record = record, .attribute = attribute }, text);
}

void findings_remark(Findings *findings, const Speech *speech, const char *id, const Sentence *sentence, guint first,
                     guint last, const char *what)
{
  g_autofree char *quote = sentence_quote(sentence, first, last);
  g_autofree char *name = record_name(speech->record);
  Spot spot = { .record = speech->record, .sentence = sentence, .token = first, .last = last };
  findings_add(findings, id, &spot, "%s, %s: '%s' %s", name, speech->part, quote, what);
}

guint findings_count(const Findings *findings)
{
  return findings->entries->len;
}

Finding *findings_get(const Findings *findings, guint index)
{
  return g_array_index(findings->entries, Entry, index).finding;
}

static char *place_key(const char *rule, const char *file, gsize offset)
{
  return g_strdup_printf("%s %" G_GSIZE_FORMAT " %s", rule, offset, file);
}

/* The rules and places of what was said before the checks began, when each file was read by itself, with 1 + level. */
static GHashTable *said_before(const DiagList *diags)
{
  GHashTable *said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  const Diag *diag;
  for (guint i = 0; (diag = diag_get(diags, i)); i++)
    if (diag->line)
      g_hash_table_insert(said, place_key(diag->rule->id, diag->file, diag->offset), GINT_TO_POINTER(1 + diag->level));
  return said;
}

static char *key_of_entry(const Entry *entry)
{
  return entry->source ? place_key(entry->finding->rule, entry->source->path, entry->offset) : g_strdup("");
}

static bool is_among(const Diag *diag, const void *keys)
{
  g_autofree char *key = place_key(diag->rule->id, diag->file, diag->offset);
  return g_hash_table_contains((GHashTable *)keys, key);
}

/* What reading said of the same stands no more where that is accepted, or of another level by the framework. */
static void take_back(const Findings *findings, GHashTable *said, DiagList *diags)
{
  g_autoptr(GHashTable) gone = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < findings->entries->len; i++) {
    const Entry *entry = &g_array_index(findings->entries, Entry, i);
    const Finding *finding = entry->finding;
    g_autofree char *key = key_of_entry(entry);
    int level = GPOINTER_TO_INT(g_hash_table_lookup(said, key));
    if (level && (finding->accepted || level != finding->severity)) {
      g_hash_table_remove(said, key);
      g_hash_table_add(gone, g_steal_pointer(&key));
    }
  }
  if (g_hash_table_size(gone) > 0)
    diag_take_back(diags, is_among, gone);
}

void findings_to_diags(const Findings *findings, DiagList *diags)
{
  g_autoptr(GHashTable) said = said_before(diags);
  take_back(findings, said, diags);
  for (guint i = 0; i < findings->entries->len; i++) {
    const Entry *entry = &g_array_index(findings->entries, Entry, i);
    g_autofree char *key = key_of_entry(entry);
    if (!entry->finding->accepted && !g_hash_table_contains(said, key))
      diag_leveled(diags, entry->finding->rule, (Level)(entry->finding->severity - 1), entry->source, entry->offset,
                   entry->finding->text);
  }
}

static void write_text(GString *out, const char *key, const char *text)
{
  json_key(out, key);
  json_string(out, text);
}

static void write_number(GString *out, const char *key, int number)
{
  json_key(out, key);
  if (number < 0)
    g_string_append(out, "null");
  else
    g_string_append_printf(out, "%d", number);
}

static void write_finding(GString *out, const Finding *finding)
{
  g_string_append_c(out, '{');
  write_text(out, "rule", finding->rule);
  write_text(out, "severity", terms_name(&terms_severity, finding->severity));
  write_text(out, "family", finding->family);
  write_text(out, "item", finding->item);
  write_text(out, "file", finding->file);
  write_number(out, "line", finding->line);
  write_number(out, "column", finding->column);
  if (finding->page > 0)
    write_number(out, "page", finding->page);
  write_text(out, "other-file", finding->other_file);
  write_number(out, "other-line", finding->other_line);
  if (finding->other_page > 0)
    write_number(out, "other-page", finding->other_page);
  write_text(out, "text", finding->text);
  write_text(out, "remedy", finding->remedy);
  json_key(out, "accepted");
  g_string_append(out, finding->accepted ? "true" : "false");
  if (finding->accepted) {
    write_text(out, "accepted-by", finding->accepted_by);
    write_text(out, "accepted-reason", finding->accepted_reason);
  }
  g_string_append_c(out, '}');
}

void findings_write_json(const FindingList *found, GString *out)
{
  const GPtrArray *list = found->findings;
  g_string_append(out, "[");
  for (guint i = 0; i < list->len; i++) {
    g_string_append(out, i > 0 ? ",\n  " : "\n  ");
    write_finding(out, g_ptr_array_index(list, i));
  }
  g_string_append(out, list->len > 0 ? "\n]\n" : "]\n");
}

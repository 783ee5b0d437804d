/* Gathering findings, finding their lines, sorting and writing them. */
#include "check/findings.h"
#include "base/json.h"
#include "base/text.h"
#include <stdarg.h>
#include <string.h>

/* A finding with the places that are still offsets. */
typedef struct {
  Finding *finding;
  const Source *source, *other;
  gsize offset, other_offset;
  gsize length;  /* bytes of the words that it quotes; 0: none */
  bool gathered; /* in another */
} Entry;

struct Findings {
  Arena *arena;
  Period period;
  const GPtrArray *silences; /* of Silence */
  GHashTable *settings;      /* rule id in capitals to CheckSetting */
  GArray *entries;           /* of Entry */
};

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
  finding->line = finding->column = finding->other_line = -1;
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

/* One place that is to become a line; all of a file are found in one walk through it. */
typedef struct {
  const Source *source;
  gsize offset;
  char **file;
  int *line, *column;
} Wanted;

static gint compare_wanted(gconstpointer a, gconstpointer b)
{
  const Wanted *x = a, *y = b;
  int order = strcmp(x->source->path, y->source->path);
  if (order == 0 && x->source != y->source)
    order = x->source < y->source ? -1 : 1; /* the same file read twice: either order gives the same lines */
  return order ? order : (x->offset > y->offset) - (x->offset < y->offset);
}

static void find_lines(Arena *arena, GArray *wanted)
{
  const Source *source = NULL;
  char *path = NULL; /* of source, as text */
  gsize at = 0;
  int line = 1, column = 1;
  g_array_sort(wanted, compare_wanted);
  for (guint i = 0; i < wanted->len; i++) {
    const Wanted *want = &g_array_index(wanted, Wanted, i);
    if (want->source != source) {
      g_autofree char *escaped = text_escape(want->source->path);
      source = want->source;
      path = arena_strdup(arena, escaped);
      at = 0;
      line = column = 1;
    }
    for (; at < want->offset && at < source->length_bytes; at++) {
      bool newline = source->text[at] == '\n';
      line += newline;
      column = newline ? 1 : column + ((source->text[at] & 0xC0) != 0x80);
    }
    *want->file = path;
    *want->line = line;
    if (want->column)
      *want->column = column;
  }
}

static void place_all(Findings *findings)
{
  g_autoptr(GArray) wanted = g_array_new(FALSE, FALSE, sizeof(Wanted));
  for (guint i = 0; i < findings->entries->len; i++) {
    const Entry *entry = &g_array_index(findings->entries, Entry, i);
    Finding *f = entry->finding;
    Wanted here = { entry->source, entry->offset, &f->file, &f->line, &f->column };
    Wanted there = { entry->other, entry->other_offset, &f->other_file, &f->other_line, NULL };
    if (entry->source)
      g_array_append_val(wanted, here);
    if (entry->other)
      g_array_append_val(wanted, there);
  }
  find_lines(findings->arena, wanted);
}

static int compare_numbers(int a, int b)
{
  return (a > b) - (a < b);
}

static gint compare_entries(gconstpointer a, gconstpointer b)
{
  const Finding *x = ((const Entry *)a)->finding, *y = ((const Entry *)b)->finding;
  int order = compare_numbers(y->severity, x->severity);
  if (order == 0)
    order = g_strcmp0(x->file, y->file);
  if (order == 0)
    order = compare_numbers(x->line, y->line);
  if (order == 0)
    order = compare_numbers(x->column, y->column);
  if (order == 0)
    order = strcmp(x->rule, y->rule);
  return order ? order : strcmp(x->text, y->text);
}

/* Whether a finding is about words, and says which. */
static bool quotes_words(const Entry *entry)
{
  static const char *const families[] = { "wording", "agreement", NULL };
  return entry->length > 0 && g_strv_contains(families, entry->finding->family);
}

static gint compare_places(gconstpointer a, gconstpointer b)
{
  const Entry *x = *(Entry *const *)a, *y = *(Entry *const *)b;
  if (x->source != y->source)
    return x->source < y->source ? -1 : 1;
  return x->offset != y->offset ? (x->offset > y->offset) - (x->offset < y->offset) : (x > y) - (x < y);
}

/* Of two that share words the graver is told, then the one with two places, then the one that comes first. */
static Entry *stronger(Entry *a, Entry *b)
{
  if (a->finding->severity != b->finding->severity)
    return a->finding->severity > b->finding->severity ? a : b;
  if ((a->other != NULL) != (b->other != NULL))
    return a->other ? a : b;
  return a < b ? a : b;
}

/* Rules about the same words tell of one fault: of those that overlap one is told. */
static void gather_words(GArray *entries)
{
  g_autoptr(GPtrArray) order = g_ptr_array_new();
  for (guint i = 0; i < entries->len; i++)
    if (quotes_words(&g_array_index(entries, Entry, i)) && !g_array_index(entries, Entry, i).gathered)
      g_ptr_array_add(order, &g_array_index(entries, Entry, i));
  g_ptr_array_sort(order, compare_places);
  Entry *told = NULL;
  for (guint i = 0; i < order->len; i++) {
    Entry *entry = g_ptr_array_index(order, i);
    if (!told || told->source != entry->source || entry->offset >= told->offset + told->length) {
      told = entry;
      continue;
    }
    Entry *both = stronger(told, entry);
    (both == told ? entry : told)->gathered = true;
    told = both;
  }
}

static char *key_of(const Finding *finding, const char *rule)
{
  return g_strdup_printf("%s\n%s\n%s", finding->file, finding->item, rule);
}

/* The finding of the same item of which this one is a consequence, or NULL. */
static Finding *cause_of(GHashTable *told, const Finding *finding)
{
  const Rule *rule = rule_find(finding->rule);
  g_auto(GStrv) causes = g_strsplit(rule && rule->follows ? rule->follows : "", " ", -1);
  for (char **cause = causes; *cause && finding->item && finding->file; cause++) {
    g_autofree char *key = key_of(finding, *cause);
    Finding *found = g_hash_table_lookup(told, key);
    if (found)
      return found;
  }
  return NULL;
}

/* A figure that is wrong makes the symbol of its item, and what is said of it, look wrong, too. */
static void gather_consequences(Arena *arena, GArray *entries)
{
  g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < entries->len; i++) {
    Finding *finding = g_array_index(entries, Entry, i).finding;
    if (finding->item && finding->file)
      g_hash_table_insert(told, key_of(finding, finding->rule), finding);
  }
  for (guint i = 0; i < entries->len; i++) {
    Entry *entry = &g_array_index(entries, Entry, i);
    Finding *cause = cause_of(told, entry->finding);
    entry->gathered |= cause != NULL;
    if (cause)
      cause->text = arena_printf(arena, "%s (%s follows from it)", cause->text, entry->finding->rule);
  }
}

/* One fault, one finding. */
static void gather(Findings *findings)
{
  GArray *entries = findings->entries, *kept = g_array_new(FALSE, FALSE, sizeof(Entry));
  gather_consequences(findings->arena, entries);
  gather_words(entries); /* of what is left: a cause is not gathered in what follows from it */
  for (guint i = 0; i < entries->len; i++)
    if (!g_array_index(entries, Entry, i).gathered)
      g_array_append_val(kept, g_array_index(entries, Entry, i));
  g_array_unref(entries);
  findings->entries = kept;
}

GPtrArray *findings_finish(Findings *findings, Record *parent)
{
  GPtrArray *list = arena_list(findings->arena);
  place_all(findings);
  g_array_sort(findings->entries, compare_entries);
  gather(findings);
  for (guint i = 0; i < findings->entries->len; i++) {
    const Entry *entry = &g_array_index(findings->entries, Entry, i);
    if (i > 0 && compare_entries(entry, entry - 1) == 0)
      continue;
    entry->finding->record.parent = parent;
    g_ptr_array_add(list, entry->finding);
  }
  return list;
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

/* What reading said of the same stands no more where that is accepted, or of another level by the framework. */
static void take_back(const Findings *findings, GHashTable *said, DiagList *diags)
{
  for (guint i = 0; i < findings->entries->len; i++) {
    const Entry *entry = &g_array_index(findings->entries, Entry, i);
    const Finding *finding = entry->finding;
    g_autofree char *key = key_of_entry(entry);
    int level = GPOINTER_TO_INT(g_hash_table_lookup(said, key));
    if (level && (finding->accepted || level != finding->severity)) {
      diag_take_back(diags, finding->rule, entry->source->path, entry->offset);
      g_hash_table_remove(said, key);
    }
  }
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
  write_text(out, "other-file", finding->other_file);
  write_number(out, "other-line", finding->other_line);
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

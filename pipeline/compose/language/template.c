/* Saying templates: pieces become runs of the document. */
#include "base/text.h"
#include "compose/language/template-parts.h"
#include "compose/wording/words.h"
#include "model/reading.h"
#include "record/value.h"
#include <string.h>

typedef struct {
  const Document *document;
  const Scope *scope;
  Arena *arena;
  GPtrArray *runs;
  const Run *broken; /* the run of the layout whose line break has been said */
  bool sure;         /* what nobody can read whether it is meant is left out, not called not readable */
  bool plain;        /* where no footnotes can be: in attributes, and in a footnote */
} Speaker;

static void add_run(Speaker *speaker, const char *text, const Run *look, const Run *own)
{
  Run *run = run_new(speaker->arena, text, 0);
  if (own)
    *run = (Run){ run->text, own->style, own->href, own->lang, own->note };
  if (look) {
    run->style |= look->style & ~(guint)RUN_BREAK;
    if ((look->style & RUN_BREAK) && speaker->broken != look)
      run->style |= RUN_BREAK;
    speaker->broken = look;
    run->href = run->href ? run->href : look->href;
    run->lang = run->lang ? run->lang : look->lang;
  }
  g_ptr_array_add(speaker->runs, run);
}

static void say_figure_note(Speaker *speaker, const Record *record, const Run *look)
{
  scope_tell(speaker->scope, record, spec_field(record->spec, "note"));
  const Run *place = note_run(speaker->arena, speaker->document, record, speaker->scope->world->lang);
  if (place)
    add_run(speaker, "", look, place);
}

static void say_reading(Speaker *speaker, const Record *record, const Run *look)
{
  const Reading *reading = (const Reading *)record;
  g_autofree char *text =
      value_to_text(speaker->document, value_from_reading(speaker->arena, speaker->document, record));
  add_run(speaker, text, look, NULL);
  const char *beside = reading_words_beside(reading);
  if (beside)
    add_run(speaker, arena_printf(speaker->arena, *beside == '(' ? " %s" : " (%s)", beside), look, NULL);
  g_autofree char *certainty = certainty_text(speaker->document, record);
  if (certainty)
    add_run(speaker, arena_printf(speaker->arena, " (%s)", certainty), look, NULL);
  if (!speaker->plain)
    say_figure_note(speaker, record, look);
}

/* What a sentence says of a record that is so, "key" or "new": the document's word "is-NAME"; NULL: it has none, and
 * says yes or no. */
static const char *word_of_being(const Document *document, const Field *field)
{
  if (!field || field->type != FIELD_BOOL)
    return NULL;
  g_autofree char *name = g_strconcat("is-", field->name, NULL);
  const char *word = document_word(document, name);
  return word == name ? NULL : word;
}

static bool is_so(const Record *record, const Field *field)
{
  return *(const bool *)record_at(record, field);
}

/* The word, or that nobody can read whether it is so: the document's word "is-NAME-not-readable". */
static char *say_being(const Document *document, const Record *record, const Field *field, const char *word)
{
  if (!field_is_unread(record, field))
    return g_strdup(is_so(record, field) ? word : "");
  g_autofree char *name = g_strdup_printf("is-%s-not-readable", field->name);
  const char *unread = document_word(document, name);
  return g_strdup(unread == name ? unread_word(document) : unread);
}

static void say_value(Speaker *speaker, const Record *record, const Field *field, const Run *look)
{
  scope_tell(speaker->scope, record, field);
  if (!field) {
    say_reading(speaker, record, look);
    return;
  }
  if (field->type == FIELD_RUNS && !field_is_unread(record, field)) {
    const GPtrArray *runs = *(GPtrArray *const *)record_at(record, field);
    for (guint i = 0; i < runs->len; i++) {
      const Run *run = g_ptr_array_index(runs, i);
      add_run(speaker, run->text, look, run);
    }
    return;
  }
  const char *being = word_of_being(speaker->document, field);
  g_autofree char *text =
      being ? say_being(speaker->document, record, field, being) : field_text(speaker->document, record, field);
  const Run own = { .lang = (char *)speaker->scope->world->lang };
  add_run(speaker, text, look, field->type == FIELD_TEXT && own.lang ? &own : NULL);
}

static bool is_unread(const Speaker *speaker, const Path *path)
{
  return speaker->sure ? path_was_given(path, speaker->scope) : path_is_unread(path, speaker->scope);
}

static bool any_is_so(const Path *path, const Scope *scope)
{
  g_autoptr(GPtrArray) records = path_follow(path, scope);
  for (guint i = 0; i < records->len; i++)
    if (is_so(g_ptr_array_index(records, i), path->field))
      return true;
  return false;
}

static bool says_something(Speaker *speaker, const Path *path)
{
  if (word_of_being(speaker->document, path->field))
    return any_is_so(path, speaker->scope) || path_was_given(path, speaker->scope);
  return path_first(path, speaker->scope) || path_was_given(path, speaker->scope);
}

/* What the path finds, but for what may not belong there, because it cannot be read; then *ret_doubtful. */
static GPtrArray *follow_for_sure(const Path *path, const Scope *scope, bool *ret_doubtful)
{
  GPtrArray *found = path_follow(path, scope);
  *ret_doubtful = false;
  if (!path->many || found->len == 0 || !path_is_unread(path, scope))
    return found;
  GPtrArray *sure = g_ptr_array_new();
  for (guint i = 0; i < found->len; i++)
    if (path_picks_for_sure(path, g_ptr_array_index(found, i), scope))
      g_ptr_array_add(sure, g_ptr_array_index(found, i));
  *ret_doubtful = sure->len < found->len;
  g_ptr_array_unref(found);
  return sure;
}

/* Between two of several; a sentence has its full stop. */
static const char *parting(const Speaker *speaker)
{
  const Run *last = speaker->runs->len ? g_ptr_array_index(speaker->runs, speaker->runs->len - 1) : NULL;
  return last && last->text && g_str_has_suffix(last->text, ".") ? " " : ", ";
}

static void say_path(Speaker *speaker, const Piece *piece)
{
  Origins *origins = speaker->scope->world->origins;
  bool doubtful;
  g_autoptr(GPtrArray) records = follow_for_sure(piece->path, speaker->scope, &doubtful);
  bool unread =
      doubtful || (records->len ? path_is_partly_unread(piece->path, speaker->scope) : is_unread(speaker, piece->path));
  for (guint i = 0; i < records->len; i++) {
    const Record *record = g_ptr_array_index(records, i);
    if (i > 0)
      add_run(speaker, parting(speaker), piece->look, NULL);
    say_value(speaker, record, piece->path->field, piece->look);
    if (origins)
      origins_note(origins, NULL, 0, record, piece->path->field);
    unread &= !(piece->path->field && field_is_unread(record, piece->path->field)); /* it is said */
  }
  if (unread && records->len)
    add_run(speaker, parting(speaker), piece->look, NULL);
  if (unread)
    add_run(speaker, unread_word(speaker->document), piece->look, NULL);
}

static void say_count(Speaker *speaker, const Piece *piece)
{
  bool more;
  guint count = path_count(piece->path, speaker->scope, &more);
  g_autofree char *number = count_text(speaker->document, count, more);
  if (speaker->scope->world->origins)
    origins_note(speaker->scope->world->origins, NULL, 0, speaker->scope->record, NULL);
  add_run(speaker, number, piece->look, NULL);
}

static void say_level(Speaker *speaker, const Piece *piece)
{
  g_autofree char *word = scale_level_text(&piece->level, speaker->document);
  add_run(speaker, word, piece->look, NULL);
}

static void say(Speaker *speaker, const GPtrArray *pieces);
static GPtrArray *tidy(Arena *arena, const GPtrArray *runs);

static bool says_all(Speaker *speaker, const GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++) {
    const Piece *piece = g_ptr_array_index(pieces, i);
    if (piece->path && !says_something(speaker, piece->path))
      return false;
  }
  return true;
}

static void say_optional(Speaker *speaker, const Piece *optional)
{
  while (optional && !says_all(speaker, optional->pieces))
    optional = optional->otherwise;
  if (optional)
    say(speaker, optional->pieces);
}

static void say_note(Speaker *speaker, const Piece *piece)
{
  g_autoptr(GPtrArray) runs = g_ptr_array_new();
  Speaker aside = *speaker;
  aside.runs = runs;
  aside.plain = true;
  say(&aside, piece->pieces);
  const Run own = { .note = tidy(speaker->arena, runs) };
  if (own.note->len > 0)
    add_run(speaker, "", piece->look, &own);
}

/* What was said last ends with one of the signs. */
static bool ends_with(const Speaker *speaker, const char *signs)
{
  for (guint i = speaker->runs->len; i > 0; i--) {
    const char *text = ((const Run *)g_ptr_array_index(speaker->runs, i - 1))->text;
    if (*text)
      return g_utf8_strchr(signs, -1, g_utf8_get_char(g_utf8_prev_char(text + strlen(text)))) != NULL;
  }
  return false;
}

/* The layout's words after a value: of a title that ends with a sign of its own ("What we do:") there is no second. */
static const char *after_value(const Speaker *speaker, const char *text)
{
  bool second = (*text == ':' && ends_with(speaker, ":;,.?!…")) || (*text == '.' && ends_with(speaker, ".:?!…")) ||
                (*text == ',' && ends_with(speaker, ":;,?!…"));
  return second ? text + 1 : text;
}

static void say(Speaker *speaker, const GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++) {
    const Piece *piece = g_ptr_array_index(pieces, i);
    switch (piece->kind) {
    case PIECE_TEXT:
      add_run(speaker, i > 0 ? after_value(speaker, piece->text) : piece->text, piece->look, NULL);
      break;
    case PIECE_PATH:
      say_path(speaker, piece);
      break;
    case PIECE_COUNT:
      say_count(speaker, piece);
      break;
    case PIECE_LEVEL:
      say_level(speaker, piece);
      break;
    case PIECE_OPTIONAL:
      say_optional(speaker, piece);
      break;
    case PIECE_NOTE:
      say_note(speaker, piece);
      break;
    }
  }
}

/* ---- tidying: white space folded over all runs, neighbours of one look joined ---------------------------------- */

static bool joins(const Run *before, const Run *run)
{
  return !(run->style & (RUN_BREAK | RUN_NOTE)) && (before->style & ~(guint)RUN_BREAK) == run->style &&
         g_strcmp0(before->href, run->href) == 0 && g_strcmp0(before->lang, run->lang) == 0;
}

/* Adds the text without spaces that follow a space; after_space is carried from run to run. */
static void add_folded(GString *out, const char *text, bool *after_space)
{
  for (const char *at = text; *at; at++) {
    bool space = g_ascii_isspace(*at);
    if (!space || !*after_space)
      g_string_append_c(out, space ? ' ' : *at);
    *after_space = space;
  }
}

static void trim_last(GPtrArray *runs)
{
  while (runs->len > 0) {
    Run *run = g_ptr_array_index(runs, runs->len - 1);
    g_strchomp(run->text);
    if (*run->text || run->note)
      return;
    g_ptr_array_set_size(runs, (int)runs->len - 1);
  }
}

static GPtrArray *tidy(Arena *arena, const GPtrArray *runs)
{
  GPtrArray *out = arena_list(arena);
  g_autoptr(GString) text = g_string_new(NULL); /* of the last run in out */
  bool after_space = true;
  for (guint i = 0; i < runs->len; i++) {
    Run *run = g_ptr_array_index(runs, i), *before = out->len ? g_ptr_array_index(out, out->len - 1) : NULL;
    gsize length = text->len;
    if (run->style & RUN_BREAK)
      after_space = true;
    add_folded(text, run->text, &after_space);
    after_space = after_space && !(run->style & RUN_NOTE);
    if (before && joins(before, run))
      continue;
    if (text->len == length && !(run->style & (RUN_BREAK | RUN_NOTE)))
      continue;
    if (before)
      before->text = arena_strndup(arena, text->str, length);
    g_string_erase(text, 0, (gssize)length);
    g_ptr_array_add(out, run);
  }
  if (out->len)
    ((Run *)g_ptr_array_index(out, out->len - 1))->text = arena_strdup(arena, text->str);
  trim_last(out);
  return out;
}

static GPtrArray *runs_of(const Template *tmpl, const Document *document, const Scope *scope, Arena *arena, bool sure,
                          bool plain)
{
  g_autoptr(GPtrArray) runs = g_ptr_array_new();
  Speaker speaker = { document, scope, arena, runs, NULL, sure, plain };
  Origins *origins = scope->world->origins;
  guint before = origins ? origins->all->len : 0;
  say(&speaker, tmpl->pieces);
  GPtrArray *said = tidy(arena, runs);
  if (origins)
    origins_place(origins, before, said);
  return said;
}

GPtrArray *template_runs(const Template *tmpl, const Document *document, const Scope *scope, Arena *arena)
{
  return runs_of(tmpl, document, scope, arena, false, false);
}

/* Attributes are shorter than paragraphs; what grows with the data is found here, where the layout can be changed. */
static void check_length(const Template *tmpl, const Scope *scope, const char *text)
{
  glong length = text_length(text);
  if (length <= VALUE_TEXT_CHARS)
    return;
  g_autofree char *has = amount_format(amount_from_int(length), 0);
  diag_at(scope->world->diags, "L-LENGTH", tmpl->record->source, record_offset(tmpl->record, tmpl->attribute),
          "%s%sthis text is %s characters long with these data; at most 8,000: show the list in a paragraph or a table",
          tmpl->attribute ? tmpl->attribute : "", tmpl->attribute ? ": " : "", has);
}

static char *text_of(const Template *tmpl, const Document *document, const Scope *scope, Arena *arena, bool sure)
{
  const GPtrArray *runs = runs_of(tmpl, document, scope, arena, sure, true);
  if (runs->len == 0)
    return NULL;
  g_autofree char *text = runs_to_text(runs);
  check_length(tmpl, scope, text);
  return arena_strdup(arena, text);
}

char *template_text(const Template *tmpl, const Document *document, const Scope *scope, Arena *arena)
{
  return text_of(tmpl, document, scope, arena, false);
}

char *template_text_sure(const Template *tmpl, const Document *document, const Scope *scope, Arena *arena)
{
  return text_of(tmpl, document, scope, arena, true);
}

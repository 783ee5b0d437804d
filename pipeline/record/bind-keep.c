/* Words that stand where no field is for them: kept with those of the record, so that they are read. */
#include "record/prose-parts.h"

static bool is_words(const Field *field)
{
  return field->place == IN_ELEMENT && (field->type == FIELD_PROSE || field->type == FIELD_RUNS);
}

void bind_add_prose(Record *record, const Field *field, const Prose *more)
{
  Prose **prose = record_at(record, field);
  if (*prose)
    g_ptr_array_extend((*prose)->blocks, more->blocks, NULL, NULL);
  else
    *prose = (Prose *)more;
}

/* One paragraph is left, no longer than one may be. */
void bind_add_runs(const Bind *bind, Record *record, const Field *field, GPtrArray *words)
{
  GPtrArray **runs = record_at(record, field);
  if (!*runs) {
    *runs = words;
  } else if (runs_length(*runs) + runs_length(words) > bind->para_chars) {
    record_mark_standing_in(record, field);
  } else {
    ((Run *)g_ptr_array_index(words, 0))->style |= RUN_BREAK;
    g_ptr_array_extend(*runs, words, NULL, NULL);
  }
}

/* The words of a text node, or of an element that nobody knows; NULL: none. */
static Prose *words_of(const Bind *bind, const xmlNode *node, Record *record)
{
  if (node->type == XML_ELEMENT_NODE)
    return prose_read(bind, node, record);
  GPtrArray *runs = prose_read_stretch(bind, node->parent, node, node->next, record);
  if (!runs)
    return NULL;
  const ProseReader reader = { bind, record };
  ProseBlock *block = prose_block_new(&reader, node->parent, PROSE_PARA);
  block->runs = runs;
  Prose *prose = arena_alloc(bind->arena, sizeof *prose);
  *prose = (Prose){ .blocks = arena_list(bind->arena), .source = bind->source, .offset = block->offset };
  g_ptr_array_add(prose->blocks, block);
  return prose;
}

static const Field *words_field(const Spec *spec, FieldType type)
{
  for (guint i = 0; i < spec->n_fields; i++)
    if (is_words(&spec->fields[i]) && spec->fields[i].type == type)
      return &spec->fields[i];
  return NULL;
}

/* The list of records that are words under a title, one inside the other, as sections are. */
static const Field *titled_field(const Spec *spec)
{
  for (guint i = 0; i < spec->n_fields; i++)
    if (spec->fields[i].type == FIELD_MANY && spec_holds_its_kind(spec->fields[i].detail) &&
        words_field(spec->fields[i].detail, FIELD_PROSE))
      return &spec->fields[i];
  return NULL;
}

bool bind_has_room(const Spec *spec)
{
  return words_field(spec, FIELD_PROSE) || words_field(spec, FIELD_RUNS) || titled_field(spec);
}

/* A record for them of which nobody can read what it is called. */
static void add_titled(const Bind *bind, Record *record, const Field *list, const Prose *words)
{
  const Spec *spec = list->detail;
  Record *titled = record_new(bind->arena, spec, record);
  titled->source = bind->source;
  titled->offset = words->offset;
  bind_add_prose(titled, words_field(spec, FIELD_PROSE), words);
  for (guint i = 0; i < spec->n_fields; i++)
    if ((spec->fields[i].flags & FIELD_KEY) || spec->fields[i].type == FIELD_TEXT)
      record_mark_unread(titled, &spec->fields[i]);
  g_ptr_array_add(*(GPtrArray **)record_at(record, list), titled);
}

static void keep(const Bind *bind, const Prose *words, Record *record)
{
  const Field *prose = words_field(record->spec, FIELD_PROSE), *runs = words_field(record->spec, FIELD_RUNS);
  const Field *titled = prose || runs ? NULL : titled_field(record->spec);
  if (prose)
    bind_add_prose(record, prose, words);
  else if (titled)
    add_titled(bind, record, titled, words);
  for (guint i = 0; runs && !prose && i < words->blocks->len; i++) {
    GPtrArray *own = ((const ProseBlock *)g_ptr_array_index(words->blocks, i))->runs;
    if (own && own->len > 0)
      bind_add_runs(bind, record, runs, own);
  }
}

void bind_keep_words(const Bind *bind, const GPtrArray *nodes, Record *record)
{
  for (guint i = 0; i < nodes->len; i++) {
    const Prose *words = words_of(bind, g_ptr_array_index(nodes, i), record);
    if (words)
      keep(bind, words, record);
  }
}

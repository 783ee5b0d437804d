/* Joining the sections of a document with those of the centre, and putting each in its place. */
#include "merge/sections.h"
#include "record/record-carry.h"

/* Of a reference that stands twice the second may be meant for another one: for the one that its title says, or for
 * none where it has the title of the first. NULL: it may be any. */
static const char *meant_again(const GPtrArray *sections, const Section *again, guint32 there, bool inside)
{
  for (guint i = 0; again->ref && i < sections->len; i++) {
    const Section *first = g_ptr_array_index(sections, i);
    if (first == again)
      return NULL;
    if (g_strcmp0(first->ref, again->ref) != 0)
      continue;
    const char *titled = section_titled(again->title, there, inside);
    bool same = !again->title || (first->title && g_ascii_strcasecmp(first->title, again->title) == 0);
    return titled ? titled : same ? again->ref : NULL;
  }
  return NULL;
}

/* A name that is one slip away from one that layouts look for may be that one, and no other. */
static void mark_slips(Arena *arena, const GPtrArray *sections, bool inside)
{
  guint32 there = section_places(sections);
  for (guint i = 0; i < sections->len; i++) {
    Section *section = g_ptr_array_index(sections, i);
    bool unread = record_is_unread(&section->record, "ref");
    const char *meant =
        unread ? meant_again(sections, section, there, inside) : section_meant(section->ref, there, inside);
    if (meant) {
      section->meant = arena_strdup(arena, meant);
      record_mark_standing_in(&section->record, spec_field(&report_section_spec, "ref"));
    }
    mark_slips(arena, section->sections, true);
  }
}

/* Top-level sections, and the references of those that have a place of their own. */
typedef struct {
  GPtrArray *sections;
  GHashTable *refs;
  bool of_plan;
} Top;

/* A section that has a place of its own and stands in another by mistake is taken out of it. */
static void take_out(const Top *top, Section *around)
{
  for (guint i = 0; i < around->sections->len;) {
    Section *section = g_ptr_array_index(around->sections, i);
    if (!section_has_place(section->ref, top->of_plan) || !g_hash_table_add(top->refs, section->ref)) {
      take_out(top, section);
      i++;
      continue;
    }
    section->record.parent = around->record.parent;
    g_ptr_array_remove_index(around->sections, i);
    g_ptr_array_add(top->sections, section);
  }
}

static void place_sections(GPtrArray *sections, bool of_plan)
{
  g_autoptr(GHashTable) refs = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < sections->len; i++) {
    Section *section = g_ptr_array_index(sections, i);
    if (section_has_place(section->ref, of_plan))
      g_hash_table_add(refs, section->ref);
  }
  const Top top = { sections, refs, of_plan };
  for (guint i = 0; i < sections->len; i++)
    take_out(&top, g_ptr_array_index(sections, i));
}

static Prose *join_prose(Arena *arena, Prose *first, Prose *second)
{
  if (!first || !second)
    return first ? first : second;
  Prose *both = arena_alloc(arena, sizeof *both);
  *both = *second;
  both->blocks = arena_list(arena);
  g_ptr_array_extend(both->blocks, first->blocks, NULL, NULL);
  g_ptr_array_extend(both->blocks, second->blocks, NULL, NULL);
  return both;
}

/* What the centre says once for all services comes first; what the service says under the same name follows it. */
static void add_central(Arena *arena, const GPtrArray *central, GPtrArray *sections, Record *parent)
{
  guint before = 0;
  for (guint i = 0; i < central->len; i++) {
    const Section *said = g_ptr_array_index(central, i);
    Section *own = NULL;
    for (guint k = 0; k < sections->len && !own; k++) {
      Section *section = g_ptr_array_index(sections, k);
      own = said->ref && g_strcmp0(section->ref, said->ref) == 0 ? section : NULL;
    }
    Section *copy = record_carry(arena, &said->record, &report_section_spec, parent);
    if (!own) {
      g_ptr_array_insert(sections, (gint)before++, copy);
      continue;
    }
    own->text = join_prose(arena, copy->text, own->text);
    own->title = own->title ? own->title : copy->title;
    own->number = own->number ? own->number : copy->number;
    for (guint k = copy->sections->len; k-- > 0;) {
      Section *below = g_ptr_array_index(copy->sections, k);
      below->record.parent = &own->record;
      g_ptr_array_insert(own->sections, 0, below);
    }
  }
}

GPtrArray *sections_join(Arena *arena, const GPtrArray *said, const GPtrArray *central, bool of_plan, Record *parent)
{
  GPtrArray *sections = said ? record_carry_list(arena, said, &report_section_spec, parent) : arena_list(arena);
  place_sections(sections, of_plan);
  mark_slips(arena, sections, false);
  add_central(arena, central, sections, parent);
  return sections;
}

/* Binding: elements that stand in another order than the fields. As few as possible are told of: those that would have
 * to move for all others to be in order. */
#include "record/bind.h"
#include "xml/xml-parse.h"

typedef struct {
  const xmlNode *element;
  int index;  /* of its field */
  int before; /* the one before it in the longest run that is in order and ends with it, -1: none */
  bool stays;
} Placed;

static GArray *placed_new(const Bind *bind, const xmlNode *element, const Spec *spec, GHashTable *told,
                          bool *ret_in_order)
{
  GArray *all = g_array_new(FALSE, FALSE, sizeof(Placed));
  int last = -1;
  *ret_in_order = true;
  for (const xmlNode *child = element->children; child; child = child->next) {
    const Spec *inner;
    if (child->type != XML_ELEMENT_NODE || !bind_in_namespace(bind, child) ||
        (told && g_hash_table_contains(told, child)))
      continue;
    Placed placed = { child, spec_element(spec, (const char *)child->name, &inner), -1, false };
    if (placed.index < 0)
      continue;
    *ret_in_order &= placed.index >= last;
    last = placed.index;
    g_array_append_val(all, placed);
  }
  return all;
}

/* The first run (by its length) that ends with a later field than index: ends are in order. */
static guint first_later(const GArray *all, const GArray *ends, int index)
{
  guint from = 0, to = ends->len;
  while (from < to) {
    guint middle = (from + to) / 2;
    if (g_array_index(all, Placed, g_array_index(ends, int, middle)).index > index)
      to = middle;
    else
      from = middle + 1;
  }
  return from;
}

/* Marks the longest run that is in order, and lists it. */
static GArray *find_stays(GArray *all)
{
  GArray *ends = g_array_new(FALSE, FALSE, sizeof(int)); /* for each length the run with the earliest end */
  for (guint i = 0; i < all->len; i++) {
    Placed *placed = &g_array_index(all, Placed, i);
    guint length = first_later(all, ends, placed->index);
    int at = (int)i;
    placed->before = length > 0 ? g_array_index(ends, int, length - 1) : -1;
    if (length == ends->len)
      g_array_append_val(ends, at);
    else
      g_array_index(ends, int, length) = at;
  }
  int at = g_array_index(ends, int, ends->len - 1);
  for (guint i = ends->len; i > 0; i--) {
    g_array_index(ends, int, i - 1) = at;
    g_array_index(all, Placed, at).stays = true;
    at = g_array_index(all, Placed, at).before;
  }
  return ends;
}

/* "<title>", or what a list of several kinds is called; caller frees. */
static char *element_name(const Field *field)
{
  return field->type == FIELD_ANY ? g_strdup(field_label(field)) : g_strdup_printf("<%s>", field->name);
}

/* Tells of those from first to before end, which are of one field and stand beside each other. */
static void tell(const Bind *bind, const Record *record, const GArray *all, const GArray *stays, guint first, guint end)
{
  const Placed *placed = &g_array_index(all, Placed, first);
  guint later = first_later(all, stays, placed->index), earlier = first_later(all, stays, placed->index - 1);
  bool late = later < stays->len && g_array_index(stays, int, later) < (int)first;
  int other = g_array_index(stays, int, late ? later : earlier - 1);
  g_autofree char *name = element_name(&record->spec->fields[g_array_index(all, Placed, other).index]);
  g_autofree char *several = end - first > 1 ? g_strdup_printf(" (%u of them)", end - first) : g_strdup("");
  bind_fault(bind, "S-ORDER", xml_offset(placed->element), record, "<%s> must come %s %s%s", placed->element->name,
             late ? "before" : "after", name, several);
}

void bind_order(const Bind *bind, const xmlNode *element, const Record *record, GHashTable *told)
{
  bool in_order;
  g_autoptr(GArray) all = placed_new(bind, element, record->spec, told, &in_order);
  if (in_order)
    return;
  g_autoptr(GArray) stays = find_stays(all);
  for (guint i = 0, end; i < all->len; i = end) {
    const Placed *placed = &g_array_index(all, Placed, i);
    for (end = i + 1; end < all->len; end++) {
      const Placed *next = &g_array_index(all, Placed, end);
      if (placed->stays || next->stays || next->index != placed->index)
        break;
    }
    if (!placed->stays)
      tell(bind, record, all, stays, i, end);
  }
}

/* Lookup tables. Values are looked up by a number of each: equal values have equal numbers, and whoever asks compares.
 */
#include "compose/language/lookup.h"
#include <string.h>

enum { SHORT = 8 }; /* lists that are searched */

struct ListIndex {
  bool filled;
  GHashTable *places; /* number of a value to GArray of guint */
};

typedef struct {
  gconstpointer path;
  const Record *first;
  GPtrArray *list;
} KeptList;

struct Lookup {
  GHashTable *codes;   /* list of codes to GHashTable: code to its first place, plus one */
  GHashTable *unread;  /* list of records to GPtrArray of those in which something cannot be read */
  GHashTable *lists;   /* set of KeptList, by path and first */
  GHashTable *indexes; /* kept list to GHashTable: by to ListIndex, once it was asked for */
};

static guint kept_hash(gconstpointer key)
{
  const KeptList *kept = key;
  return g_direct_hash(kept->path) * 31 + (g_direct_hash(kept->first) >> 4);
}

static gboolean kept_equal(gconstpointer a, gconstpointer b)
{
  const KeptList *x = a, *y = b;
  return x->path == y->path && x->first == y->first;
}

static void kept_free(gpointer data)
{
  KeptList *kept = data;
  g_ptr_array_unref(kept->list);
  g_free(kept);
}

static void index_free(gpointer data)
{
  ListIndex *index = data;
  g_hash_table_unref(index->places);
  g_free(index);
}

Lookup *lookup_new(void)
{
  Lookup *lookup = g_new(Lookup, 1);
  lookup->codes = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
  lookup->unread = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  lookup->lists = g_hash_table_new_full(kept_hash, kept_equal, kept_free, NULL);
  lookup->indexes = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
  return lookup;
}

void lookup_free(Lookup *lookup)
{
  g_hash_table_unref(lookup->codes);
  g_hash_table_unref(lookup->unread);
  g_hash_table_unref(lookup->indexes);
  g_hash_table_unref(lookup->lists);
  g_free(lookup);
}

const GPtrArray *lookup_unread(Lookup *lookup, const GPtrArray *records)
{
  GPtrArray *unread = g_hash_table_lookup(lookup->unread, records);
  if (unread)
    return unread;
  unread = g_ptr_array_new();
  for (guint i = 0; i < records->len; i++) {
    Record *record = g_ptr_array_index(records, i);
    if (record->unread_within)
      g_ptr_array_add(unread, record);
  }
  g_hash_table_insert(lookup->unread, (gpointer)records, unread);
  return unread;
}

/* ---- codes ----------------------------------------------------------------------------------------------------- */

static GHashTable *table_of(const GPtrArray *codes)
{
  GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = codes->len; i > 0; i--)
    g_hash_table_insert(table, g_ptr_array_index(codes, i - 1), GUINT_TO_POINTER(i));
  return table;
}

guint lookup_code(Lookup *lookup, const GPtrArray *codes, const char *code)
{
  if (!code)
    return codes->len;
  if (codes->len <= SHORT) {
    guint place = 0;
    while (place < codes->len && strcmp(g_ptr_array_index(codes, place), code) != 0)
      place++;
    return place;
  }
  GHashTable *table = g_hash_table_lookup(lookup->codes, codes);
  if (!table)
    g_hash_table_insert(lookup->codes, (gpointer)codes, table = table_of(codes));
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(table, code));
  return place > 0 ? place - 1 : codes->len;
}

/* ---- lists ----------------------------------------------------------------------------------------------------- */

GPtrArray *lookup_list(Lookup *lookup, gconstpointer path, const Record *first)
{
  const KeptList asked = { path, first, NULL }, *kept = g_hash_table_lookup(lookup->lists, &asked);
  return kept ? g_ptr_array_ref(kept->list) : NULL;
}

void lookup_keep(Lookup *lookup, gconstpointer path, const Record *first, GPtrArray *list)
{
  KeptList *kept = g_new(KeptList, 1);
  *kept = (KeptList){ path, first, g_ptr_array_ref(list) };
  g_hash_table_add(lookup->lists, kept);
  g_hash_table_insert(lookup->indexes, list, g_hash_table_new_full(NULL, NULL, NULL, index_free));
}

/* ---- records by value ------------------------------------------------------------------------------------------ */

ListIndex *lookup_index(Lookup *lookup, const GPtrArray *list, gconstpointer by)
{
  GHashTable *indexes = g_hash_table_lookup(lookup->indexes, list);
  if (!indexes)
    return NULL;
  ListIndex *index = g_hash_table_lookup(indexes, by);
  if (index)
    return index;
  index = g_new0(ListIndex, 1);
  index->places = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  g_hash_table_insert(indexes, (gpointer)by, index);
  return NULL;
}

bool index_is_empty(ListIndex *index)
{
  bool empty = !index->filled;
  index->filled = true;
  return empty;
}

static guint text_number(const char *text)
{
  return text ? g_str_hash(text) : 0;
}

static guint amount_number(const OptAmount *value)
{
  Amount amount = value->amount;
  for (; amount.scale > 0 && amount.units % 10 == 0; amount.scale--)
    amount.units /= 10;
  return (guint)(amount.units ^ (amount.units >> 32)) * 31 + amount.scale;
}

static guint date_number(Date date)
{
  Date day = date_last_day(date);
  return (guint)day.year * 372 + (guint)day.month * 31 + (guint)day.day;
}

/* The number of a value that is one. */
static guint value_number(const Field *field, const void *value)
{
  switch (field->type) {
  case FIELD_TEXT:
  case FIELD_CODE:
    return text_number(*(char *const *)value);
  case FIELD_BOOL:
    return *(const bool *)value;
  case FIELD_INT:
  case FIELD_TERM:
    return (guint) * (const int *)value;
  case FIELD_AMOUNT:
    return amount_number(value);
  case FIELD_DATE:
    return date_number(*(const Date *)value);
  case FIELD_PERIOD:
    return date_number(period_last_day(*(const Period *)value));
  default: /* of lists and sets each value has a number; records have none */
    return 0;
  }
}

typedef void (*NumberVisit)(guint number, gpointer data);

static void each_number(const Field *field, const void *value, NumberVisit visit, gpointer data)
{
  if (field->type == FIELD_CODES) {
    const GPtrArray *codes = *(GPtrArray *const *)value;
    for (guint i = 0; i < codes->len; i++)
      visit(g_str_hash(g_ptr_array_index(codes, i)), data);
  } else if (field->type == FIELD_FLAGS) {
    for (guint set = *(const guint *)value; set; set &= set - 1)
      visit((guint)g_bit_nth_lsf(set, -1), data);
  } else
    visit(value_number(field, value), data);
}

typedef struct {
  ListIndex *index;
  guint at;
} Filling;

static void fill_number(guint number, gpointer data)
{
  const Filling *filling = data;
  GHashTable *table = filling->index->places;
  GArray *places = g_hash_table_lookup(table, GUINT_TO_POINTER(number));
  if (!places)
    g_hash_table_insert(table, GUINT_TO_POINTER(number), places = g_array_new(FALSE, FALSE, sizeof(guint)));
  if (places->len == 0 || g_array_index(places, guint, places->len - 1) != filling->at)
    g_array_append_val(places, filling->at);
}

void index_fill(ListIndex *index, const Field *field, const void *value, guint at)
{
  each_number(field, value, fill_number, &(Filling){ index, at });
}

typedef struct {
  const ListIndex *index;
  GPtrArray *places;
} Finding;

static void find_number(guint number, gpointer data)
{
  const Finding *finding = data;
  GArray *found = g_hash_table_lookup(finding->index->places, GUINT_TO_POINTER(number));
  if (found)
    g_ptr_array_add(finding->places, found);
}

void index_find(const ListIndex *index, const Field *field, const void *value, GPtrArray *places)
{
  each_number(field, value, find_number, &(Finding){ index, places });
}

ListIndex *lookup_by_field(Lookup *lookup, const GPtrArray *list, const Field *field)
{
  ListIndex *index = list->len > SHORT ? lookup_index(lookup, list, field) : NULL;
  if (index && index_is_empty(index))
    for (guint i = 0; i < list->len; i++)
      index_fill(index, field, record_at(g_ptr_array_index(list, i), field), i);
  return index;
}

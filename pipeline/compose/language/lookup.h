/* Lookup: what was found while a document is made, so that it is not searched for again: places of codes in long lists,
 * records at the end of paths, and records of such a list by a value. */
#pragma once
#include "record/record.h"

typedef struct Lookup Lookup;
Lookup *lookup_new(void);
void lookup_free(Lookup *lookup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Lookup, lookup_free)

/* The place of a code, which may be NULL, in a list of codes that stays as it is; its length: it is not there. */
guint lookup_code(Lookup *lookup, const GPtrArray *codes, const char *code);

/* Of a list of records that stays as it is, those in which something cannot be read. Owned by lookup. */
const GPtrArray *lookup_unread(Lookup *lookup, const GPtrArray *records);

/* The list that was kept of a path from a record (NULL: from all reports); caller unrefs. NULL: none was kept. */
GPtrArray *lookup_list(Lookup *lookup, gconstpointer path, const Record *first);
void lookup_keep(Lookup *lookup, gconstpointer path, const Record *first, GPtrArray *list);

/* The records of a kept list by a value of each. */
typedef struct ListIndex ListIndex;
/* NULL when the list was not kept, or is asked about this for the first time: going through it once costs less. `by`
 * says by which value. Owned by lookup. */
ListIndex *lookup_index(Lookup *lookup, const GPtrArray *list, gconstpointer by);
/* Whether the caller has to fill it: with each value of each record, in the order of the list. True once. */
bool index_is_empty(ListIndex *index);
void index_fill(ListIndex *index, const Field *field, const void *value, guint at);
/* Appends to places the lists (of guint, ascending, owned by the index) of the places of records with a value equal to
 * this one, or to one in it; there may be others among them. */
void index_find(const ListIndex *index, const Field *field, const void *value, GPtrArray *places);
/* The filled index of records by a field of their own; NULL as above, and for short lists. */
ListIndex *lookup_by_field(Lookup *lookup, const GPtrArray *list, const Field *field);

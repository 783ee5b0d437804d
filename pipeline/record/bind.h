/* Gate 3: binding of elements to records by their Spec. Inside of base only: shared by the bind and prose-read files.
 */
#pragma once
#include "diag/diag.h"
#include "record/record.h"
#include <libxml/tree.h>

typedef struct {
  Arena *arena;
  const Source *source;
  DiagList *diags;
  const xmlNs *ns;  /* of the root; every element below must have the same */
  glong para_chars; /* of a paragraph, at most */
  bool unread;      /* elements may say what could not be read */
  GHashTable *named; /* "milestone/words" to the first record that goes by them */
} Bind;

/* Binds the root to the spec of its name. NULL when no spec fits. */
Record *bind_root(Bind *bind, const xmlNode *root, const Spec *const *specs);

/* Binds one element. */
Record *bind_record(const Bind *bind, const xmlNode *element, const Spec *spec, Record *parent);
void bind_attributes(const Bind *bind, const xmlNode *element, Record *record);
void bind_children(const Bind *bind, const xmlNode *element, Record *record);

/* Tells of children that stand in another order than the fields, the fewest that would have to move; but for those in
 * told. */
void bind_order(const Bind *bind, const xmlNode *element, const Record *record, GHashTable *told);
/* The index of the field that an element belongs to, or -1; for records also their spec. */
int spec_element(const Spec *spec, const char *name, const Spec **ret_spec);

/* One field's value: from text at offset, or from the content of an element. */
void bind_text(const Bind *bind, Record *record, const Field *field, const char *raw, gsize offset);
void bind_content(const Bind *bind, const xmlNode *element, Record *record, const Field *field);
/* Values of FIELD_UNIQUE fields used twice in the list of a field. */
void bind_unique(const Bind *bind, const Record *record, const Field *list);

/* Adds "milestone HP1-3: text"; owner may be NULL. */
void bind_fault(const Bind *bind, const char *rule, gsize offset, const Record *owner, const char *format, ...)
    G_GNUC_PRINTF(5, 6);
/* The same for words between elements (remedy: where they may not stand, and what to do), and for an element or
 * attribute where none may be. */
void bind_stray_text(const Bind *bind, const xmlNode *text, const Record *owner, const char *remedy);
void bind_no_attributes(const Bind *bind, const xmlNode *element, const Record *owner);
void bind_missing(const Bind *bind, const Record *record, const Field *field);
/* The name that was meant: by its letters, else by what people call it and is not given. NULL: nobody can tell. names:
 * closed by NULL. */
const char *bind_name_meant(const Record *record, const char *said, const char **names);
/* Told with "did you mean"; returns the name that was meant, if one is close, or NULL. */
const char *bind_unknown_attribute(const Bind *bind, const Record *record, const char *name, const char *text,
                                   gsize offset);
/* The same of an element; told with more at the end. */
const char *bind_meant_element(const Bind *bind, const Record *record, const xmlNode *element);
void bind_unknown_element(const Bind *bind, const Record *record, const xmlNode *element, const char *more);
/* What is lost with an element, quoted for its message: its attributes and, deep, all that stands in it; "" when it
 * says nothing. Caller frees. */
char *bind_held(const xmlNode *element, bool deep);
/* An attribute of a name that nobody knows: marks what may have been meant by its value. */
void bind_lost_attribute(const Bind *bind, Record *record, const char *text);
/* The same of one whose name is close to that of a field which cannot hold the value: marks those that can. */
void bind_lost_value(const Bind *bind, Record *record, const char *text);
/* Whether the field could hold the text. */
bool bind_could_be(const Bind *bind, const Field *field, const char *text);
/* Whether the record, or NULL, has an element of that name and lacks it. */
bool bind_misses(const Record *record, const char *name);
/* An element of that name stands behind the record that it belongs in: marks it there. False: it does not belong there.
 */
bool bind_misplaced_behind(Record *before, const char *name);
/* Whether it belongs in records inside one of the spec; and when it stood outside: it may be of any of them. */
bool bind_belongs_inside(const Spec *spec, const char *name);
/* The record, this one or one around it, that has elements of that name; or NULL. */
const Record *bind_home(const Record *record, const char *name);
void bind_misplaced_outside(const Record *record, const xmlNode *element);
/* Words at a wrong place, text and elements that nobody knows, follow those of the record; where it has none, they are
 * one more record of those that hold words under a title, as sections do. */
void bind_keep_words(const Bind *bind, const GPtrArray *nodes, Record *record);
bool bind_has_room(const Spec *spec); /* whether records of the spec keep such words */
/* Words after those that a field has. */
void bind_add_prose(Record *record, const Field *field, const Prose *more);
void bind_add_runs(const Bind *bind, Record *record, const Field *field, GPtrArray *words);
/* Whether its records stand one inside the other, as sections do. */
bool spec_holds_its_kind(const Spec *spec);
/* Whether an element of that name, which stands in the record, belongs in a list of one that is around it: then it is
 * read there. */
bool bind_misplaced_inside(const Bind *bind, const xmlNode *element, Record *record);
/* Whether most of its attributes are those of the spec. */
bool bind_fits(const xmlNode *element, const Spec *spec);
bool bind_is_blank(const xmlNode *node); /* a comment, or only white space */
bool bind_in_namespace(const Bind *bind, const xmlNode *element);
char *bind_attribute_text(const xmlAttr *attribute); /* caller frees */
guint bind_line(const Bind *bind, gsize offset);     /* line of an offset */
const char *field_label(const Field *field);

/* Mixed content; NULL when there are no words. Words at a wrong place are told and kept; where there is something that
 * cannot be read as words, NOT_READABLE stands. */
Prose *prose_read(const Bind *bind, const xmlNode *element, Record *owner);
GPtrArray *prose_read_runs(const Bind *bind, const xmlNode *element, Record *owner);
/* The same of some of the element's nodes beside each other: from first to before end (NULL: to the last). */
GPtrArray *prose_read_stretch(const Bind *bind, const xmlNode *element, const xmlNode *first, const xmlNode *end,
                              Record *owner);
bool prose_is_inline(const Bind *bind, const xmlNode *node); /* words, or what stands among words */

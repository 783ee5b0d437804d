/* Records: every structure that is read from or written to XML says of itself, in one table row a field, how the field
 * is spelled, typed, checked and named. The same rows drive reading (with messages), writing, and the field names of
 * layouts. */
#pragma once
#include "base/amount.h"
#include "base/arena.h"
#include "base/period.h"
#include "diag/source.h"
#include "record/prose.h"
#include "record/terms.h"
#include <stdbool.h>

typedef struct Spec Spec;
typedef struct Field Field;
typedef struct Record Record;

/* First member of every record structure. */
struct Record {
  const Spec *spec;
  Record *parent;       /* the record that holds this one, or NULL */
  const Source *source; /* where it was read, or NULL */
  guint32 offset;       /* byte offset of its '<' in source */
  guint64 unread;       /* set of 1 << index of field: what was given, but could not be read */
  guint64 standing_in;  /* of these: what is set stands in for it, and is not what was given */
  guint64 implied;      /* set of these: nobody gave it, others stand for it: never written, never shown */
  bool unread_within;   /* there is such a field here or in a record inside */
};

typedef enum {
  FIELD_TEXT,   /* char *: any text, white space folded, not empty */
  FIELD_CODE,   /* char *: letters, digits, space . / - & ( ); starts with letter or digit; at most 40 characters */
  FIELD_CODES,  /* GPtrArray of char *: codes separated by commas; never NULL after reading */
  FIELD_INT,    /* int, 0 to 1,000,000; -1 when absent (record_new sets it) */
  FIELD_BOOL,   /* bool: yes or no */
  FIELD_AMOUNT, /* OptAmount */
  FIELD_DATE,   /* Date */
  FIELD_PERIOD, /* Period */
  FIELD_TERM,   /* int: a value of the Terms in detail */
  FIELD_FLAGS,  /* guint: set of 1 << value of the Terms in detail; words separated by spaces */
  FIELD_RUNS,   /* GPtrArray of Run: mixed text of one paragraph */
  FIELD_PROSE,  /* Prose *: NULL when absent */
  FIELD_ONE,    /* a record of the Spec in detail, NULL when absent */
  FIELD_MANY,   /* GPtrArray of records of the Spec in detail; never NULL after reading */
  FIELD_ANY, /* GPtrArray of records of any Spec of the NULL-terminated list in detail, in document order; never NULL */
} FieldType;

/* A number that may be absent. */
typedef struct {
  Amount amount;
  bool given;
  bool timed; /* written as minutes and seconds, 6:35; the amount is in seconds */
} OptAmount;

typedef enum {
  IN_ATTRIBUTE, /* name="..." */
  IN_ELEMENT,   /* <name>...</name>; for ONE and MANY the element is name, for ANY the specs' elements */
  IN_CONTENT,   /* the record's own content (TEXT, RUNS, PROSE); at most one such field, and then no elements */
} FieldPlace;

enum {
  FIELD_REQUIRED = 1, /* missing: S-MISSING */
  FIELD_KEY = 2,      /* names the record in messages: "milestone HP1-3" */
  FIELD_UNIQUE = 4,   /* no sibling of the same spec in the same list may have the same value: R-DUPLICATE */
  FIELD_TIMED = 16,   /* an amount that may be written as minutes and seconds, 6:35 */
  FIELD_NAMES = 8,    /* names the record where its code (FIELD_KEY) is not given: the words are then its code */
  FIELD_WANTED = 64,  /* seldom left out: an attribute of an unknown name may be meant for it */
  FIELD_APART = 32,   /* where another one goes by the same words it tells the two apart */
};

struct Field {
  const char *name;  /* in XML and in layouts */
  const char *label; /* in messages: "due date"; NULL: name */
  FieldPlace place;
  FieldType type;
  guint flags;
  gsize offset;       /* in the structure */
  const void *detail; /* Terms, Spec or Spec ** by type */
};

struct Spec {
  const char *element; /* element name */
  const char *label;   /* in messages: "milestone" */
  gsize size;          /* of the structure */
  guint n_fields;
  const Field *fields; /* attributes first, then elements in the order in which they are written */
  guint made;          /* set of Made: a file of this root is made by our programs, and nobody submits it */
};

typedef enum {
  MADE_LONG = 1,   /* its paragraphs may be of any length, and its footnotes have numbers */
  MADE_UNREAD = 2, /* its elements say what could not be read when it was made: UNREAD_ATTRIBUTE */
} Made;

/* A row: FIELD(Milestone, due, "due date", IN_ATTRIBUTE, FIELD_DATE, FIELD_REQUIRED, NULL). The member is called like
 * the field; FIELD_AS gives another member name. */
#define FIELD(type_, member_, label_, place_, kind_, flags_, detail_)                                                  \
  {                                                                                                                    \
#member_, label_, place_, kind_, flags_, G_STRUCT_OFFSET(type_, member_), detail_                                  \
  }
#define FIELD_AS(name_, type_, member_, label_, place_, kind_, flags_, detail_)                                        \
  {                                                                                                                    \
    name_, label_, place_, kind_, flags_, G_STRUCT_OFFSET(type_, member_), detail_                                     \
  }
/* SPEC(milestone_spec, Milestone, "milestone", "milestone", fields...) defines a const Spec with its rows. */
#define SPEC(spec_, type_, element_, label_, ...)                                                                      \
  static const Field spec_##_fields[] = { __VA_ARGS__ };                                                               \
  const Spec spec_ = { element_, label_, sizeof(type_), G_N_ELEMENTS(spec_##_fields), spec_##_fields }

/* The same for the root of a file that our programs make: Made before the fields. */
#define SPEC_MADE(spec_, type_, element_, label_, made_, ...)                                                          \
  static const Field spec_##_fields[] = { __VA_ARGS__ };                                                               \
  const Spec spec_ = { element_, label_, sizeof(type_), G_N_ELEMENTS(spec_##_fields), spec_##_fields, made_ }

/* A new record without content, its lists made; parent may be NULL. */
void *record_new(Arena *arena, const Spec *spec, Record *parent);
/* A copy of the fields (lists and records inside are copied deeply, strings and prose shared) under another parent. */
void *record_copy(Arena *arena, const Record *record, Record *parent);
/* The field of that name, or NULL. */
const Field *spec_field(const Spec *spec, const char *name);
/* The field whose words name a record without a code, and that of the code; or NULL. */
const Field *spec_naming_field(const Spec *spec);
const Field *spec_code_field(const Spec *spec);
/* The field of the words that stand beside this one, or in its place: "rating-note" of "rating"; or NULL. */
const Field *spec_note_field(const Spec *spec, const Field *field);
/* The field that tells apart records of the same words (FIELD_APART), or NULL. */
const Field *spec_apart_field(const Spec *spec);
/* Address of a field inside the record; the caller knows the type. */
void *record_at(const Record *record, const Field *field);
/* "milestone HP1-3", or the label alone; caller frees. */
char *record_name(const Record *record);
/* The same, and for a record without a key the nearest one around it that has one, but for the root: "value of
 * indicator NI 130". Caller frees. */
char *record_name_within(const Record *record);
/* Place of the record's tag, or of one of its attributes (name NULL: the tag). */
gsize record_offset(const Record *record, const char *attribute);
bool field_is_set(const Record *record, const Field *field);
/* Whether the field of that name was given, but could not be read: it must not be called missing. */
bool record_is_unread(const Record *record, const char *name);
bool field_is_unread(const Record *record, const Field *field);
/* The same of what is not to be shown: codes of which some lead nowhere are shown as they were given. */
bool field_is_hidden(const Record *record, const Field *field);
void record_mark_unread(Record *record, const Field *field);
/* Whether the code is none that anybody gave: the words that name the record stand in for it. */
bool field_is_implied(const Record *record, const Field *field);
/* Whether words stand in for the code of the record; and the code that somebody gave to it, or NULL. */
bool record_goes_by_words(const Record *record);
char *record_own_code(const Record *record);
/* Lets the words that name the record (FIELD_NAMES) stand in for a code that nobody gave; named: those of its file that
 * went by their words before, to which it is added. */
void record_imply_code(Arena *arena, Record *record, GHashTable *named);
/* The words of the field that names it, folded; NULL: there are none to be read. Caller frees. */
char *record_naming_words(const Record *record);
/* Says that the field was implied in another record from which its value comes. */
void record_mark_implied(Record *record, const Field *field);
/* The same where the field is set all the same: by something that stands in for it, or, a list, by the others. */
void record_mark_standing_in(Record *record, const Field *field);
/* Forgets it: the record says it otherwise. */
void record_clear_unread(Record *record, const Field *field);
/* Something was given that no field is for: what is not set may be it. Of elements that hold no others their
 * attributes; of others, among the fields from one index to another, all words, or all records when it looks like a
 * record. False: nothing is marked. */
typedef enum { LOST_WORDS, LOST_RECORD } Lost;
bool record_mark_lost(Record *record, Lost lost, guint from, guint to);

/* The attribute by which files that our programs make carry on what could not be read: names of fields, by spaces. */
#define UNREAD_ATTRIBUTE "unread"

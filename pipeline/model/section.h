/* Narrative: titled sections of prose, one inside the other, as plans and returns hold them. */
#pragma once
#include "record/record.h"
#include "vocabulary/vocabulary.h"

typedef struct {
  Record record;
  char *ref;    /* what layouts call it: "key-developments" */
  char *number; /* "3.1" as printed in the original, or NULL */
  char *title;
  bool title_only;       /* the title is all that it says: nothing is missing below it */
  GPtrArray *priorities; /* refs of the corporate priorities this text serves; none: no one of them */
  char *meant;           /* in models, where ref is unread: the one that it is a slip of; NULL: it may be any */
  Prose *text;
  GPtrArray *sections; /* of Section */
} Section;
extern const Spec section_spec, report_section_spec; /* as submitted; as carried in a model */
extern const Spec annex_spec;                        /* the same, of a paper: <annex> */

/* Sections that the standard layouts print in a place of their own: those that are there, as a set of bits; and which
 * of the others a reference means that is one slip away from it ("risk-overvew"), or NULL. No two of them are near
 * enough to each other that it could be both. inside: it stands in another section. */
guint32 section_places(const GPtrArray *sections);
const char *section_meant(const char *ref, guint32 there, bool inside);

/* The same by its title: "Emerging issues" means emerging-issues. */
const char *section_titled(const char *title, guint32 there, bool inside);

/* Whether layouts print a section of that reference in a place of its own, and so look for it in no other section. */
bool section_has_place(const char *ref, bool of_plan);

/* Whether nothing is missing below the title of a section without text: it is marked so, or the title is a sentence, as
 * "RECOMMENDED: That the report be noted.". */
bool section_says_all(const Section *section);

/* A line of a document's history. */
typedef struct {
  Record record;
  char *version;
  int status; /* of terms_log_status */
  Date date;
  char *pages;
  Prose *change;
} LogEntry;
extern const Spec log_entry_spec;
extern const Terms terms_log_status; /* as Status, and released */

/* The section of that ref among sections and below, or NULL. */
Section *section_find(const GPtrArray *sections, const char *ref);

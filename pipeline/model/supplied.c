/* The words of a supplied PDF: its rows. */
#include "model/supplied.h"

static const char *const lacks_names[] = { "", "words", "letters", "rest", NULL };
static const Terms terms_lacks = { "what cannot be read", G_N_ELEMENTS(lacks_names) - 1, lacks_names, NULL, NULL };

static const char *const why_names[] = { "", "locked", "broken", "slow", "much", NULL };
static const Terms terms_why = { "why it was not read", G_N_ELEMENTS(why_names) - 1, why_names, NULL, NULL };

#define NUMBER(type_, member_, flags_) FIELD(type_, member_, NULL, IN_ATTRIBUTE, FIELD_INT, flags_, NULL)

SPEC(supplied_place_spec, SuppliedPlace, "place", "place", NUMBER(SuppliedPlace, left, FIELD_REQUIRED),
     NUMBER(SuppliedPlace, top, FIELD_REQUIRED), NUMBER(SuppliedPlace, width, FIELD_REQUIRED),
     NUMBER(SuppliedPlace, height, FIELD_REQUIRED), NUMBER(SuppliedPlace, over, 0));

SPEC(supplied_page_spec, SuppliedPage, "page", "page", NUMBER(SuppliedPage, number, FIELD_REQUIRED),
     FIELD(SuppliedPage, label, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL), NUMBER(SuppliedPage, width, FIELD_REQUIRED),
     NUMBER(SuppliedPage, height, FIELD_REQUIRED),
     FIELD(SuppliedPage, lacks, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_lacks),
     FIELD(SuppliedPage, text, NULL, IN_ELEMENT, FIELD_PROSE, 0, NULL),
     FIELD_AS("place", SuppliedPage, places, NULL, IN_ELEMENT, FIELD_MANY, 0, &supplied_place_spec));

SPEC_MADE(supplied_spec, Supplied, "supplied", "words of a PDF", MADE_LONG, NUMBER(Supplied, pages, FIELD_REQUIRED),
          NUMBER(Supplied, stopped, 0), FIELD(Supplied, why, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_why),
          FIELD(Supplied, page, NULL, IN_ELEMENT, FIELD_MANY, 0, &supplied_page_spec));

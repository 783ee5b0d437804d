/* Entries of a return that belong to no item of the plan: their rows. */
#include "model/unplanned.h"

static const char *const entry_names[] = { "",          "milestone",       "step",   "indicator", "measure",
                                           "treatment", "equality-action", "closed", NULL };
const Terms terms_entry = { "kind of entry", G_N_ELEMENTS(entry_names) - 1, entry_names };

static const char *const stray_names[] = { "", "not-planned", "second", "reported", "not-readable", NULL };
const Terms terms_stray = { "why an entry belongs nowhere", G_N_ELEMENTS(stray_names) - 1, stray_names };

SPEC(unplanned_spec, Unplanned, "unplanned", "entry that is not in the plan",
     FIELD(Unplanned, kind, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_entry),
     FIELD(Unplanned, why, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_stray),
     FIELD(Unplanned, ref, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_KEY, NULL),
     FIELD(Unplanned, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Unplanned, part, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Unplanned, rating, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_rating),
     FIELD_AS("rating-note", Unplanned, rating_note, "words of the progress", IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Unplanned, expected, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_rating),
     FIELD(Unplanned, travel, "direction of travel", IN_ATTRIBUTE, FIELD_TERM, 0, &terms_travel),
     FIELD_AS("travel-note", Unplanned, travel_note, "words of the direction of travel", IN_ATTRIBUTE, FIELD_TEXT, 0,
              NULL),
     FIELD(Unplanned, reason, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD_AS("value", Unplanned, values, NULL, IN_ELEMENT, FIELD_MANY, 0, &report_value_spec),
     FIELD(Unplanned, commentary, NULL, IN_ELEMENT, FIELD_PROSE, 0, NULL),
     FIELD(Unplanned, corrective, "corrective action", IN_ELEMENT, FIELD_PROSE, 0, NULL),
     FIELD(Unplanned, activities, "key activities", IN_ELEMENT, FIELD_PROSE, 0, NULL),
     FIELD_AS("data-note", Unplanned, data_note, "data commentary", IN_ELEMENT, FIELD_PROSE, 0, NULL));

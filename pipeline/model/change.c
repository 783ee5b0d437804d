/* What has changed: rows of the model. */
#include "model/change.h"

static const char *const change_names[] = { "",
                                            "new",
                                            "completed",
                                            "ended",
                                            "renumbered",
                                            "merged",
                                            "closed",
                                            "dropped",
                                            "unclear",
                                            "progress",
                                            "revised",
                                            "maybe-new",
                                            "reworded",
                                            "expected",
                                            "travel",
                                            "moved",
                                            "target",
                                            "reported",
                                            "maybe-progress",
                                            "maybe-expected",
                                            "maybe-travel",
                                            "maybe-moved",
                                            "maybe-target",
                                            "maybe-revised",
                                            NULL };
const Terms terms_change = { "what has changed", G_N_ELEMENTS(change_names) - 1, change_names };

SPEC(change_spec, Change, "change", "change",
     FIELD(Change, what, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_change),
     FIELD(Change, kind, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_entry),
     FIELD(Change, ref, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_KEY, NULL),
     FIELD(Change, part, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD(Change, gone, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD(Change, previously, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL),
     FIELD(Change, from, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_rating),
     FIELD(Change, to, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_rating),
     FIELD_AS("travel-from", Change, travel_from, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_travel),
     FIELD_AS("travel-to", Change, travel_to, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_travel),
     FIELD_AS("due-from", Change, due_from, NULL, IN_ATTRIBUTE, FIELD_DATE, 0, NULL),
     FIELD_AS("due-to", Change, due_to, NULL, IN_ATTRIBUTE, FIELD_DATE, 0, NULL),
     FIELD(Change, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, 0, NULL),
     FIELD(Change, text, NULL, IN_ELEMENT, FIELD_RUNS, 0, NULL),
     FIELD(Change, was, NULL, IN_ELEMENT, FIELD_ONE, 0, &report_was_spec),
     FIELD(Change, now, NULL, IN_ELEMENT, FIELD_ONE, 0, &report_now_spec),
     FIELD(Change, reason, NULL, IN_ELEMENT, FIELD_PROSE, 0, NULL));

#define COUNT(name_, member_) FIELD_AS(name_, ItemTally, member_, NULL, IN_ATTRIBUTE, FIELD_INT, FIELD_REQUIRED, NULL)
SPEC(tally_spec, ItemTally, "tally", "count of items",
     FIELD(ItemTally, kind, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED | FIELD_KEY, &terms_entry),
     COUNT("before", before), COUNT("new", fresh), COUNT("ended", ended), COUNT("closed", closed),
     COUNT("merged", merged), COUNT("dropped", dropped), COUNT("unclear", unclear), COUNT("now", now));

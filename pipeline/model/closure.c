/* Closing words: their rows. */
#include "model/closure.h"

SPEC(closure_spec, Closure, "closed", "closed item",
     FIELD(Closure, ref, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_KEY | FIELD_UNIQUE, NULL),
     FIELD(Closure, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_NAMES, NULL),
     FIELD(Closure, now, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD(Closure, reason, NULL, IN_CONTENT, FIELD_PROSE, FIELD_REQUIRED, NULL));

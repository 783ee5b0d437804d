/* Accepted findings: their rows. */
#include "model/acceptance.h"

SPEC(acceptance_spec, Acceptance, "exception", "accepted finding",
     FIELD(Acceptance, rule, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(Acceptance, item, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Acceptance, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, FIELD_REQUIRED, NULL),
     FIELD(Acceptance, by, "role that accepted it", IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED, NULL),
     FIELD(Acceptance, text, "text of the finding", IN_ELEMENT, FIELD_TEXT, FIELD_REQUIRED, NULL),
     FIELD(Acceptance, reason, NULL, IN_ELEMENT, FIELD_TEXT, FIELD_REQUIRED, NULL));

SPEC(accepted_spec, Accepted, "accepted", "accepted findings",
     FIELD(Accepted, service, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD_AS("exception", Accepted, exceptions, NULL, IN_ELEMENT, FIELD_MANY, 0, &acceptance_spec));

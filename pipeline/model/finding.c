/* A finding of the checks: its rows. */
#include "model/finding.h"
#include "model/framework.h"

SPEC(finding_spec, Finding, "finding", "finding",
     FIELD(Finding, rule, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(Finding, severity, NULL, IN_ATTRIBUTE, FIELD_TERM, FIELD_REQUIRED, &terms_severity),
     FIELD(Finding, family, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Finding, item, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Finding, file, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Finding, line, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD(Finding, column, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD_AS("other-file", Finding, other_file, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD_AS("other-line", Finding, other_line, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD(Finding, accepted, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD_AS("accepted-by", Finding, accepted_by, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD_AS("accepted-reason", Finding, accepted_reason, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Finding, text, NULL, IN_ELEMENT, FIELD_TEXT, FIELD_REQUIRED, NULL),
     FIELD(Finding, remedy, NULL, IN_ELEMENT, FIELD_TEXT, 0, NULL));

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
     FIELD(Finding, page, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD_AS("other-file", Finding, other_file, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD_AS("other-line", Finding, other_line, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD_AS("other-page", Finding, other_page, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD(Finding, accepted, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD_AS("accepted-by", Finding, accepted_by, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD_AS("accepted-reason", Finding, accepted_reason, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Finding, text, NULL, IN_ELEMENT, FIELD_TEXT, FIELD_REQUIRED, NULL),
     FIELD(Finding, remedy, NULL, IN_ELEMENT, FIELD_TEXT, 0, NULL));

SPEC(finding_list_spec, FindingList, "findings", "findings",
     FIELD(FindingList, service, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(FindingList, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, FIELD_REQUIRED, NULL),
     FIELD_AS("finding", FindingList, findings, NULL, IN_ELEMENT, FIELD_MANY, 0, &finding_spec));

/* Every part brings its own rules; here they are put together. */
#include "programs/rules.h"
#include "check/checks.h"
#include "compose/compose.h"
#include "facts/pdf.h"
#include "manifest/manifest.h"
#include "merge/refuse.h"
#include "quarter/quarter.h"
#include "record/record-read.h"
#include "validate/validate.h"

void rules_add_all(void)
{
  rules_add(rules_intake);
  rules_add(rules_pdf);
  rules_add(rules_validate);
  rules_add(rules_merge);
  checks_add_rules();
  rules_add(rules_compose);
  rules_add(rules_manifest);
  rules_add(rules_quarter);
}

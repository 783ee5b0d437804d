/* Makes the rules of all parts known before a test's main, as the programs do first of all. */
#include "programs/rules.h"

static void __attribute__((constructor)) add_rules(void)
{
  rules_add_all();
}

/* Rules of the families R C A G M W D: references, coverage, arithmetic, rating, movement, wording, agreement. */
#include "base/rules.h"

/* clang-format off */
const Rule rules_checks[] = {
  /* { "X-ID", LEVEL_ERROR, "family", "title", "why it matters", "what to do" }, */
  { NULL }
};

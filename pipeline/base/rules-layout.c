/* Rules of the families L: layouts. */
#include "base/rules.h"

/* clang-format off */
const Rule rules_layout[] = {
  /* { "X-ID", LEVEL_ERROR, "family", "title", "why it matters", "what to do" }, */
  { NULL }
};

/* Rules of the families O: output. */
#include "base/rules.h"

/* clang-format off */
const Rule rules_output[] = {
  /* { "X-ID", LEVEL_ERROR, "family", "title", "why it matters", "what to do" }, */
  { NULL }
};

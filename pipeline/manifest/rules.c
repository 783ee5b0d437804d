/* Rules of the families O: output. */
#include "manifest/manifest.h"

/* clang-format off */
const Rule rules_manifest[] = {
  /* verify: the manifest of a run */
  { "O-DIFFERS", LEVEL_ERROR, "output", "the same input gave other bytes",
    "a report must come out the same wherever and whenever it is made, or nobody can tell whether it was changed",
    "tell the makers of the programs, and name the file and both machines" },
  { "O-INPUT", LEVEL_WARNING, "output", "an input has changed since the run",
    "the report no longer shows what its input says",
    "make the report again" },
  { "O-MISSING", LEVEL_ERROR, "output", "a file of the manifest is missing",
    "without it nobody can prove how the report was made",
    "make the report again, or bring the file back" },
  { "O-OUTPUT", LEVEL_ERROR, "output", "an output is not what the run made",
    "somebody or something changed the file after it was made",
    "make the report again and compare" },
  { "O-PROGRAM", LEVEL_NOTE, "output", "a program is not the one that made the report",
    "another version may give other bytes; on another machine this is expected",
    "repeat the run with --repeat to see whether the bytes are the same" },
  { NULL }
};

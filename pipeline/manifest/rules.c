/* Rules of the families O: output. */
#include "manifest/manifest.h"

/* clang-format off */
const Rule rules_manifest[] = {
  /* verify: the manifest of a run */
  { "O-DIFFERS", LEVEL_ERROR, "output", "the same input gave other bytes",
    "A report must come out the same wherever and whenever it is made, or nobody can tell whether it was changed.",
    "Tell the makers of the programs, and name the file and both machines." },
  { "O-INPUT", LEVEL_WARNING, "output", "an input has changed since the run",
    "The report no longer shows what its input says, and cannot be repeated from it.",
    "Make the report again." },
  { "O-MISSING", LEVEL_ERROR, "output", "a file of the manifest is missing",
    "Without it nobody can prove how the report was made.",
    "Make the report again, or bring the file back." },
  { "O-OUTPUT", LEVEL_ERROR, "output", "an output is not what the run made",
    "Somebody or something changed the file after it was made.",
    "Make the report again and compare." },
  { "O-NOTHING", LEVEL_ERROR, "output", "a manifest that proves nothing",
    "It names no report, or cannot be read; nobody can tell whether the files beside it are what a run made.",
    "Make the report again." },
  { "O-OTHERWISE", LEVEL_NOTE, "output", "a file came out with other bytes here",
    "A library, font or source that it depends on is another one here: nobody here can tell whether the file was changed.",
    "Prove it where it was made, or make the report again." },
  { "O-PATH", LEVEL_ERROR, "output", "a path of the manifest leads out of its folder",
    "A manifest speaks of the files of its own folder; another path was put there by somebody.",
    "Make the report again." },
  { "O-PLACE", LEVEL_WARNING, "output", "a folder stands elsewhere than its manifest says",
    "A report that was moved, or whose manifest was changed, may be taken for another one's.",
    "Put it back, or make the report again where it belongs." },
  { "O-PROGRAM", LEVEL_NOTE, "output", "a program is not the one that made the report",
    "Another version may give other bytes; on another machine this is expected.",
    "Install the same version again, or make the report again with this one." },
  { "O-STRAY", LEVEL_ERROR, "output", "a file that no run made",
    "What stands in the folder of a report is taken for a part of it.",
    "Take the file out of the folder." },
  { "O-TWICE", LEVEL_ERROR, "output", "two reports of a list have one folder",
    "The second would take the place of the first, and nobody would notice.",
    "Give one of them a name of its own (name=), or name both layouts in one report (layouts=)." },
  { "O-WITHDRAWN", LEVEL_WARNING, "output", "what an earlier run made was withdrawn",
    "The files that it was made from have changed, or can no longer be read; it would be taken for the new one.",
    "Make it again, once what is said above is put right; until then it stands in team/withdrawn/." },
  { NULL }
};

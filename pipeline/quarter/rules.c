/* Rules of the family Q: a council's folder, and what is made of it. */
#include "quarter/quarter.h"
/* clang-format off */
const Rule rules_quarter[] = {
  { "Q-FUTURE", LEVEL_WARNING, "quarter", "a return that was submitted on a day still to come",
    "Whether it was late cannot be told, and the chase list would be wrong of it.",
    "Correct the day on which it was submitted, or the clock of this machine." },
  { "Q-KIND", LEVEL_WARNING, "quarter", "a file that is not what its folder is for",
    "Plans stand in plans/, returns in returns/, papers in papers/, accepted findings in accepted/; a file of another kind there is not used, and somebody may wait for it.",
    "Put it into the folder of its kind, or take it away." },
  { "Q-PLAN", LEVEL_ERROR, "quarter", "a return of a service that has no plan in force",
    "What a return says can only be shown beside what was planned.",
    "Put the plan of that year into plans/, or correct the service or the period of the return." },
  { "Q-READ", LEVEL_ERROR, "quarter", "a file or folder of which nobody can tell what is in it",
    "It may be the return that is waited for. Where it stands says whose it is taken for: returns/2009-10-Q4/housing.xml.",
    "Let 'qmr validate' say what is wrong with it, and see that the run may read it." },
  { "Q-SERVICE", LEVEL_ERROR, "quarter", "a plan or return of a service that the framework does not have",
    "Nobody would miss it, and nothing is made of it.",
    "Correct the service in the file, or add the department to the framework." },
  { "Q-TWICE", LEVEL_ERROR, "quarter", "two files for one thing",
    "Nobody can tell which of them counts.",
    "Take one of them out of the folder." },
  { NULL }
};

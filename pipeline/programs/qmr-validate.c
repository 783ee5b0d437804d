/* qmr-validate: checks files, each for itself. */
#include "programs/commands.h"
#include "programs/rules.h"

int main(int argc, char **argv)
{
  rules_add_all();
  return stage_validate("qmr-validate", argc, argv);
}

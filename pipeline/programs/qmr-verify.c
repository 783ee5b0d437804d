/* qmr-verify: proves a folder of reports. */
#include "programs/commands.h"
#include "programs/rules.h"

int main(int argc, char **argv)
{
  rules_add_all();
  return command_verify("qmr-verify", argc, argv);
}

/* qmr: the front door. The first word names the command; each has a file of its own. */
#include "base/text.h"
#include "program/program.h"
#include "programs/commands.h"
#include "programs/rules.h"
#include <stdio.h>
#include <string.h>

typedef struct {
  const char *name, *about;
  int (*run)(const char *name, int argc, char **argv);
} Command;

static const Command commands[] = {
  { "accept", "accept a finding that somebody answers for", command_accept },
  { "explain", "what a rule means and what to do", command_explain },
  { "layouts", "the report types there are", command_layouts },
  { "new", "make a council to start from", command_new },
  { "preview", "one section, objective or indicator alone", command_preview },
  { "quarter", "make every report of a council's period, and only what changed", command_quarter },
  { "release", "put the reports of a period where everybody may see them", command_release },
  { "report", "make a report of your files", command_report },
  { "validate", "check files, each for itself", command_validate },
  { "verify", "prove that a report is what its files give", command_verify },
  { "year", "make every report that a list names", command_year },
};

static const Program program = { .name = "qmr" };

static void print_help(FILE *stream)
{
  fputs("Reports by which a council tells its members how it is doing.\n\n  qmr COMMAND ...\n\n", stream);
  for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
    fprintf(stream, "  %-10s %s\n", commands[i].name, commands[i].about);
  fputs("\nqmr COMMAND --help tells more, with examples.\n"
        "Exit codes: 0 clean, 1 faults in the input, 2 usage, 3 environment (disk, memory, missing file).\n",
        stream);
}

static int unknown(const char *word)
{
  const char *names[G_N_ELEMENTS(commands) + 1] = { NULL };
  for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
    names[i] = commands[i].name;
  const char *closest = text_closest(word, names);
  g_autofree char *said = text_tame(word);
  fprintf(stderr, "qmr: there is no command '%s'", said);
  if (closest)
    fprintf(stderr, " (did you mean '%s'?)", closest);
  fputs("\n", stderr);
  print_help(stderr);
  return EXIT_USAGE;
}

static bool is_help(const char *word)
{
  return strcmp(word, "help") == 0 || strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

static int tell_of_itself(const char *word)
{
  program_prepare(program.name);
  if (is_help(word))
    print_help(stdout);
  else
    printf("qmr %s\n", QMR_VERSION);
  return program_finish(&program, EXIT_CLEAN);
}

int main(int argc, char **argv)
{
  rules_add_all();
  const char *word = argc > 1 ? argv[1] : "";
  if (is_help(word) || strcmp(word, "--version") == 0)
    return tell_of_itself(word);
  for (guint i = 0; i < G_N_ELEMENTS(commands); i++) {
    g_autofree char *name = g_strconcat("qmr ", commands[i].name, NULL);
    if (strcmp(word, commands[i].name) == 0)
      return commands[i].run(name, argc - 1, argv + 1);
  }
  if (argc > 1)
    return unknown(word);
  print_help(stderr);
  return EXIT_USAGE;
}

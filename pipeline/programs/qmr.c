/* qmr: the front door. The first word names the command; each has a file of its own. */
#include "base/text.h"
#include "program/complete.h"
#include "program/man-page.h"
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
  { "compare", "what two versions of a report show otherwise", command_compare },
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

#define EXIT_CODES "Exit codes: 0 clean, 1 faults in the input, 2 usage, 3 environment (disk, memory, missing file).\n"

static void print_help(FILE *stream)
{
  fputs("Reports by which a council tells its members how it is doing.\n\n  qmr COMMAND ...\n\n", stream);
  for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
    fprintf(stream, "  %-10s %s\n", commands[i].name, commands[i].about);
  fputs("\nqmr COMMAND --help tells more, with examples.\n" EXIT_CODES, stream);
}

/* ---- the manual -------------------------------------------------------------------------------------------------- */

/* Stages are programs of their own, for those who want one step alone. */
static const char *const stages[] = { "qmr-check", "qmr-compose", "qmr-merge", "qmr-render" };

static void add_commands(GString *page)
{
  man_page_section(page, "COMMANDS");
  for (guint i = 0; i < G_N_ELEMENTS(commands); i++) {
    g_autofree char *term = g_strconcat("qmr ", commands[i].name, NULL);
    man_page_entry(page, term, commands[i].about);
  }
}

static void add_files(GString *page)
{
  man_page_section(page, "FILES");
  man_page_entry(
      page, "framework.xml",
      "Who there is: priorities, services, boards, roles, and how a figure is rated. It is looked for beside "
      "the plan and above it.");
  man_page_entry(page, "calendar.xml",
                 "What is made for whom, when returns are due, and from when reports are public.");
  man_page_entry(page, "layouts/",
                 "Report types of your own, beside or above the plan; they are found first. Those of the program come "
                 "last.");
  man_page_entry(page, "out/PERIOD/SERVICE/", "What was made; what is for the team alone stands in team/ there.");
}

static void add_see_also(GString *page)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
    g_ptr_array_add(names, g_strconcat("qmr-", commands[i].name, NULL));
  for (guint i = 0; i < G_N_ELEMENTS(stages); i++)
    g_ptr_array_add(names, g_strdup(stages[i]));
  g_ptr_array_add(names, NULL);
  man_page_see_also(page, (const char *const *)names->pdata);
}

static void print_man(void)
{
  g_autoptr(GString) page = man_page_new("qmr", "reports by which a council tells its members how it is doing");
  man_page_section(page, "SYNOPSIS");
  man_page_text(page, "qmr COMMAND ...");
  man_page_section(page, "DESCRIPTION");
  man_page_text(page,
                "Checks the plans and returns of a council's services, holds them against each other, and makes their "
                "reports: PDF, workbook, web page and CSV files.\n\n"
                "  qmr new council\n"
                "  qmr quarter council\n\n"
                "makes a council to start from, and its reports. Each command has a page of its own.");
  add_commands(page);
  add_files(page);
  man_page_exit_codes(page, EXIT_CODES);
  add_see_also(page);
  fputs(page->str, stdout);
}

/* ---- the first word ---------------------------------------------------------------------------------------------- */

static const Command *find_command(const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
    if (strcmp(word, commands[i].name) == 0)
      return &commands[i];
  return NULL;
}

static int run(const Command *command, int argc, char **argv)
{
  g_autofree char *name = g_strconcat("qmr ", command->name, NULL);
  return command->run(name, argc, argv);
}

static void print_commands(const char *begun)
{
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
    complete_offer(commands[i].name, begun, out);
  complete_offer("--help", *begun ? begun : "none", out);
  complete_offer("--version", *begun ? begun : "none", out);
  fputs(out->str, stdout);
}

/* What may stand for the last of words: a command, or what the command says. */
static int complete(int n, char **words)
{
  const Command *command = n > 1 ? find_command(words[0]) : NULL;
  if (command) {
    g_autofree char **asked = g_new0(char *, n + 2);
    asked[0] = words[0], asked[1] = (char *)PROGRAM_COMPLETE;
    memcpy(asked + 2, words + 1, (gsize)(n - 1) * sizeof *words);
    return run(command, n + 1, asked);
  }
  if (n == 1)
    print_commands(words[0]);
  return program_finish(&program, EXIT_CLEAN);
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
  else if (strcmp(word, PROGRAM_MAN) == 0)
    print_man();
  else
    printf("qmr %s\n", QMR_VERSION);
  return program_finish(&program, EXIT_CLEAN);
}

int main(int argc, char **argv)
{
  rules_add_all();
  const char *word = argc > 1 ? argv[1] : "";
  if (is_help(word) || strcmp(word, "--version") == 0 || strcmp(word, PROGRAM_MAN) == 0)
    return tell_of_itself(word);
  if (strcmp(word, PROGRAM_COMPLETE) == 0)
    return complete(argc - 2, argv + 2);
  const Command *command = find_command(word);
  if (command)
    return run(command, argc - 1, argv + 1);
  if (argc > 1)
    return unknown(word);
  print_help(stderr);
  return EXIT_USAGE;
}

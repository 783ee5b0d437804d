/* Lists of reports, and the build files that make them. */
#include "quarter/ninja.h"
#include "folder/folder.h"
#include "quarter/batch.h"
#include "record/record-write.h"
#include <string.h>

/* The name of a task's file, one to one: "2009-10-Q4/boards/safer" gives "boards%2Fsafer". */
static char *file_of(const Task *task, const char *suffix)
{
  const char *below = g_str_has_prefix(task->folder, "papers/") ? task->folder : strchr(task->folder, '/') + 1;
  g_autofree char *name = folder_name(below);
  return g_strconcat("tasks/", name, suffix, NULL);
}

char *ninja_account(const Task *task)
{
  return file_of(task, ".account");
}

char *ninja_list(const Task *task)
{
  return file_of(task, ".xml");
}

/* ---- lists ------------------------------------------------------------------------------------------------------- */

static void add(Outputs *files, const char *name, GString *text)
{
  outputs_add(files, name, g_string_free_to_bytes(text));
}

static void add_list(const Task *task, Outputs *files)
{
  g_autoptr(Arena) arena = arena_new();
  Year *year = record_new(arena, &year_spec, NULL);
  GString *text = g_string_new(NULL);
  g_autofree char *name = ninja_list(task);
  g_ptr_array_add(year->reports, task->report);
  record_write(&year->record, text);
  add(files, name, text);
}

/* ---- the build file ---------------------------------------------------------------------------------------------- */

/* A bar would end the name, and has no sign of its own: it stands there as what the variable bar holds. */
static void append_path(GString *out, const char *above, const char *path)
{
  g_autofree char *full = above && *above && *path != '/' ? g_build_filename(above, path, NULL) : g_strdup(path);
  g_string_append_c(out, ' ');
  for (const char *at = full; *at; at++) {
    if (strchr("$ :", *at))
      g_string_append_c(out, '$');
    if (*at == '|')
      g_string_append(out, "${bar}");
    else
      g_string_append_c(out, *at);
  }
}

/* A word of a command line: quoted for the shell, then for ninja. */
static void append_word(GString *out, const char *word)
{
  g_autofree char *quoted = g_shell_quote(word);
  g_string_append_c(out, ' ');
  for (const char *at = quoted; *at; at++) {
    if (*at == '$')
      g_string_append_c(out, '$');
    g_string_append_c(out, *at);
  }
}

GPtrArray *ninja_command(const Holding *holding, const NinjaRun *run)
{
  const char *const words[] = { run->program, "year",   "--each",   "--brief",
                                "--out",      run->out, "--beside", holding->framework };
  GPtrArray *command = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    g_ptr_array_add(command, g_strdup(words[i]));
  return command;
}

/* What starts a step is for the shell; all of it one line. */
static void append_launch(GString *out, const char *launch)
{
  for (; *launch; launch++) {
    if (*launch == '$')
      g_string_append_c(out, '$');
    g_string_append_c(out, *launch == '\n' ? ' ' : *launch);
  }
}

/* What starts a step says nothing of what it makes: the command is a file of its own, of which all is made, and ninja
 * does not compare command lines ("generator"). */
static void append_rule(GString *out, const Holding *holding, const NinjaRun *run)
{
  g_autoptr(GPtrArray) words = ninja_command(holding, run);
  g_string_append(out, "rule report\n  command =");
  if (run->launch) {
    g_string_append_c(out, ' ');
    append_launch(out, run->launch);
  }
  for (guint i = 0; i < words->len; i++)
    append_word(out, g_ptr_array_index(words, i));
  g_string_append(out, " $in\n  description = $what\n  restat = 1\n  generator = 1\n\n");
}

static void append_inputs(GString *out, const Task *task, const NinjaRun *run)
{
  const Held *const held[] = { task->plan, task->form, task->accepted };
  for (guint i = 0; i < G_N_ELEMENTS(held); i++)
    if (held[i])
      append_path(out, NULL, held[i]->path);
  for (guint i = 0; i < task->earlier->len; i++)
    append_path(out, NULL, ((const Held *)g_ptr_array_index(task->earlier, i))->path);
  for (guint i = 0; i < task->also->len; i++)
    append_path(out, NULL, ((const Held *)g_ptr_array_index(task->also, i))->path);
  for (guint i = 0; i < task->needs->len; i++) {
    const Task *needed = g_ptr_array_index(task->needs, i);
    g_autofree char *account = needed->report ? ninja_account(needed) : NULL;
    if (account)
      append_path(out, run->state, account);
  }
}

/* What all are made of. */
static void append_common(GString *out, const Holding *holding, const NinjaRun *run)
{
  append_path(out, NULL, run->program);
  append_path(out, NULL, holding->framework);
  append_path(out, run->state, "layouts");
  append_path(out, run->state, "command");
}

static void append_step(GString *out, const GPtrArray *step, guint place, const Holding *holding, const NinjaRun *run)
{
  const Task *first = g_ptr_array_index(step, 0);
  g_string_append(out, "build");
  for (guint i = 0; i < step->len; i++) {
    g_autofree char *account = ninja_account(g_ptr_array_index(step, i));
    append_path(out, run->state, account);
  }
  if (run->known && g_hash_table_contains(run->known, first)) {
    g_string_append(out, ": phony\n");
    return;
  }
  g_string_append(out, ": report");
  for (guint i = 0; i < step->len; i++) {
    g_autofree char *list = ninja_list(g_ptr_array_index(step, i));
    append_path(out, run->state, list);
  }
  g_string_append(out, " |");
  append_common(out, holding, run);
  for (guint i = 0; i < step->len; i++)
    append_inputs(out, g_ptr_array_index(step, i), run);
  if (step->len == 1)
    g_string_append_printf(out, "\n  what = %s\n", first->folder);
  else
    g_string_append_printf(out, "\n  what = @%u\n", place);
}

GString *ninja_build(const GPtrArray *steps, const Holding *holding, const NinjaRun *run)
{
  GString *build =
      g_string_new("# Written by 'qmr quarter', run by ninja.\nninja_required_version = 1.10\nbar = |\nbuilddir =");
  append_path(build, NULL, run->state);
  g_string_append_c(build, '\n');
  append_rule(build, holding, run);
  for (guint i = 0; i < steps->len; i++)
    append_step(build, g_ptr_array_index(steps, i), i, holding, run);
  return build;
}

/* The command, a word a line. */
static GString *command_text(const Holding *holding, const NinjaRun *run)
{
  g_autoptr(GPtrArray) words = ninja_command(holding, run);
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf(text, "%s\n", (const char *)g_ptr_array_index(words, i));
  return text;
}

Outputs *ninja_files(const Worklist *list, const Holding *holding, const NinjaRun *run)
{
  Outputs *files = outputs_new();
  g_autoptr(GPtrArray) steps = batch_steps(list, NULL, 1);
  for (guint i = 0; i < list->tasks->len; i++) {
    const Task *task = g_ptr_array_index(list->tasks, i);
    if (task->report)
      add_list(task, files);
  }
  add(files, "layouts", g_string_new(run->layouts));
  add(files, "command", command_text(holding, run));
  add(files, "build.ninja", ninja_build(steps, holding, run));
  return files;
}

/* Lists of reports, and the build file that makes them. */
#include "quarter/ninja.h"
#include "folder/folder.h"
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

static void append_path(GString *out, const char *above, const char *path)
{
  g_autofree char *full = above && *above && *path != '/' ? g_build_filename(above, path, NULL) : g_strdup(path);
  g_string_append_c(out, ' ');
  for (const char *at = full; *at; at++) {
    if (strchr("$ :", *at))
      g_string_append_c(out, '$');
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

/* Exit code 1 says that the data have faults, which the account tells: the task is done. */
static void append_rule(GString *out, const Holding *holding, const NinjaRun *run)
{
  g_string_append(out, "rule report\n  command =");
  if (run->launch)
    g_string_append_printf(out, " %s", run->launch);
  append_word(out, run->program);
  g_string_append(out, " year --brief --out");
  append_word(out, run->out);
  g_string_append(out, " --beside");
  append_word(out, holding->framework);
  g_string_append(out, " --account $out --depfile $out.d $in >$out.log 2>&1 || [ $$? = 1 ]\n"
                       "  description = $folder\n  depfile = $out.d\n  deps = gcc\n  restat = 1\n\n");
}

static void append_inputs(GString *out, const Task *task, const Holding *holding, const NinjaRun *run)
{
  const Held *const held[] = { task->plan, task->form, task->accepted };
  append_path(out, NULL, run->program);
  append_path(out, NULL, holding->framework);
  append_path(out, run->state, "layouts");
  for (guint i = 0; i < G_N_ELEMENTS(held); i++)
    if (held[i])
      append_path(out, NULL, held[i]->path);
  for (guint i = 0; i < task->earlier->len; i++)
    append_path(out, NULL, ((const Held *)g_ptr_array_index(task->earlier, i))->path);
  for (guint i = 0; i < task->needs->len; i++) {
    const Task *needed = g_ptr_array_index(task->needs, i);
    g_autofree char *account = needed->report ? ninja_account(needed) : NULL;
    if (account)
      append_path(out, run->state, account);
  }
}

static void append_task(GString *out, const Task *task, const Holding *holding, const NinjaRun *run)
{
  g_autofree char *account = ninja_account(task), *list = ninja_list(task);
  g_string_append(out, "build");
  append_path(out, run->state, account);
  g_string_append(out, ": report");
  append_path(out, run->state, list);
  g_string_append(out, " |");
  append_inputs(out, task, holding, run);
  g_string_append_printf(out, "\n  folder = %s\n", task->folder);
}

Outputs *ninja_files(const Worklist *list, const Holding *holding, const NinjaRun *run)
{
  Outputs *files = outputs_new();
  GString *build = g_string_new("# Written by 'qmr quarter', run by ninja.\nninja_required_version = 1.10\nbuilddir =");
  append_path(build, NULL, run->state);
  g_string_append_c(build, '\n');
  append_rule(build, holding, run);
  for (guint i = 0; i < list->tasks->len; i++) {
    const Task *task = g_ptr_array_index(list->tasks, i);
    if (!task->report)
      continue;
    append_task(build, task, holding, run);
    add_list(task, files);
  }
  add(files, "layouts", g_string_new(run->layouts));
  add(files, "build.ninja", build);
  return files;
}

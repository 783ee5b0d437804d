/* Checking the names that a layout gives, and its languages. */
#include "compose/layout-check.h"
#include "layout/layout-sizes.h"
#include "record/prose-link.h"
#include <string.h>

/* What the document will say of itself must be a language. */
static void check_language(Compiler *compiler, const Record *record, const char *lang)
{
  if (lang && !prose_lang_is_good(lang))
    compiler_fault(compiler, "V-LANG", record, "lang",
                   "lang '%s' is not a language (use a code such as cy, fr or en-GB)", lang);
}

/* The folder of tables stands beside files, and has the name of none. */
static void check_tables(Compiler *compiler, const Record *record, const char *name)
{
  static const char *const suffixes[] = { ".pdf", ".xlsx", ".html", ".xml", ".json", ".txt" };
  g_autofree char *lower = name ? g_ascii_strdown(name, -1) : NULL;
  for (guint i = 0; lower && i < G_N_ELEMENTS(suffixes); i++)
    if (g_str_has_suffix(lower, suffixes[i]))
      compiler_fault(compiler, "L-FILES", record, "tables",
                     "'%s' is no name for tables: they stand in a folder, and it is called like a file", name);
}

/* Files of a run stand in its folder, and those that a run itself writes for the team are not a layout's. */
static void check_file_name(Compiler *compiler, const Record *record, const char *attribute, const char *name)
{
  static const char *const taken[] = { "team", "model", "findings", "messages", "manifest", NULL };
  g_autofree char *lower = name ? g_ascii_strdown(name, -1) : NULL;
  if (name && strchr(name, '/'))
    compiler_fault(compiler, "L-FILES", record, attribute, "'%s' is no name for files: it leads into another folder",
                   name);
  else if (name && g_strv_contains(taken, lower))
    compiler_fault(compiler, "L-FILES", record, attribute, "'%s' is no name for files: a run's own are called so",
                   name);
}

static void check_file_names(Compiler *compiler, const Layout *layout)
{
  const Record *record = &layout->record;
  check_file_name(compiler, record, "name", layout->name);
  check_file_name(compiler, record, "files", layout->files);
  check_file_name(compiler, record, "workbook", layout->workbook);
  check_file_name(compiler, record, "tables", layout->tables);
  check_tables(compiler, record, layout->tables);
}

/* Said here, with the place in style or layout, not when the pages are drawn. */
static void fault_size(const Record *record, const char *attribute, const char *text, void *compiler)
{
  compiler_fault(compiler, "L-SIZE", record, attribute, "%s", text);
}

void layout_check(Compiler *compiler, const Composition *composition)
{
  const Layout *layout = composition->layout;
  check_file_names(compiler, layout);
  check_language(compiler, &layout->record, layout->lang);
  check_language(compiler, &composition->words->record, composition->words->lang);
  layout_check_sizes(layout, fault_size, compiler);
  style_check_sizes(composition->style, fault_size, compiler);
}

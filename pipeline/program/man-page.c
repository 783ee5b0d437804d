/* Pages of the manual: what --help tells, in roff. */
#include "program/man-page.h"
#include <string.h>

#define EXIT_CODES "Exit codes: "

/* ---- letters and lines ------------------------------------------------------------------------------------------- */

static void append_letter(GString *page, char letter)
{
  switch (letter) {
  case '\\':
    g_string_append(page, "\\e");
    break;
  case '-':
    g_string_append(page, "\\-");
    break;
  case '\'':
    g_string_append(page, "\\(aq");
    break;
  case '`':
    g_string_append(page, "\\(ga");
    break;
  case '^':
    g_string_append(page, "\\(ha");
    break;
  case '~':
    g_string_append(page, "\\(ti");
    break;
  default:
    g_string_append_c(page, letter);
  }
}

static void append_letters(GString *page, const char *text)
{
  for (; *text; text++)
    append_letter(page, *text);
}

/* A line of text; one that begins with a dot is no request. */
static void append_line(GString *page, const char *text)
{
  if (*text == '.')
    g_string_append(page, "\\&");
  append_letters(page, text);
  g_string_append_c(page, '\n');
}

/* ---- parts of a page --------------------------------------------------------------------------------------------- */

/* "qmr report" is the page qmr-report; caller frees. */
static char *page_name(const char *name)
{
  return g_strdelimit(g_strdup(name), " ", '-');
}

GString *man_page_new(const char *name, const char *about)
{
  g_autofree char *title = page_name(name), *capitals = g_ascii_strup(title, -1);
  GString *page = g_string_new(NULL);
  g_string_printf(page, ".TH \"%s\" 1 \"\" \"qmr %s\" \"Quarterly Monitoring Report\"\n.nh\n", capitals, QMR_VERSION);
  man_page_section(page, "NAME");
  append_letters(page, title);
  g_string_append(page, " \\- ");
  append_line(page, about);
  return page;
}

void man_page_section(GString *page, const char *title)
{
  g_string_append_printf(page, ".SH \"%s\"\n", title);
}

void man_page_text(GString *page, const char *text)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  bool shown = false, apart = false;
  for (char **line = lines; *line; line++) {
    bool example = **line == ' ';
    apart |= !**line;
    if (!**line)
      continue;
    if (shown && !example)
      g_string_append(page, ".EE\n");
    if (apart || shown != example)
      g_string_append(page, ".PP\n");
    if (example && !shown)
      g_string_append(page, ".EX\n");
    append_line(page, *line);
    shown = example, apart = false;
  }
  if (shown)
    g_string_append(page, ".EE\n");
}

void man_page_entry(GString *page, const char *term, const char *text)
{
  g_string_append(page, ".TP\n\\fB");
  append_letters(page, term);
  g_string_append(page, "\\fR\n");
  append_line(page, text);
}

/* Where the next code begins, after ", "; the end of the text when there is none. */
static const char *next_code(const char *at)
{
  for (; *at; at++)
    if (at[0] == ',' && strchr(" \n", at[1]) && g_ascii_isdigit(at[2]) && at[3] == ' ')
      return at;
  return at;
}

void man_page_exit_codes(GString *page, const char *text)
{
  const char *at = strstr(text, EXIT_CODES);
  man_page_section(page, "EXIT STATUS");
  at = at ? at + strlen(EXIT_CODES) : "";
  while (g_ascii_isdigit(*at) && at[1] == ' ') {
    const char *end = next_code(at);
    g_autofree char *code = g_strndup(at, 1), *meaning = g_strndup(at + 2, (gsize)(end - at - 2));
    g_strdelimit(g_strchomp(meaning), "\n", ' ');
    if (!*end && g_str_has_suffix(meaning, "."))
      meaning[strlen(meaning) - 1] = '\0';
    man_page_entry(page, code, meaning);
    at = *end ? end + 2 : end;
  }
}

void man_page_see_also(GString *page, const char *const *names)
{
  man_page_section(page, "SEE ALSO");
  for (; *names; names++) {
    g_string_append(page, ".BR ");
    append_letters(page, *names);
    g_string_append_printf(page, " (1)%s\n", names[1] ? "," : "");
  }
}

/* ---- a program --------------------------------------------------------------------------------------------------- */

/* The first words of a summary: "Makes a report: checks ..." gives "makes a report". Caller frees. */
static char *about_of(const char *summary)
{
  gsize n = 0;
  while (summary[n] && !(strchr(".:;", summary[n]) && strchr(" \n", summary[n + 1])) &&
         !g_str_has_prefix(summary + n, " ("))
    n++;
  char *about = g_strdelimit(g_strndup(summary, n), "\n", ' ');
  *about = g_ascii_tolower(*about);
  return about;
}

static void append_options(GString *page, const GOptionEntry *options)
{
  for (; options && options->long_name; options++) {
    if (options->flags & G_OPTION_FLAG_HIDDEN)
      continue;
    g_autoptr(GString) term = g_string_new(NULL);
    if (options->short_name)
      g_string_append_printf(term, "-%c, ", options->short_name);
    g_string_append_printf(term, "--%s", options->long_name);
    if (options->arg_description)
      g_string_append_printf(term, "=%s", options->arg_description);
    man_page_entry(page, term->str, options->description);
  }
}

/* The summary without its last sentence, which has a section of its own; caller frees. */
static char *description_of(const char *summary)
{
  const char *end = strstr(summary, EXIT_CODES);
  return end ? g_strndup(summary, (gsize)(end - summary)) : g_strdup(summary);
}

GString *man_page_of(const Program *program, const GOptionEntry *shared)
{
  g_autofree char *about = about_of(program->summary), *description = description_of(program->summary);
  GString *page = man_page_new(program->name, about);
  man_page_section(page, "SYNOPSIS");
  g_string_append(page, "\\fB");
  append_letters(page, program->name);
  g_string_append(page, "\\fR [\\fIOPTION\\fR...] ");
  append_line(page, program->usage);
  man_page_section(page, "DESCRIPTION");
  man_page_text(page, description);
  man_page_section(page, "OPTIONS");
  append_options(page, program->options);
  append_options(page, shared);
  man_page_exit_codes(page, program->summary);
  man_page_see_also(page, (const char *const[]){ "qmr", NULL });
  return page;
}

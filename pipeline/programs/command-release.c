/* Puts the reports of a period where everybody may see them. */
#include "base/text.h"
#include "folder/search.h"
#include "program/program.h"
#include "program/supervise.h"
#include "programs/commands.h"
#include "release/release.h"
#include "release/today.h"
#include <stdio.h>
#include <string.h>

static char *out, *calendar, *today;
static gboolean fewer;

static const GOptionEntry options[] = {
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, "Folder of all outputs (out)", "FOLDER" },
  { "calendar", 'c', 0, G_OPTION_ARG_FILENAME, &calendar,
    "The calendar; else calendar.xml beside or above the framework, for papers beside or above the paper", "FILE" },
  { "today", 0, 0, G_OPTION_ARG_STRING, &today, "Release as on this day (2010-06-15); else by the clock", "DAY" },
  { "fewer", 0, 0, G_OPTION_ARG_NONE, &fewer,
    "Replace a public report even by one that says of some services only that they are not available", NULL },
  { NULL },
};

static const char *const needed[] = { "the period (2009-10-Q4) or the meeting (papers/2013-01-15)" };

static const Program release_program = {
  .usage = "PERIOD | papers/DATE",
  .summary =
      "Releases the reports of a period: copies from OUT/PERIOD/ to OUT/public/PERIOD/ what everybody may see. "
      "Nothing\n"
      "else fills public/; no other command touches it.\n\n"
      "  qmr release 2009-10-Q4\n"
      "  qmr release papers/2013-01-15\n"
      "  qmr release 2009-10-Q4 --today 2010-06-15 --out /tmp/rehearsal\n\n"
      "A report is released when\n"
      "  - it is proved: made again from its files it comes out the same, byte for byte (as by 'qmr verify'), and no "
      "other\n"
      "    file stands in its folder; what its manifest says of itself is not believed;\n"
      "  - plan, return, paper or models are final: status=\"final\";\n"
      "  - nobody has to answer for an error: put it right, or accept it ('qmr accept'), and make the report again;\n"
      "  - its day has come. calendar.xml names it, once a period, once a meeting:\n\n"
      "      <calendar xmlns=\"urn:qmr:1\" format=\"1.0\">\n"
      "        <release period=\"2009-10-Q4\" day=\"2010-06-15\"/>\n"
      "        <meeting date=\"2013-01-15\" papers=\"2013-01-07\"/>\n"
      "      </calendar>\n\n"
      "A report made of models is released when all of this is true of each service's own folder, too. Papers are "
      "released\n"
      "by the date of their meeting; exempt ones (part=\"exempt\") never, nor any that name a paragraph\n"
      "of Schedule 12A or do not say part=\"public\".\n\n"
      "Released are PDF, workbook, web page and CSV files, never team/; SHA256SUMS beside them lists them\n"
      "('sha256sum -c SHA256SUMS' checks them). What was released before is replaced only by other bytes, in one step, "
      "and\n"
      "that is said, with every file that a report does not have any more and that goes; a report that may no longer "
      "be\n"
      "released stays, and that is said, too: to take it back is for people. One that says of a service only that it "
      "is\n"
      "not available takes the place of a public one with --fewer alone.\n"
      "Exit codes: 0 everything is released, 1 something was refused, 2 usage, 3 environment.",
  .options = options,
  .min_files = 1,
  .max_files = 1,
  .needed = needed,
  .example = "2009-10-Q4",
};

/* One report to be released, in a process of its own: what stops one stops no other. */
typedef struct {
  const Program *program;
  const char *name; /* below out */
  Law law;
} Asked;

/* ---- what is said
 * ---------------------------------------------------------------------------------------------------- */

static FILE *stream(void)
{
  return program_as_json() ? stderr : stdout;
}

static void G_GNUC_PRINTF(2, 3) say(const char *path, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *text = g_strdup_vprintf(format, arguments), *shown = text_tame(text), *folder = text_tame(path);
  va_end(arguments);
  fprintf(stream(), "%s: %s\n", folder, shown);
  fflush(stream());
}

static const char *files_of(guint n)
{
  return n == 1 ? "file" : "files";
}

/* What was public, and is not any more. */
static void tell_gone(const char *to, const GPtrArray *gone)
{
  for (guint i = 0; i < gone->len; i++) {
    g_autofree char *path = g_build_filename(to, g_ptr_array_index(gone, i), NULL);
    say(path, "is public no more: the report does not have it any more");
  }
}

/* "2 files are new or changed, 1 is public no more"; caller frees. */
static char *what_changed(const Release *release)
{
  guint n = release->n, gone = release->gone->len;
  GString *text = g_string_new(n == 0 && gone == 0 ? "the list " RELEASED_NAME " is new or changed" : NULL);
  if (n > 0)
    g_string_append_printf(text, "%u %s new or changed%s", n, n == 1 ? "file is" : "files are", gone > 0 ? ", " : "");
  if (gone > 0)
    g_string_append_printf(text, "%u %s%s public no more", gone,
                           n > 0       ? ""
                           : gone == 1 ? "file "
                                       : "files ",
                           gone == 1 ? "is" : "are");
  return g_string_free(text, FALSE);
}

static void tell_again(const char *from, const char *to, const Release *release)
{
  g_autofree char *changed = what_changed(release);
  say(from, "released again: in %s %s", to, changed);
  tell_gone(to, release->gone);
}

static void tell(const char *from, const char *to, const Release *release)
{
  switch (release->answer) {
  case RELEASE_DONE:
    say(from, "released: %u %s in %s", release->n, files_of(release->n), to);
    break;
  case RELEASE_AGAIN:
    tell_again(from, to, release);
    break;
  case RELEASE_SAME:
    say(from, "already released: the same %u %s in %s", release->n, release->n == 1 ? "file is" : "files are", to);
    break;
  case RELEASE_REFUSED:
    say(from, "refused: %s%s%s", release->refused, release->stands ? "; what was released before stays in " : "",
        release->stands ? to : "");
    break;
  }
}

/* ---- one report
 * ------------------------------------------------------------------------------------------------------ */

static int run(SuperviseNote *note, void *data)
{
  const Asked *asked = data;
  g_autofree char *from = g_build_filename(out, asked->name, NULL), *public = release_folder(out);
  g_autofree char *to = g_build_filename(public, asked->name, NULL);
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GError) error = NULL;
  g_auto(Release) release;
  g_strlcpy(note->folder, asked->name, sizeof note->folder);
  bool done = release_report(out, asked->name, &asked->law, &release, diags, &error);
  *note->folder = '\0';
  int code = program_end(asked->program, diags, error);
  if (!done) {
    say(from, "not released: see above");
    return EXIT_WORLD;
  }
  tell(from, to, &release);
  code = release.answer == RELEASE_REFUSED ? EXIT_FAULTS : code == EXIT_WORLD ? code : EXIT_CLEAN;
  return program_finish(asked->program, code);
}

static void rescue(const SuperviseNote *note, const char *why, bool interrupted, void *data)
{
  (void)interrupted;
  const Asked *asked = data;
  g_autofree char *from = g_build_filename(out, asked->name, NULL);
  g_autofree char *said = g_strdup_printf("%s: not released: %s", from, why);
  program_say(asked->program, said);
  if (*note->folder)
    release_tidy(out, note->folder);
}

/* ---- all of them
 * ----------------------------------------------------------------------------------------------------- */

static int release_all(const Program *program, const GPtrArray *names, const Law *law, const char *of)
{
  static const Supervised supervised = { run, rescue };
  int worst = EXIT_CLEAN;
  for (guint i = 0; i < names->len && !supervise_was_stopped(); i++) {
    g_autofree char *name = g_build_filename(of, g_ptr_array_index(names, i), NULL);
    Asked asked = { program, name, *law };
    int code = supervise(&supervised, &asked);
    worst = MAX(worst, code);
  }
  return worst;
}

/* Released before, and there is no such report any more. */
static bool tell_left(const GPtrArray *names, const char *of, GError **error)
{
  g_autofree char *public = release_folder(out), *root = g_build_filename(public, of, NULL);
  g_autoptr(GPtrArray) released = search_folders(root, RELEASED_NAME, SEARCH_OUTERMOST, error);
  for (guint i = 0; released && i < released->len; i++) {
    const char *name = g_ptr_array_index(released, i);
    g_autofree char *path = g_build_filename(root, name, NULL), *from = g_build_filename(out, of, name, NULL);
    if (!g_ptr_array_find_with_equal_func((GPtrArray *)names, name, g_str_equal, NULL))
      say(path, "stays: it was released before, and there is no %s any more", from);
  }
  return released != NULL;
}

static int release(const Program *program, const Law *law)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *of = occasion_folder(&law->occasion), *root = g_build_filename(out, of, NULL);
  g_autoptr(GPtrArray) names = search_folders(root, MANIFEST_NAME, SEARCH_OUTERMOST, &error);
  if (!names)
    return program_end(program, NULL, error);
  int code = release_all(program, names, law, of);
  if (!supervise_was_stopped() && !tell_left(names, of, &error))
    return program_end(program, NULL, error);
  if (names->len == 0)
    say(root, "there is no report in it: make one with 'qmr report', and name its folder with --out");
  return program_finish(program, names->len == 0 ? EXIT_FAULTS : code);
}

int command_release(const char *name, int argc, char **argv)
{
  char **files;
  int code;
  Program program = release_program;
  program.name = name;
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  bool is_elsewhere = out != NULL;
  out = out ? out : g_strdup("out");
  Law law = { .calendar = calendar };
  if (!occasion_parse(files[0], &law.occasion))
    return program_usage(&program, "say what is to be released: 2009-10, 2009-10-Q4, 2009-10-M12 or papers/2010-06-15");
  if (today && (!date_parse(today, &law.today) || !law.today.day))
    return program_usage(&program, "--today must be a day like 2010-06-15");
  if (today && !is_elsewhere && date_compare(law.today, today_by_clock()) > 0)
    return program_usage(&program, "a day that has not come is for rehearsals: name another folder with --out");
  if (!today)
    law.today = today_by_clock();
  if (calendar && !g_file_test(calendar, G_FILE_TEST_EXISTS)) {
    g_autofree char *fault = g_strdup_printf("cannot read %s: it is not there", calendar);
    program_say(&program, fault);
    return EXIT_WORLD;
  }
  law.fewer = fewer;
  if (today)
    fprintf(stream(), "released as on %s, the day that was given with --today\n", today);
  return release(&program, &law);
}

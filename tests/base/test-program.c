/* What every main() does: options, usage faults, exit codes, and where messages go. */
#include "testing.h"

#include "program/program.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *const needed[] = { "the plan" };

static const Program program = { .name = "qmr-test",
                                 .usage = "PLAN [RETURN]",
                                 .summary = "Tests.",
                                 .min_files = 1,
                                 .max_files = 2,
                                 .needed = needed,
                                 .example = "plan.xml" };

/* Catches what is written to a stream of the process; free the text. */
typedef struct {
  FILE *stream, *store;
  int saved;
} Catch;

static Catch catch_begin(FILE *stream)
{
  fflush(stream);
  Catch catch = { stream, tmpfile(), dup(fileno(stream)) };
  dup2(fileno(catch.store), fileno(stream));
  return catch;
}

static char *catch_end(Catch *catch)
{
  fflush(catch->stream);
  dup2(catch->saved, fileno(catch->stream));
  close(catch->saved);
  char text[4096];
  rewind(catch->store);
  size_t length = fread(text, 1, sizeof text, catch->store);
  fclose(catch->store);
  return g_strndup(text, length);
}

/* Begins with the words of a command line; what was said is compared. */
static bool begin(const char *line, FILE *stream, const char *said, int *ret_exit, char **ret_files)
{
  g_auto(GStrv) words = g_strsplit(line, " ", -1);
  g_autofree char **argv = g_memdup2(words, (g_strv_length(words) + 1) * sizeof(char *)); /* parsing moves them */
  int argc = (int)g_strv_length(words);
  char **given = argv, **files = NULL;
  Catch catch = catch_begin(stream);
  bool go_on = program_begin(&program, &argc, &given, &files, ret_exit);
  g_autofree char *text = catch_end(&catch);
  assert_string_equal(text, said);
  if (go_on)
    *ret_files = g_strjoinv("|", files);
  return go_on;
}

static void check_stop(const char *line, FILE *stream, const char *said, int code)
{
  int got = -1;
  g_autofree char *files = NULL;
  assert_false(begin(line, stream, said, &got, &files));
  assert_int_equal(got, code);
}

static void check_files(const char *line, const char *expected)
{
  int code;
  g_autofree char *files = NULL;
  assert_true(begin(line, stderr, "", &code, &files));
  assert_string_equal(files, expected);
}

static void test_begin(void **state)
{
  (void)state;
  check_files("qmr-test a.xml", "a.xml");
  check_files("qmr-test a.xml --format=text b.xml", "a.xml|b.xml");
  check_files("qmr-test -- -a.xml", "-a.xml");
  check_files("qmr-test caf\xC3\xA9.xml", "caf\xC3\xA9.xml");
  check_stop("qmr-test", stderr,
             "qmr-test: the plan is missing\nfor example: qmr-test plan.xml\ntry 'qmr-test --help'\n", EXIT_USAGE);
  check_stop("qmr-test a b c", stderr, "qmr-test: 'c' is one too many\ntry 'qmr-test --help'\n", EXIT_USAGE);
  check_stop("qmr-test --frmat=x a", stderr, "qmr-test: Unknown option --frmat=x\ntry 'qmr-test --help'\n", EXIT_USAGE);
  check_stop("qmr-test --format=xml a", stderr, "qmr-test: --format must be text or json\ntry 'qmr-test --help'\n",
             EXIT_USAGE);
  check_stop("qmr-test --version", stdout, "qmr-test " QMR_VERSION "\n", EXIT_CLEAN);
}

static void check_end(const char *line, FILE *stream, const char *id, GError *error, const char *said, int code)
{
  int unused;
  g_autofree char *files = NULL;
  assert_true(begin(line, stderr, "", &unused, &files));
  g_autoptr(DiagList) diags = diag_list_new();
  if (id)
    diag_file(diags, id, "a.xml", "words");
  Catch catch = catch_begin(stream);
  int got = program_end(&program, diags, error);
  g_autofree char *text = catch_end(&catch);
  assert_string_equal(text, said);
  assert_int_equal(got, code);
}

static void test_end(void **state)
{
  (void)state;
  g_autoptr(GError) error = g_error_new(G_FILE_ERROR, G_FILE_ERROR_NOENT, "cannot read b.xml");
  check_end("qmr-test a", stderr, NULL, NULL, "", EXIT_CLEAN);
  check_end("qmr-test a", stderr, "F-MORE", NULL, "a.xml: note: words [F-MORE]\n", EXIT_CLEAN);
  check_end("qmr-test a", stderr, "F-EMPTY", NULL, "a.xml: error: words [F-EMPTY]\n", EXIT_FAULTS);
  check_end("qmr-test a", stderr, "F-EMPTY", error, "a.xml: error: words [F-EMPTY]\nqmr-test: cannot read b.xml\n",
            EXIT_WORLD);
  check_end(
      "qmr-test a --format=json", stdout, "F-EMPTY", NULL,
      "{\"file\": \"a.xml\", \"line\": 0, \"column\": 0, \"level\": \"error\", \"rule\": \"F-EMPTY\", \"message\": "
      "\"words\"}\n",
      EXIT_FAULTS);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_begin),
    cmocka_unit_test(test_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Files: whole reads within limits, writes that replace at once. */
#include "testing.h"

#include "base/file.h"
#include "base/part.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int set_up(void **state)
{
  *state = g_dir_make_tmp("qmr-file-XXXXXX", NULL);
  return *state ? 0 : -1;
}

static int tear_down(void **state)
{
  g_rmdir(*state);
  g_free(*state);
  return 0;
}

static void check_content(const char *path, const char *expected)
{
  gsize length;
  g_autofree char *text = file_read(path, 1000, &length, NULL);
  assert_non_null(text);
  assert_int_equal(length, strlen(expected));
  assert_string_equal(text, expected);
}

static guint count_entries(const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  guint n = 0;
  while (g_dir_read_name(dir))
    n++;
  return n;
}

static void test_replace(void **state)
{
  g_autofree char *inner = g_build_filename(*state, "new", "folder", NULL);
  g_autofree char *outer = g_path_get_dirname(inner);
  g_autofree char *path = g_build_filename(inner, "a.xml", NULL);
  assert_true(file_replace(path, "one", 3, NULL));
  check_content(path, "one");
  assert_true(file_replace(path, "three", 5, NULL));
  check_content(path, "three");
  assert_int_equal(count_entries(inner), 1);
  g_unlink(path);
  g_rmdir(inner);
  g_rmdir(outer);
}

static void test_part(void **state)
{
  g_autofree char *path = g_build_filename(*state, "a.pdf", NULL);
  Part *part = part_new(path, NULL);
  assert_int_equal(count_entries(*state), 1); /* beside what it will replace */
  assert_true(part_write(part, "new", 3, NULL));
  assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
  assert_true(part_commit(part, NULL));
  part_free(part);
  check_content(path, "new");
  part = part_new(path, NULL);
  assert_true(part_write(part, "newer", 5, NULL));
  g_autoptr(GError) error = NULL;
  assert_null(part_new(path, &error)); /* one writer at a time */
  assert_true(g_error_matches(error, G_IO_ERROR, G_IO_ERROR_BUSY));
  part_free(part);
  check_content(path, "new");
  assert_int_equal(count_entries(*state), 1);
  g_unlink(path);
}

/* What a killed writer left is taken; a name that leaves no room for more can be written all the same. */
static void test_part_names(void **state)
{
  char longest[256] = "";
  memset(longest, 'n', sizeof longest - 1);
  g_autofree char *path = g_build_filename(*state, "a", NULL), *left = g_build_filename(*state, ".a.part", NULL);
  g_autofree char *long_path = g_build_filename(*state, longest, NULL);
  assert_true(g_file_set_contents(left, "half of something longer", -1, NULL));
  assert_true(file_replace(path, "x", 1, NULL));
  check_content(path, "x");
  assert_true(file_replace(long_path, "y", 1, NULL));
  check_content(long_path, "y");
  assert_int_equal(count_entries(*state), 2);
  g_unlink(path);
  g_unlink(long_path);
}

/* Who is asked to end while a file is in the making waits until it is whole. */
static void test_part_signals(void **state)
{
  g_autofree char *path = g_build_filename(*state, "a", NULL);
  sigset_t before, during, after;
  sigprocmask(SIG_BLOCK, NULL, &before);
  Part *part = part_new(path, NULL);
  sigprocmask(SIG_BLOCK, NULL, &during);
  part_free(part);
  sigprocmask(SIG_BLOCK, NULL, &after);
  assert_int_equal(sigismember(&during, SIGTERM) + sigismember(&during, SIGINT) + sigismember(&during, SIGHUP), 3);
  assert_int_equal(sigismember(&after, SIGTERM), sigismember(&before, SIGTERM));
}

static void check_relative(const char *path, const char *from, const char *expected)
{
  g_autofree char *relative = file_relative(path, from);
  assert_string_equal(relative, expected);
}

static void test_relative(void **state)
{
  (void)state;
  check_relative("/a/b/plans/hp.xml", "/a/b", "plans/hp.xml");
  check_relative("/a/plans/hp.xml", "/a/b", "../plans/hp.xml");
  check_relative("/a/bc/hp.xml", "/a/b", "../bc/hp.xml");
  check_relative("/x/y", "/a/b", "../../x/y");
  check_relative("/a/b", "/a/b/out/q4", "../.."); /* the name of a folder that may be renamed is not said */
  check_relative("/a/b", "/a/b", "");
  check_relative("/", "/a/b", "../..");
  check_relative("/a/b", "/", "a/b");
}

static void test_failures(void **state)
{
  g_autofree char *file = g_build_filename(*state, "file", NULL);
  g_autofree char *below = g_build_filename(file, "a.xml", NULL);
  g_autofree char *folder = g_build_filename(*state, "folder", NULL);
  g_autofree char *inside = g_build_filename(folder, "b", NULL);
  g_autofree char *beside = g_build_filename(*state, ".folder.part", NULL);
  g_autoptr(GError) error = NULL;
  gsize length;
  assert_true(file_replace(file, "12345", 5, NULL));
  assert_false(file_replace(below, "x", 1, &error));
  assert_non_null(strstr(error->message, "cannot make the folder"));
  g_clear_error(&error);
  assert_null(file_read(file, 4, &length, &error));
  assert_true(g_error_matches(error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE));
  g_clear_error(&error);
  assert_null(file_read(*state, 4, &length, &error));
  assert_true(g_error_matches(error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE));
  g_clear_error(&error);
  assert_true(file_replace(inside, "x", 1, NULL));
  assert_false(file_replace(folder, "x", 1, &error)); /* a folder stands in the way */
  assert_false(g_file_test(beside, G_FILE_TEST_EXISTS));
  g_unlink(inside);
  g_rmdir(folder);
  g_unlink(file);
}

/* As root, --out /dev/null must not put a file in its place. */
static void test_devices_stay(void **state)
{
  g_autofree char *pipe = g_build_filename(*state, "pipe", NULL), *link = g_build_filename(*state, "link", NULL);
  g_autofree char *expected = g_strdup_printf("cannot replace %s: it is a pipe or a device", pipe);
  g_autoptr(GError) error = NULL;
  struct stat info;
  assert_int_equal(mkfifo(pipe, 0600), 0);
  assert_int_equal(symlink("/dev/null", link), 0);
  assert_false(file_replace(pipe, "x", 1, &error));
  assert_string_equal(error->message, expected);
  assert_false(file_replace(link, "x", 1, NULL));
  assert_int_equal(stat(pipe, &info), 0);
  assert_true(S_ISFIFO(info.st_mode));
  assert_int_equal(count_entries(*state), 2);
  g_unlink(pipe);
  g_unlink(link);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_replace),      cmocka_unit_test(test_relative),     cmocka_unit_test(test_part),
    cmocka_unit_test(test_part_names),   cmocka_unit_test(test_part_signals), cmocka_unit_test(test_failures),
    cmocka_unit_test(test_devices_stay),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* qmr-verify: 'qmr verify' under the name of a program. It is qmr that proves what qmr made: the one beside it, or the
 * one that it was installed with, seen from it (QMR_BIN). */
#include "program/program.h"
#include <stdio.h>
#include <unistd.h>

/* Caller frees. */
static char *find_qmr(void)
{
  g_autofree char *own = g_file_read_link("/proc/self/exe", NULL),
                  *folder = own ? g_path_get_dirname(own) : g_strdup(".");
  char *beside = g_build_filename(folder, "qmr", NULL);
  if (g_file_test(beside, G_FILE_TEST_IS_EXECUTABLE))
    return beside;
  g_free(beside);
  return g_build_filename(folder, QMR_BIN, "qmr", NULL);
}

int main(int argc, char **argv)
{
  (void)argc;
  g_autofree char *qmr = find_qmr();
  g_autoptr(GPtrArray) words = g_ptr_array_new();
  g_ptr_array_add(words, qmr);
  g_ptr_array_add(words, (char *)"verify");
  for (char **word = argv + (argv[0] != NULL); *word; word++)
    g_ptr_array_add(words, *word);
  g_ptr_array_add(words, NULL);
  execv(qmr, (char **)words->pdata);
  perror("qmr-verify: cannot start qmr");
  return EXIT_WORLD;
}

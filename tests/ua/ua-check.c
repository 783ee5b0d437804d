/* ua-check FILE...: what each PDF breaks of PDF/UA-1 and PDF/A-3a, a line each; exit 1 if anything. */
#include "check.h"
#include <stdio.h>
#include <string.h>

static guint check_file(const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;
  if (!g_file_get_contents(path, &text, &length, &error)) {
    printf("%s\n", error->message);
    return 1;
  }
  g_autoptr(GByteArray) bytes = g_byte_array_append(g_byte_array_new(), (const guint8 *)text, (guint)length);
  g_autoptr(GPtrArray) findings = check_pdf(bytes);
  for (guint i = 0; i < findings->len; i++)
    printf("%s: %s\n", path, (const char *)g_ptr_array_index(findings, i));
  return findings->len;
}

int main(int argc, char **argv)
{
  guint n = 0;
  if (argc > 2 && strcmp(argv[1], "--text") == 0) { /* the structure tree's text, as it is read out */
    g_autofree char *text = NULL;
    gsize length = 0;
    g_assert(g_file_get_contents(argv[2], &text, &length, NULL));
    g_autoptr(GByteArray) bytes = g_byte_array_append(g_byte_array_new(), (const guint8 *)text, (guint)length);
    g_autofree char *words = check_tree_text(bytes, (const char *const[]){ "Figure", NULL });
    printf("%s\n", words);
    return 0;
  }
  for (int i = 1; i < argc; i++)
    n += check_file(argv[i]);
  return n ? 1 : 0;
}

/* Files and messages of cases. */
#include "cases.h"
#include <stdio.h>
#include <string.h>

char *case_file(const char *root, const char *folder, const char *name)
{
  g_autofree char *path = g_strdup_printf("%s/%s/%s.xml", root, folder, name);
  char *text = NULL;
  g_autoptr(GError) error = NULL;
  if (!g_file_get_contents(path, &text, NULL, &error))
    g_error("%s", error->message);
  return text;
}

char *case_attribute(const char *tag, const char *name)
{
  g_autofree char *wanted = g_strdup_printf(" %s=\"", name);
  const char *end = strchr(tag, '>'), *at = strstr(tag, wanted);
  return at && at < end ? g_strndup(at + strlen(wanted), strcspn(at + strlen(wanted), "\"")) : NULL;
}

bool case_holds(const char *what, const char *of, const char *is, const char *expected)
{
  bool equal = strcmp(is, expected) == 0;
  if (!equal)
    printf("%s (%s)\n  is:        %s\n  should be: %s\n", what, of, is, expected);
  return equal;
}

int case_end(guint n, guint faults)
{
  printf("%u cases, %u faults\n", n, faults);
  return faults > 0;
}

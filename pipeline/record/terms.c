/* Looking up the words of a vocabulary. */
#include "record/terms.h"
#include <string.h>

int terms_find(const Terms *terms, const char *word)
{
  for (guint i = 1; i < terms->n; i++)
    if (g_str_equal(terms->names[i], word))
      return (int)i;
  return -1;
}

const char *terms_name(const Terms *terms, int value)
{
  return value > 0 && (guint)value < terms->n ? terms->names[value] : "";
}

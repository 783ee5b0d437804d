/* Finding words in a declared order of grades. */
#include "model/grade.h"
#include "base/text.h"

char **grade_list(const char *order)
{
  char **grades = order ? g_strsplit(order, ";", -1) : NULL;
  for (guint i = 0; grades && grades[i]; i++) {
    char *folded = text_fold(grades[i]);
    g_free(grades[i]);
    grades[i] = folded;
  }
  return grades;
}

int grade_place(const char *order, const char *word)
{
  g_auto(GStrv) grades = grade_list(order);
  g_autofree char *folded = word ? text_fold(word) : NULL;
  g_autofree char *wanted = folded ? g_utf8_casefold(folded, -1) : NULL;
  for (int i = 0; wanted && grades && grades[i]; i++) {
    g_autofree char *grade = g_utf8_casefold(grades[i], -1);
    if (g_str_equal(grade, wanted))
      return i;
  }
  return -1;
}

/* What merge writes the next stage reads: each attribute of a full framework, plan and return is left out and made
 * empty, by itself; a model made of that is composed. required SOURCE-FOLDER */
#include "cases.h"
#include "stages.h"
#include <stdio.h>
#include <string.h>

enum { FRAMEWORK, PLAN, RETURN, FILES, COMPLAINTS = 20 };

static const char *const names[FILES] = { "framework", "plan", "return" };

/* Whether a document is made of the files; where merge refuses there is nothing to read. */
static bool is_composed(const char *root, const char *layout, char *const *texts, GString *complaint)
{
  const MergeTexts merge = { texts[FRAMEWORK], texts[PLAN], texts[RETURN], NULL, NULL };
  g_autoptr(GString) ignored = g_string_new(NULL), model = stage_merge(&merge, ignored);
  if (!model)
    return true;
  GString *document = stage_compose(root, layout, "words-en-GB.xml", model, complaint);
  if (document)
    g_string_free(document, TRUE);
  return document != NULL;
}

/* The text with that piece changed. */
static char *with(const char *text, gint from, gint to, const char *instead)
{
  return g_strdup_printf("%.*s%s%s", from, text, instead, text + to);
}

static guint try_file(const char *root, const char *layout, char **texts, int file, guint *count)
{
  g_autoptr(GRegex) attribute = g_regex_new("\\s([a-z-]+)=\"[^\"]*\"", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  char *whole = texts[file];
  guint faults = 0;
  for (g_regex_match(attribute, whole, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL)) {
    gint from, to;
    g_match_info_fetch_pos(match, 0, &from, &to);
    g_autofree char *name = g_match_info_fetch(match, 1), *empty = g_strdup_printf(" %s=\"\"", name);
    const char *const instead[] = { "", empty };
    for (guint i = 0; i < G_N_ELEMENTS(instead); i++) {
      g_autofree char *text = with(whole, from, to, instead[i]);
      g_autoptr(GString) complaint = g_string_new(NULL);
      texts[file] = text;
      (*count)++;
      if (!is_composed(root, layout, texts, complaint) && ++faults < COMPLAINTS)
        printf("%s: %s %s near '%.60s': %s\n", names[file], name, i == 0 ? "left out" : "empty",
               whole + MAX(from - 30, 0), complaint->str);
    }
  }
  texts[file] = whole;
  return faults;
}

int main(int argc, char **argv)
{
  if (argc != 2)
    return 2;
  char *texts[FILES];
  for (guint i = 0; i < FILES; i++)
    texts[i] = case_file(argv[1], "tests/property/full", names[i]);
  g_autofree char *layout = case_file(argv[1], "layouts", "what-changed");
  guint count = 0, faults = 0;
  for (int file = FRAMEWORK; file <= RETURN; file++)
    faults += try_file(argv[1], layout, texts, file, &count);
  for (guint i = 0; i < FILES; i++)
    g_free(texts[i]);
  printf("%u files, %u faults\n", count, faults);
  return faults > 0 || count == 0;
}

/* Levels of scales: read in templates, and said in the council's words. */
#include "compose/language/scale-level.h"
#include "compose/wording/words.h"
#include "model/report.h"
#include <string.h>

bool scale_level_begins(Scanner *scanner)
{
  const char *at = scanner->at;
  bool begins = scanner_keyword(scanner, "word") && *scanner->at != '}' && strchr("/,[", *scanner->at) == NULL;
  if (!begins)
    scanner->at = at;
  return begins;
}

/* A name of the vocabulary, or a fault that lists them. */
static bool scan_term(Scanner *scanner, const Terms *terms, int *ret_value)
{
  const char *at = scanner->at;
  const char *name = scanner_name(scanner);
  *ret_value = name ? terms_find(terms, name) : -1;
  scanner_space(scanner);
  if (*ret_value > 0)
    return true;
  g_autofree char *all = g_strjoinv(", ", (char **)terms->names + 1);
  scanner_fault(scanner, "L-VALUE", at, "'%s' is no %s: one of %s", name ? name : "", terms->label, all);
  return false;
}

bool scale_level_scan(Scanner *scanner, ScaleLevel *ret_level)
{
  const char *at = scanner->at;
  if (!scan_term(scanner, &terms_scale, &ret_level->scale))
    return false;
  bool travel = ret_level->scale == SCALE_TRAVEL;
  if (!scan_term(scanner, travel ? &terms_travel : &terms_rating, &ret_level->value))
    return false;
  ret_level->small = scanner_keyword(scanner, "small");
  if (scanner_take(scanner, "}"))
    return true;
  scanner_fault(scanner, "L-TEMPLATE", at,
                "the word of a level is written {word SCALE NAME} or {word SCALE NAME small}");
  return false;
}

char *scale_level_text(const ScaleLevel *level, const Document *document)
{
  const char *word = scale_word(document, level->scale, level->value);
  return level->small ? g_utf8_strdown(word, -1) : g_strdup(word);
}

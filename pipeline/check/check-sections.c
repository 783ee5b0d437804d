/* Sections: printed numbers without gaps or repeats, and headings with something under them. */
#include "check/checks.h"
#include <stdlib.h>
#include <string.h>

/* The last part of a printed number: 4 of "4.0", 2 of "3.2"; -1 if there is none. */
static long own_part(const char *number)
{
  gsize length = strlen(number);
  g_autofree char *own = g_strndup(number, length > 2 && g_str_has_suffix(number, ".0") ? length - 2 : length);
  const char *point = strrchr(own, '.');
  const char *digits = point ? point + 1 : own;
  return g_ascii_isdigit(*digits) && strlen(digits) < 6 ? atol(digits) : -1;
}

static void check_number(const Checks *c, const Section *section, const Section *before)
{
  long is = own_part(section->number), was = own_part(before->number);
  if (is < 0 || was < 0 || is == was + 1)
    return;
  Spot spot = { &section->record, "number", &before->record, "number" };
  if (is == was)
    findings_add(c->findings, "R-NUMBER", &spot, "two sections have the number %s", section->number);
  else if (is > was)
    findings_add(c->findings, "R-NUMBER", &spot, "section %s follows %s: %s", section->number, before->number,
                 is == was + 2 ? "one number is missing" : "numbers are missing");
  else
    findings_add(c->findings, "R-NUMBER", &spot, "section %s follows %s: the numbers are out of order", section->number,
                 before->number);
}

static void check_list(const Checks *c, const GPtrArray *sections, bool wants_text)
{
  const Section *before = NULL;
  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index(sections, i);
    if (section->number && before)
      check_number(c, section, before);
    if (section->number)
      before = section;
    if (wants_text && section->title && section->sections->len == 0 && prose_is_empty(section->text))
      findings_at(c->findings, "C-SECTION", &section->record, NULL, "section '%s' has nothing under its heading",
                  section->title);
    check_list(c, section->sections, wants_text);
  }
}

/* A section without a readable ref may be any. */
static bool has_nameless(const GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++)
    if (!((const Section *)g_ptr_array_index(sections, i))->ref)
      return true;
  return false;
}

/* A section that the last return had and this one has not. */
static void check_missing(const Checks *c)
{
  const Past *last = history_last(c->history);
  const Return *before = last && last->document->spec == &return_spec ? (const Return *)last->document : NULL;
  if (before && has_nameless(c->inputs->current->sections))
    return;
  for (guint i = 0; before && i < before->sections->len; i++) {
    const Section *section = g_ptr_array_index(before->sections, i);
    if (!section->ref || section_find(c->inputs->current->sections, section->ref))
      continue;
    Spot spot = { .record = &section->record, .attribute = "ref", .other = &c->inputs->current->record };
    g_autofree char *period = period_to_string(last->period);
    findings_add(c->findings, "C-NARRATIVE", &spot, "section '%s' of the return of %s is missing from this one",
                 section->ref, period);
  }
}

/* Names one slip away from one that reports print in a place of its own. */
static void check_names(const Checks *c, const GPtrArray *sections, bool inside)
{
  guint32 there = section_places(sections);
  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index(sections, i);
    const char *meant = section_meant(section->ref, there, inside);
    if (meant)
      findings_at(c->findings, "R-SECTION", &section->record, "ref",
                  "section '%s' is none that has a place of its own: did you mean '%s'?", section->ref, meant);
    check_names(c, section->sections, true);
  }
}

/* Sections that stand in another, where reports do not look for them. */
static void check_inside(const Checks *c, const GPtrArray *top, const Section *around, bool of_plan)
{
  for (guint i = 0; i < around->sections->len; i++) {
    const Section *section = g_ptr_array_index(around->sections, i);
    if (section_has_place(section->ref, of_plan) && section_find(top, section->ref) == section)
      findings_at(c->findings, "R-SECTION", &section->record, "ref",
                  "section '%s' stands inside section '%s'; it is printed in its own place: close the other one first",
                  section->ref, around->ref ? around->ref : "without a reference");
    check_inside(c, top, section, of_plan);
  }
}

static void check_places(const Checks *c, const GPtrArray *sections, bool of_plan)
{
  for (guint i = 0; i < sections->len; i++)
    check_inside(c, sections, g_ptr_array_index(sections, i), of_plan);
}

static void run(const Checks *c)
{
  check_places(c, c->inputs->plan->sections, true);
  if (c->inputs->current)
    check_places(c, c->inputs->current->sections, false);
  check_list(c, c->inputs->plan->sections, false);
  check_names(c, c->inputs->plan->sections, false);
  if (!c->inputs->current)
    return;
  check_list(c, c->inputs->current->sections, true);
  check_names(c, c->inputs->current->sections, false);
  check_missing(c);
}

/* clang-format off */
static const Rule rules[] = {
  { "C-NARRATIVE", LEVEL_NOTE, "coverage", "a section of the last return is missing",
    "Readers look for the parts that the report had last time.", "Add the section, or leave it out knowingly." },
  { "C-SECTION", LEVEL_NOTE, "coverage", "a heading with nothing under it",
    "An empty section looks forgotten.", "Write the text, say that there is nothing to report, or take the section out." },
  { "R-NUMBER", LEVEL_NOTE, "references", "section numbers with a gap, twice or out of order",
    "Readers look for the missing section, and references by number go wrong.", "Correct the numbers." },
  { "R-SECTION", LEVEL_ERROR, "references", "a section's reference that is nearly one that reports look for, or stands inside another section",
    "Where a reference is nearly right, its words stand among other matters, and where they belong the report says that they cannot be read.",
    "Correct the reference of the section, or close the section around it first." },
  { NULL },
};
/* clang-format on */

const Check check_sections = { .run = run, .rules = rules };

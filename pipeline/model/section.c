/* Narrative: titled sections of prose, and the log of a document. */
#include "model/section.h"
#include <string.h>

#define SECTION_ATTRIBUTES                                                                                             \
  FIELD(Section, ref, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),                \
      FIELD(Section, number, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),                                                 \
      FIELD(Section, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),                                                  \
      FIELD_AS("title-only", Section, title_only, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),                            \
      FIELD_AS("priority", Section, priorities, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL)
#define SECTION_ELEMENTS(spec_)                                                                                        \
  FIELD(Section, text, NULL, IN_ELEMENT, FIELD_PROSE, 0, NULL),                                                        \
      FIELD_AS("section", Section, sections, NULL, IN_ELEMENT, FIELD_MANY, 0, &spec_)

SPEC(section_spec, Section, "section", "section", SECTION_ATTRIBUTES, SECTION_ELEMENTS(section_spec));
SPEC(report_section_spec, Section, "section", "section", SECTION_ATTRIBUTES,
     FIELD(Section, meant, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL), SECTION_ELEMENTS(report_section_spec));
SPEC(annex_spec, Section, "annex", "annex", SECTION_ATTRIBUTES, SECTION_ELEMENTS(section_spec));

static const char *const log_status_names[] = { "", "draft", "final", "released", NULL };
const Terms terms_log_status = { "status", G_N_ELEMENTS(log_status_names) - 1, log_status_names, NULL, NULL };

SPEC(log_entry_spec, LogEntry, "log", "log entry", FIELD(LogEntry, version, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(LogEntry, status, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_log_status),
     FIELD(LogEntry, date, NULL, IN_ATTRIBUTE, FIELD_DATE, 0, NULL),
     FIELD(LogEntry, pages, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(LogEntry, change, NULL, IN_CONTENT, FIELD_PROSE, 0, NULL));

/* Where layouts/ look for a section: at the top of a return or of a plan, or in another section. */
typedef enum { IN_RETURN, IN_PLAN, IN_SECTION, IN_EITHER } Where;

static const struct {
  const char *ref;
  Where place;
} places[] = {
  { "introduction", IN_RETURN },
  { "key-developments", IN_RETURN },
  { "emerging-issues", IN_RETURN },
  { "milestones-overview", IN_RETURN },
  { "service-review", IN_RETURN },
  { "key-indicators-overview", IN_RETURN },
  { "other-indicators-overview", IN_RETURN },
  { "risk-overview", IN_RETURN },
  { "equality-overview", IN_RETURN },
  { "data-quality", IN_RETURN },
  { "background", IN_EITHER },
  { "performance", IN_PLAN },
  { "reporting", IN_PLAN },
  { "statutory-plans", IN_PLAN },
  { "high-risks", IN_PLAN },
  { "equality-actions", IN_PLAN },
  { "priorities", IN_PLAN },
  { "objectives", IN_SECTION },
  { "indicators-note", IN_SECTION },
  { "glossary-note", IN_PLAN },
};

static int place_of(const char *ref)
{
  for (guint k = 0; ref && k < G_N_ELEMENTS(places); k++)
    if (strcmp(ref, places[k].ref) == 0)
      return (int)k;
  return -1;
}

bool section_has_place(const char *ref, bool of_plan)
{
  int k = place_of(ref);
  return k >= 0 && places[k].place == (of_plan ? IN_PLAN : IN_RETURN);
}

guint32 section_places(const GPtrArray *sections)
{
  guint32 there = 0;
  for (guint i = 0; i < sections->len; i++) {
    int k = place_of(((const Section *)g_ptr_array_index(sections, i))->ref);
    if (k >= 0)
      there |= (guint32)1 << k;
  }
  return there;
}

/* One letter put in, left out or replaced, two swapped, or capitals. */
static bool is_slip(const char *is, const char *meant)
{
  gsize n = strlen(is), m = strlen(meant), start = 0, end = 0;
  while (start < MIN(n, m) && g_ascii_tolower(is[start]) == meant[start])
    start++;
  while (end < MIN(n, m) - start && g_ascii_tolower(is[n - 1 - end]) == meant[m - 1 - end])
    end++;
  gsize left = n - start - end, right = m - start - end;
  bool swapped = left == 2 && right == 2 && g_ascii_tolower(is[start]) == meant[start + 1] &&
                 g_ascii_tolower(is[start + 1]) == meant[start];
  return (left <= 1 && right <= 1) || swapped;
}

const char *section_meant(const char *ref, guint32 there, bool inside)
{
  if (!ref || place_of(ref) >= 0)
    return NULL;
  for (guint k = 0; k < G_N_ELEMENTS(places); k++)
    if (!(there & (guint32)1 << k) && (!inside || places[k].place == IN_SECTION) && is_slip(ref, places[k].ref))
      return places[k].ref;
  return NULL;
}

const char *section_titled(const char *title, guint32 there, bool inside)
{
  if (!title)
    return NULL;
  g_autofree char *ref = g_strdelimit(g_ascii_strdown(title, -1), " ", '-');
  int k = place_of(ref);
  bool fits = k >= 0 && !(there & (guint32)1 << k) && (!inside || places[k].place == IN_SECTION);
  return fits ? places[k].ref : section_meant(ref, there, inside);
}

/* A sentence: it has several words, and ends as one does; points after "etc." and "..." say nothing. */
static bool is_sentence(const char *title)
{
  gsize n = strlen(title);
  return n > 1 && title[n - 1] == '.' && title[n - 2] != '.' && strchr(title, ' ') && !g_str_has_suffix(title, "etc.");
}

bool section_says_all(const Section *section)
{
  if (section->text || section->sections->len > 0)
    return false;
  return section->title_only || (section->title && is_sentence(section->title));
}

Section *section_find(const GPtrArray *sections, const char *ref)
{
  for (guint i = 0; i < sections->len; i++) {
    Section *section = g_ptr_array_index(sections, i);
    if (g_strcmp0(section->ref, ref) == 0)
      return section;
    Section *below = section_find(section->sections, ref);
    if (below)
      return below;
  }
  return NULL;
}

/* Narrative: titled sections of prose, and the log of a document. */
#include "model/section.h"
#include <string.h>

#define SECTION_ATTRIBUTES                                                                                             \
  FIELD(Section, ref, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),                \
      FIELD(Section, number, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),                                                 \
      FIELD(Section, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),                                                  \
      FIELD(Section, priority, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL)
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

/* The names that layouts/ look for: of returns, then of plans. */
static const char *const places[] = { "introduction",
                                      "key-developments",
                                      "emerging-issues",
                                      "milestones-overview",
                                      "service-review",
                                      "key-indicators-overview",
                                      "other-indicators-overview",
                                      "risk-overview",
                                      "equality-overview",
                                      "data-quality",
                                      "background",
                                      "performance",
                                      "reporting",
                                      "statutory-plans",
                                      "high-risks",
                                      "equality-actions",
                                      "priorities",
                                      "objectives",
                                      "indicators-note",
                                      "glossary-note" };

bool section_has_place(const char *ref, bool of_plan)
{
  static const char *const of_plans[] = { "performance",      "reporting",  "statutory-plans", "high-risks",
                                          "equality-actions", "priorities", "glossary-note",   NULL };
  static const char *const of_returns[] = { "introduction",
                                            "key-developments",
                                            "emerging-issues",
                                            "milestones-overview",
                                            "service-review",
                                            "key-indicators-overview",
                                            "other-indicators-overview",
                                            "risk-overview",
                                            "equality-overview",
                                            "data-quality",
                                            NULL };
  return ref && g_strv_contains(of_plan ? of_plans : of_returns, ref);
}

guint32 section_places(const GPtrArray *sections)
{
  guint32 there = 0;
  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index(sections, i);
    for (guint k = 0; k < G_N_ELEMENTS(places); k++)
      if (g_strcmp0(section->ref, places[k]) == 0)
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

/* Those that layouts look for in other sections. */
static bool is_inner(const char *place)
{
  return strcmp(place, "objectives") == 0 || strcmp(place, "indicators-note") == 0;
}

const char *section_meant(const char *ref, guint32 there, bool inside)
{
  for (guint k = 0; ref && k < G_N_ELEMENTS(places); k++)
    if (strcmp(ref, places[k]) == 0)
      return NULL;
  for (guint k = 0; ref && k < G_N_ELEMENTS(places); k++)
    if (!(there & (guint32)1 << k) && (!inside || is_inner(places[k])) && is_slip(ref, places[k]))
      return places[k];
  return NULL;
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

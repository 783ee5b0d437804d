/* Narrative: titled sections of prose, and the log of a document. */
#include "model/section.h"

SPEC(section_spec, Section, "section", "section",
     FIELD(Section, ref, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY | FIELD_UNIQUE, NULL),
     FIELD(Section, number, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD(Section, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(Section, priority, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD(Section, text, NULL, IN_ELEMENT, FIELD_PROSE, 0, NULL),
     FIELD_AS("section", Section, sections, NULL, IN_ELEMENT, FIELD_MANY, 0, &section_spec));

SPEC(log_entry_spec, LogEntry, "log", "log entry", FIELD(LogEntry, version, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(LogEntry, status, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_status),
     FIELD(LogEntry, date, NULL, IN_ATTRIBUTE, FIELD_DATE, 0, NULL),
     FIELD(LogEntry, pages, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(LogEntry, change, NULL, IN_CONTENT, FIELD_PROSE, 0, NULL));

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

/* Names of attributes and elements as people call them. */
#include "base/text.h"
#include "record/bind.h"

/* What people call things, and the names that these have here. */
static const struct {
  const char *said, *name;
} synonyms[] = {
  { "progress", "rating" },
  { "rag", "rating" },
  { "symbol", "rating" },
  { "traffic-light", "rating" },
  { "result", "number" },
  { "actual", "number" },
  { "figure", "number" },
  { "amount", "number" },
  { "val", "number" },
  { "value", "number" },
  { "id", "ref" },
  { "code", "ref" },
  { "reference", "ref" },
  { "name", "title" },
  { "heading", "title" },
  { "comment", "commentary" },
  { "comments", "commentary" },
  { "narrative", "text" },
  { "para", "p" },
  { "paragraph", "p" },
  { "description", "text" },
  { "lead", "officers" },
  { "owner", "officers" },
  { "responsible", "officers" },
  { "deadline", "due" },
  { "date", "due" },
  { "by-when", "due" },
  { "target-date", "due" },
  { "quarter", "period" },
  { "aof", "areas" },
  { "areas-of-focus", "areas" },
  { "dot", "travel" },
  { "direction", "travel" },
  { "trend", "travel" },
  { "arrow", "travel" },
  { "bullet", "li" },
  { "item", "li" },
  { "list", "ul" },
  { "bullets", "ul" },
  { "strong", "b" },
  { "bold", "b" },
  { "em", "i" },
  { "italic", "i" },
  { "row", "tr" },
  { "mitigation", "treatment" },
  { "department", "service" },
};

static bool is_given(const Record *record, const char *name)
{
  const Field *field = spec_field(record->spec, name);
  return field && field_is_set(record, field);
}

const char *bind_name_meant(const Record *record, const char *said, const char **names)
{
  const char *closest = text_closest(said, names);
  for (guint i = 0; !closest && i < G_N_ELEMENTS(synonyms); i++)
    if (g_ascii_strcasecmp(synonyms[i].said, said) == 0 && g_strv_contains(names, synonyms[i].name) &&
        !is_given(record, synonyms[i].name))
      closest = synonyms[i].name;
  return closest;
}

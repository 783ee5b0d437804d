/* The stages of the pipeline as one process calls them: bytes in, bytes out. */
#pragma once
#include "validate/schemas.h"
#include <gio/gio.h>
#include <stdbool.h>

typedef struct {
  const char *framework, *plan, *current, *previous; /* texts; the last two may be NULL; previous: a return or model */
  const char *period;                                /* without a return */
} MergeTexts;

/* The model, or NULL when none is written. What a message says of nothing ("(null)") is appended to complaint. */
GString *stage_merge(const MergeTexts *texts, GString *complaint);

/* All messages about the texts, a line each: "return.xml:5:13: error: ... [S-ELEMENT]". Caller frees. */
GString *stage_messages(const MergeTexts *texts);

/* Whether qmr-validate says nothing wrong about it; else its first message is appended to complaint. */
bool stage_accepts(Schemas *schemas, const char *name, const GString *xml, GString *complaint);

/* The same text read and written again; NULL when it cannot be read. */
GString *stage_again(const GString *xml);

/* The document of a layout (text; style and words are the house's) made of a model or a paper, or NULL: then complaint
 * has the first error. A model must be without any; a paper is what somebody wrote. */
GString *stage_compose(const char *root, const char *layout, const char *words, const GString *model,
                       GString *complaint);

/* Writes the document in one of the formats; false: complaint says why. */
bool stage_render(const GString *document, const char *format, const char *path, GString *complaint);

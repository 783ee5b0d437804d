/* A composition: a layout read against the kinds of records of the model, and the document made from it. */
#pragma once
#include "base/diag.h"
#include "layout/layout.h"

typedef struct {
  const Layout *layout;
  const Style *style;
  const Words *words;
  const GPtrArray *reports; /* of Report, at least one: the first is the current record outside of loops */
  const char *source_name;  /* of the first report's file */
  const char *only;         /* id of the only section wanted, or NULL */
} Composition;

/* Sets parameters as NAME=VALUE; false with *ret_fault (caller frees) when there is no such parameter. */
bool composition_set(Arena *arena, const Layout *layout, const char *assignment, char **ret_fault);
/* The section ids are checked by this: false with *ret_fault when there is no such section. */
bool composition_has_section(const Layout *layout, const char *id, char **ret_fault);

/* The document, in the arena; NULL when the layout has faults (in diags). */
Document *composition_make(Arena *arena, const Composition *composition, DiagList *diags);

/* A composition: a layout read against the kinds of records of the model, and the document made from it. */
#pragma once
#include "diag/diag.h"
#include "layout/layout.h"

extern const Rule rules_compose[]; /* L */

typedef struct {
  const Layout *layout;
  const Style *style;
  const Words *words;
  const GPtrArray *reports; /* of composition_root, at least one: the first is the current record outside of loops */
  const char *data_lang;    /* language of the reports, where it is not the layout's; or NULL */
  const char *source_name;  /* of the first report's file */
  const char *only;         /* id of the only section wanted, or NULL */
  const Record *wanted;     /* the only item wanted, or NULL */
} Composition;

/* The kind of record that the layout is made from. */
const Spec *composition_root(const Layout *layout);
/* Sets parameters as NAME=VALUE; false with *ret_fault (caller frees) when there is no such parameter. */
bool composition_set(Arena *arena, const Layout *layout, const char *assignment, char **ret_fault);
/* Asks for a section of the layout by its id, or for an item of the reports by its ref: then only the sections in which
 * it appears are made, and it alone in them. False with *ret_fault (caller frees) when there is neither. */
bool composition_only(Composition *composition, const char *name, char **ret_fault);

/* The document, in the arena; NULL when the layout has faults, which go to diags, or when the reports have, which are
 * there already: only the layout is checked then. */
Document *composition_make(Arena *arena, const Composition *composition, DiagList *diags);

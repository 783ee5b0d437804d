/* What was asked for: layout, words, reports and parameters, as they are worked with. */
#pragma once
#include "compose/compose.h"

/* Copies where what was given would have to change; all in the arena, or borrowed. */
typedef struct {
  const Layout *layout;
  const Style *style;
  const Words *words;
  const GPtrArray *reports;
  GPtrArray *params;     /* of Param, with the values that were set */
  const char *data_lang; /* language of the reports, where it is not the layout's; or NULL */
  const char *only;      /* id of the only section wanted, or NULL */
  const Record *wanted;  /* the only item wanted, or NULL */
  DiagList *unshown;     /* as it was asked for */
  Origins *origins;
} Composition;

/* False with *ret_fault (caller frees): a parameter, a section, an item or findings that are not there. */
bool composition_begin(Arena *arena, const Composing *composing, Composition *ret, DiagList *diags, char **ret_fault);

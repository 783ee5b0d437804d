/* The stage compose: a layout and what it is made from become a document. */
#pragma once
#include "diag/diag.h"
#include "document/origins.h"
#include "layout/layout-read.h"

extern const Rule rules_compose[]; /* L */

/* Everything is borrowed and stays as it is. */
typedef struct {
  LayoutFiles files;
  const GPtrArray *models;   /* of compose_root, at least one: the first is the current record outside of loops */
  const GPtrArray *findings; /* of FindingList: of layouts of findings one for each model; else NULL */
  const GPtrArray *ticks;    /* of TickList, of some of the models, for layouts of findings; or NULL */
  char *const *settings;     /* parameters of the layout, NAME=VALUE, NULL-terminated; or NULL */
  const char *only;          /* the only section or item that is wanted, by its id or ref; or NULL */
  DiagList *unshown;         /* where it is told what was supplied, and is neither shown nor left out; or NULL */
  Origins *origins;          /* where what is shown was taken from: it is noted there; or NULL */
} Composing;

/* The kind of record that the layout is made from: Report or Paper. */
const Spec *compose_root(const Layout *layout);

/* The document, in the arena; it borrows the words of layout and models and lives no longer than they. Faults of the
 * layout go to diags; then, and when diags has errors already, only the layout is checked and NULL returned. NULL with
 * *ret_fault (caller frees) when what was asked for is not there: a parameter, a section, an item, findings. */
const Document *compose_document(Arena *arena, const Composing *composing, DiagList *diags, char **ret_fault);

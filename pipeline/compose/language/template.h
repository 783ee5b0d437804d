/* Templates: text with {paths} and [parts that may be left out]. */
#pragma once
#include "compose/language/compiler.h"
#include "compose/language/path.h"

typedef struct Template Template;

/* From an attribute's text, or from the runs of the record's content. With page_numbers, {page} and {pages} stay as
 * they are. NULL: at fault, and said so. */
Template *template_new(Compiler *compiler, const Record *record, const char *attribute, const char *text,
                       const Shape *shape, bool page_numbers);
Template *template_new_runs(Compiler *compiler, const Record *record, const GPtrArray *runs, const Shape *shape);

/* What it says for a scope, white space folded: runs keep the bold and italic of the layout and of the model. Empty: it
 * says nothing. */
GPtrArray *template_runs(const Template *tmpl, const Document *document, const Scope *scope, Arena *arena);
char *template_text(const Template *tmpl, const Document *document, const Scope *scope, Arena *arena);
/* The same; what a path may mean, but nobody can read whether it does, is left out. */
char *template_text_sure(const Template *tmpl, const Document *document, const Scope *scope,
                         Arena *arena); /* NULL: nothing */

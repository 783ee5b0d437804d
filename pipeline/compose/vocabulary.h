/* The words of a document: the file of its language, the council's own key and shorthand, the layout's own words. */
#pragma once
#include "compose/language/compiler.h"

/* A list of Word: the layout's own come before the council's (those of the first report), and those before the file's.
 * lang: of the document, where the data have another; then the file's come before the council's, but for those that the
 * council gives in that language; else NULL. Words that renderers or formats need and that are in none of them are faults
 * of the file. */
GPtrArray *vocabulary_join(Compiler *compiler, const Words *file, const GPtrArray *reports, const char *lang,
                           const GPtrArray *own);

/* The words of a document: the file of its language, the council's own key and shorthand, the layout's own words. */
#pragma once
#include "compose/compiler.h"
#include "model/report.h"

/* A list of Word: the layout's own come before the council's, those before the file's. Words that renderers or formats
 * need and that are in none of them are faults of the file. */
GPtrArray *vocabulary_join(Compiler *compiler, const Words *file, const Report *report, const GPtrArray *own);

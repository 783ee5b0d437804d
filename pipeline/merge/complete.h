/* Completing: a model that can be read again whatever it was made from. */
#pragma once
#include "model/report.h"

/* Fills what a model must have and the documents did not give, or not readably: words that say so, references that are
 * one to one. Call last, before the model is written: nothing that is filled in here was said by anybody. */
void complete_report(Arena *arena, Report *report);

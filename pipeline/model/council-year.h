/* The council's year: the month in which it begins, and the periods of its documents told in it. */
#pragma once
#include "diag/diag.h"
#include "model/framework.h"

/* The month in which the framework's year begins; 0: April. */
int council_year_begins(const Framework *framework);

/* What is wrong with a period of a plan or a return, that is not written as those of the council are, and what to
 * write: the end of a sentence; NULL: nothing. Caller frees. */
char *council_year_fault(Period written, int begins);

/* Tells the periods of a plan, return, framework, model ... as periods of that year. Years of plans and periods of
 * returns are the council's own: one that is written as another is a fault (V-PERIOD), and cannot be read. diags NULL:
 * they are, our programs have made it. */
void council_year_settle(Record *root, int begins, DiagList *diags);

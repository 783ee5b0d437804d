/* Words to send to those whose returns are still to be chased. */
#pragma once
#include "model/run.h"

/* A letter for each officer, of plain text, in the order of the reports; empty when there is nothing to chase. Caller
 * frees. */
char *chase_text(const RunOfPeriod *run);

/* Figures in tables of prose, as documents in English and Welsh write them. */
#pragma once
#include "base/amount.h"
#include "record/prose.h"

/* Whether the words of a cell are one plain figure, and its Unit: a count, pounds ("£1,204.50") or percent ("12.5%").
 */
bool prose_figure(const GPtrArray *runs, Amount *ret_number, int *ret_unit);
/* "2009" */
bool prose_figure_may_be_year(const GPtrArray *runs);

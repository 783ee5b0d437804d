/* Filling the table of facts. Inside of facts. */
#pragma once
#include "facts/also.h"
#include "facts/fact.h"
#include "facts/table.h"

/* Of all prose of the documents; history NULL: not of the earlier ones. */
void gather_words(FactTable *table, const History *history);
void gather_records(FactTable *table, const History *history, const Returned *returned);

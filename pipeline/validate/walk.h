/* Walking a record and all records inside it, parents first. */
#pragma once
#include "base/record.h"

typedef void (*WalkVisit)(const Record *record, void *data);

void walk(const Record *record, WalkVisit visit, void *data);

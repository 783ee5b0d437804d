/* Walking a record and all records inside it, and the words of one. */
#pragma once
#include "record/record.h"

/* Parents first; NULL: nothing. */
typedef void (*RecordVisit)(const Record *record, void *data);
void record_walk(const Record *record, RecordVisit visit, void *data);

/* Tells all periods in the record and those inside it as they are told where the year begins in that month. */
void record_settle_periods(Record *record, int begins);

/* Every list of Run in the record itself, in the order of its fields: of paragraphs, and all through its prose. */
void record_walk_runs(const Record *record, RunsVisit visit, void *data);

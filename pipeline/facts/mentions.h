/* Codes of indicators and milestones in words: "HP LI 5", "HPLI5" and "hp li 5" are one. */
#pragma once
#include "facts/sentence.h"
#include "model/report.h"

/* The codes of indicators, for mentions_at; caller unrefs. */
GHashTable *mentions_of(const GPtrArray *indicators);
/* The codes of the report's indicators, for mentions_at; caller unrefs. */
GHashTable *mentions_new(const Report *report);
/* The indicator whose code the tokens from at on spell, or NULL; *ret_last is the code's last token. */
const Indicator *mentions_at(GHashTable *mentions, const Sentence *sentence, guint at, guint *ret_last);
/* Likewise of the milestones of objectives. */
GHashTable *mentions_of_milestones(const GPtrArray *objectives);
const Milestone *mentions_milestone_at(GHashTable *mentions, const Sentence *sentence, guint at, guint *ret_last);

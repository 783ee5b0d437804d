/* What was given but could not be read, said in the fields themselves: it is "not readable", which is not "missing". */
#pragma once
#include "model/reading.h"

/* After reading a framework, plan, return, model or paper, before anything looks at it: readings with a part that could
 * not be read, or of which two contradict each other, get the state not-readable, ratings and directions of
 * travel the same; dates say it in their note; rules and symbols that cannot be told apart any more are taken out.
 * Messages are not added: reading has told. */
void readable_settle(Record *root);

/* Takes from a reading what it tells; its state says that it cannot be read. */
void readable_lose(Reading *reading);

/* Words for a field of prose or runs that could not be read, from nothing; lives as long as the arena. */
Prose *readable_prose(Arena *arena, const char *words);
GPtrArray *readable_runs(Arena *arena, const char *words);

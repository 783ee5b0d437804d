/* What stands twice: entries of one item, measures and definitions of one code. Where two contradict each other neither
 * is believed: what they differ in cannot be read, as if it had been damaged. */
#pragma once
#include "record/record.h"

/* After reading a framework, plan or return, before readable_settle. Of two entries of a return the first has what both
 * say, and no more; where they differ in words it has both. Of two measures that differ nobody can tell which one a
 * figure is of. Of two definitions the second is taken out. Messages are not added: reading has told. */
void twice_settle(Arena *arena, Record *root);

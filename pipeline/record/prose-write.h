/* Writing prose and mixed content as XML; inside of base, used by record-write. */
#pragma once
#include "record/prose.h"

/* What stands between the tags of an element at depth: words, or indented blocks and the indent of the end tag. */
void prose_write(GString *out, const Prose *prose, guint depth);
void prose_write_runs(GString *out, const GPtrArray *runs);

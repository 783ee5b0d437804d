/* What a layout leaves out on purpose, and what of the data it neither shows nor leaves out. */
#pragma once
#include "compose/composition.h"
#include "compose/language/path.h"

/* Reads the fields that the layout leaves out, into the compiler's arena; faults go to its diags. Of Path, whose
 * records are reached from a report; to be asked when all blocks have been read, for what they show is held against it.
 */
GPtrArray *left_out_compile(Compiler *compiler, const Layout *layout, const Shape *shape);
/* Whether the field says only how others are found, rated or shown: nothing that readers would miss. */
bool left_out_is_setting(const Record *record, const Field *field);
/* Tells fields that were supplied, and were neither shown (the world's told) nor left out, in one note for each kind of
 * record; of a layout that leaves nothing out, in one note for all. */
void left_out_tell(const Composition *composition, const GPtrArray *left_out, const Scope *scope);

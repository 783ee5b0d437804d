/* Services of which a report over several has nothing: each is named on its first page, whatever the layout says. */
#pragma once
#include "compose/blocks/block.h"
#include "compose/composition.h"

/* Puts a box behind the title of the first section, in which each service is named whose model stands in for a report
 * that could not be made. Nothing is added when there is none, to a part of a document, and to the page that stands in
 * place of one service's report: it says so itself. */
void absence_tell(Maker *maker, const Composition *composition, const Scope *scope);

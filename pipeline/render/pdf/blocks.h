/* The blocks of a document, each drawn into the flow. */
#pragma once
#include "render/pdf/contents.h"
#include "render/pdf/flow.h"

/* Draws blocks first .. end - 1 below parent. */
void blocks_flow(Flow *flow, Element parent, const GPtrArray *blocks, guint first, guint end, const Entries *entries);

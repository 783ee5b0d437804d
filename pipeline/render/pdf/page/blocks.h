/* The blocks of a document, each drawn into the flow. */
#pragma once
#include "render/pdf/flow/flow.h"
#include "render/pdf/page/contents.h"

/* Draws blocks first .. end - 1 below parent. */
void blocks_flow(Flow *flow, Element parent, const GPtrArray *blocks, guint first, guint end, const Entries *entries);

/* Tables over pages. */
#pragma once
#include "render/pdf/flow/flow.h"

/* Draws the table below parent; its head is said again on every page, and the label of a group that goes on. */
void table_flow(Flow *flow, Element parent, const Table *table);

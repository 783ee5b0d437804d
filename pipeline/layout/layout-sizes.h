/* The numbers that a layout may ask for: more would be drawn by no format, or take all memory. */
#pragma once
#include "document/style-sizes.h"
#include "layout/layout.h"

/* Visits what is out of its range. text: "years '1000000' must be from 1 to 50". */
void layout_check_sizes(const Layout *layout, SizeFault fault, void *data);

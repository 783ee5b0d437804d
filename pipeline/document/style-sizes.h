/* The sizes that pages and type can have: with others nothing could be set, or nobody could read it. */
#pragma once
#include "document/style.h"

/* text: "width-mm '4' must be from 50 to 1,500". */
typedef void (*SizeFault)(const Record *record, const char *attribute, const char *text, void *data);

/* Visits what is out of its range, and margins that leave no room for words. */
void style_check_sizes(const Style *style, SizeFault fault, void *data);

/* Writing records as XML: fixed order, two spaces of indent, LF, the namespace and format on the root. */
#pragma once
#include "record/record.h"

/* Appends the document; reading it again gives an equal record. */
void record_write(const Record *root, GString *out);

/* How a projection was made, in words of the document's language. */
#pragma once
#include "document/document.h"
#include "model/report.h"

/* Says it of each indicator of the report whose projection the service has not explained itself. */
void projection_fill(Arena *arena, const Document *document, Report *report);

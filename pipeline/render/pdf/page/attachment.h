/* The attachment: the data of what the pages show, for those who want to work with it. */
#pragma once
#include "document/document.h"

/* The document as XML (document.xsd) without what no reader sees: the look, words for what does not appear, headings
 * and names that only a sheet would have where there is none. Caller frees. */
GString *attachment_write(const Document *document);

/* The attachment: the data of what the pages show, for those who want to work with it. */
#pragma once
#include "document/document.h"

/* The document as XML (document.xsd) without what its pages do not show: the look, words for what does not appear,
 * titles of sheets. Caller frees. */
GString *attachment_write(const Document *document);

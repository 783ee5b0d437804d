/* Page numbers in tables: links in columns of page numbers, which read "{page}" until the pages are known. */
#pragma once
#include "render/pdf/page/contents.h"

typedef struct PageLinks PageLinks;

/* Finds them all, in a copy of the document if there are any; until they are numbered each keeps room for a number. */
PageLinks *page_links_new(const Document *document);
void page_links_free(PageLinks *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PageLinks, page_links_free)
/* The document to be drawn: borrowed from links, or what was given. */
const Document *page_links_document(const PageLinks *links);
/* Now that headings have numbers. */
void page_links_number(PageLinks *links, const Entries *entries);
/* Whether the block is, or holds, such a table or a list of contents: it can be drawn only when pages are numbered. */
bool page_links_needed(const Record *block);

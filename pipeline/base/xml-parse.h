/* Gate 2: hardened parsing of checked bytes to a libxml2 tree in which every element knows its byte offset. */
#pragma once
#include "base/diag.h"
#include <libxml/tree.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlDoc, xmlFreeDoc)

enum { XML_MAX_NODES = 500000 };

/* The tree, or NULL when the text is not well-formed or not acceptable (told in diags). Caller frees. */
xmlDoc *xml_parse(const Source *source, DiagList *diags);

/* Offset of an element's '<'. */
gsize xml_offset(const xmlNode *element);

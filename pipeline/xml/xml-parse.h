/* Gate 2: hardened parsing of checked bytes to a libxml2 tree in which every element knows its byte offset. */
#pragma once
#include "diag/diag.h"
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

/* What libxml2 hands to a structured error function. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *XmlErrorArg;
#else
typedef xmlErrorPtr XmlErrorArg;
#endif

G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlDoc, xmlFreeDoc)

enum { XML_MAX_NODES = 500000, XML_MAX_NODES_OWN = 4 * XML_MAX_NODES };

/* Process-wide settings of libxml2, once: nothing is ever fetched, nothing is printed. Parsing does so itself. */
void xml_set_up(void);

/* The tree, or NULL when the text is not well-formed, has more elements and attributes than max_nodes, or is otherwise
 * not acceptable (told in diags). Caller frees. */
xmlDoc *xml_parse(const Source *source, guint max_nodes, DiagList *diags);
/* The same, but all faults are told that can be stepped over; then *ret_mended, which the caller frees, too, is the
 * tree of the text as if they were none, with the same places: only to see what else is wrong. */
xmlDoc *xml_parse_all(const Source *source, guint max_nodes, DiagList *diags, xmlDoc **ret_mended);

/* Offset of an element's '<'. */
gsize xml_offset(const xmlNode *element);

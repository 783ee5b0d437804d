/* A look at a file's root element, without reading the file: what kind of file it is, and what its root says. */
#pragma once
#include <gio/gio.h>

typedef struct {
  char *element;
  GHashTable *attributes; /* name to value, as written but for entities */
} XmlRoot;

/* NULL when the file cannot be opened (error), or does not begin like XML (no error: reading it will say why). */
XmlRoot *xml_root_peek(const char *path, GError **error);
const char *xml_root_attribute(const XmlRoot *root, const char *name); /* or NULL */
void xml_root_free(XmlRoot *root);                                     /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(XmlRoot, xml_root_free)

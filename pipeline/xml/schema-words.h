/* What libxml2 has to say of schema faults, in words an officer understands. Inside of base only. */
#pragma once
#include <glib.h>
#include <libxml/xmlerror.h>

/* The words of a fault; caller frees. */
char *schema_words(const xmlError *error);
/* The attribute that a fault is about, or NULL: the element itself; caller frees. */
char *schema_words_attribute(const xmlError *error);

/* Places inside a start tag of well-formed XML, found only when a message is made. */
#pragma once
#include "diag/source.h"
#include <stdbool.h>

/* Offset of the attribute's name and of its value's first character. False: the tag has no such attribute. */
bool tag_attribute_name(const Source *source, gsize tag_offset, const char *name, gsize *ret_offset);
bool tag_attribute(const Source *source, gsize tag_offset, const char *name, gsize *ret_offset);
/* Offset of the first character after the tag that is not white space. */
gsize tag_content(const Source *source, gsize tag_offset);

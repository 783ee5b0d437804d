/* Writing characters into XML. */
#pragma once
#include <glib.h>

/* Appends text so that a parser reads it back; bytes that XML cannot hold become U+FFFD. */
void escape_content(GString *out, const char *text);
void escape_attribute(GString *out, const char *text); /* for between double quotes */
void escape_indent(GString *out, guint depth);         /* a new line and two spaces a step */

/* Patches: what the library cannot write, put into the text of a workbook's parts. A part that does not look as
 * expected is an error, never left half done. */
#pragma once
#include <gio/gio.h>
#include <stdbool.h>

bool patch_styles(GString *part, GError **error);                 /* style Heading 1; the default font */
bool patch_core(GString *part, const char *lang, GError **error); /* dc:language */
/* Numbers as they were written: the library's sixteen digits turn 70.1 into 70.09999999999999. */
void patch_numbers(GString *part);
/* Language; gaps stay gaps; the last n_targets series of a column chart become lines on the same axes. */
bool patch_chart(GString *part, const char *lang, guint n_targets, GError **error);

/* Words of workbooks, web pages and CSV files in English; a document's own words come before them. */
#pragma once
#include <glib.h>

/* The English text of that name ("Skip to the report"), or NULL. */
const char *english_word(const char *name);
/* The names, one after the other; NULL after the last. */
const char *english_name(guint at);

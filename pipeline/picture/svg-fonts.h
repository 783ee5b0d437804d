/* The fonts that words in drawings are drawn with: those of the pages, wherever it runs. */
#pragma once
#include <glib.h>

/* For the rest of this process, and before anything was drawn in it. */
void svg_fonts_prepare(void);
/* The first sign of the words that none of them has; 0: they have all. */
gunichar svg_fonts_lack(const char *words);

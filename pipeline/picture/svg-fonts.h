/* The fonts that words in drawings are drawn with: those of the pages, wherever it runs. */
#pragma once

/* For the rest of this process, and before anything was drawn in it. */
void svg_fonts_prepare(void);

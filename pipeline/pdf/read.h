/* One PDF as words: what qmr-pdf-words does. */
#pragma once
#include <stdbool.h>

/* Reads the PDF at a descriptor in a process of its own and writes what it holds, a <supplied> (supplied.xsd), to
 * another; also of one that cannot be read, and why. False: nothing could be written. */
bool pdf_read(int pdf, int to);

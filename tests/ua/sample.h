/* A small good document: cover, heading, paragraph, table split over two pages, list, figure, contents with links. */
#pragma once
#include "render/pdf/finish.h"

/* The finished bytes; names in five scripts and punctuation that PDF syntax uses are in it. Fails the test on an error.
 */
GByteArray *sample_pdf(void);
extern const char *const sample_words; /* its text in reading order, words parted by single spaces */

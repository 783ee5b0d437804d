/* The folder that releases fill, and nothing else. */
#pragma once
#include <stdbool.h>

#define RELEASED_NAME "SHA256SUMS" /* beside what was released: lists it */

/* Whether a folder is public/ of a folder of outputs, or stands in it, by whatever links; it need not be there. A
 * folder of that name beside which no report stands, and in which none was released, is anybody's. */
bool public_holds(const char *folder);

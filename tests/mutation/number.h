/* Slips of the pen: a number as it might wrongly have been typed. */
#pragma once
#include <glib.h>

typedef enum { SLIP_UP, SLIP_DOWN, SLIP_SWAPPED, SLIP_TENFOLD, SLIP_TENTH, SLIP_SIGN, N_SLIPS } Slip;

/* The number as written with that slip in it; NULL when it would be the same or no number. "1,234" keeps its comma.
 * Caller frees. */
char *number_slip(const char *written, Slip slip);
double number_value(const char *written);
guint number_decimals(const char *written);

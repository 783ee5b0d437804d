/* Sums as the mutation tests work them out, in plain floating point and apart from the checks. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* 100 for percent, 1,000 for per 1,000 ..., else 1. */
double figure_multiplier(int unit);
/* number is above / below, in the unit, rounded to decimals. */
bool figure_quotient_fits(double number, guint decimals, double above, double below, int unit);

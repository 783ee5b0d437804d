/* The value axis of a chart, the same in every format that draws one: round steps that hold all figures and targets. */
#pragma once
#include "document/document.h"

/* Ticks at low, low + step ... high; never empty. */
typedef struct {
  double low, high, step;
  guint decimals; /* of the numbers at the ticks */
  bool time;      /* in seconds, written as minutes and seconds */
  bool any;       /* false: there is no figure to scale by */
} ChartScale;

/* From zero unless lines vary little. Stacked parts above and below zero add up apart. */
ChartScale chart_scale_of(const Chart *chart);
/* How many steps there are between low and high; the ticks are numbered from 0 to that. */
guint chart_scale_steps(const ChartScale *scale);
double chart_scale_value(const ChartScale *scale, guint tick);
char *chart_scale_text(const ChartScale *scale, guint tick); /* its number; caller frees */

/* The numbers that a row of figures accounts for. */
#pragma once
#include "model/indicator.h"

typedef struct {
  GArray *numbers; /* of Amount */
} Known;

void known_add(Known *known, const OptAmount *number); /* when it is given */
/* Targets, outturns, history and quartiles; not the value of the period with its parts. */
void known_add_measure(Known *known, const Measure *measure);
bool known_has(const Known *known, Amount number); /* also rounded */

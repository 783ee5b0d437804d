/* Entries that name an item of the plan by its words. */
#pragma once
#include "facts/inputs.h"

/* Gives entries of the return and of earlier documents of the service that name an item by its words the code by which
 * the plan's item is known: its reference, or, where it has none, its words. Words are the same whatever their capitals
 * and full stop; the beginning of them will do where no other item begins so. Call once, after reading. */
void named_settle(const Inputs *inputs);

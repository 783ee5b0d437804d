/* The key to symbols, worded by the very rules that rated the rows. */
#pragma once
#include "facts/inputs.h"

/* Gives report its key: the framework's, with {rule} replaced by what the rules of its indicators mean by the symbol.
 */
void key_fill(const Inputs *inputs, Report *report);

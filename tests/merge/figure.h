/* Amounts written as text, for tests: OPT("8.5") is given, OPT(NULL) is not. */
#pragma once
#include "record/record.h"

static inline OptAmount OPT(const char *text)
{
  OptAmount value = { .given = text != NULL };
  if (text && !amount_parse(text, &value.amount))
    g_error("%s is not an amount", text);
  return value;
}

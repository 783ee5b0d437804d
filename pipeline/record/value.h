/* Values of fields as text: from what people typed, with what is wrong about it, and back. */
#pragma once
#include "record/record.h"

enum { VALUE_TEXT_CHARS = 8000, VALUE_CODE_CHARS = 40, VALUE_INT_MAX = 1000000 };

/* What is wrong with a typed value: the rule and the end of the sentence, "is not a date (use YYYY-MM-DD)". */
typedef struct {
  const char *rule;
  char *text;    /* owned */
  bool no_quote; /* the value is not to be repeated before the text */
} ValueFault;

/* Parses text, white space already folded, into the member at `at` (FIELD_TEXT to FIELD_FLAGS). False: fault is filled.
 */
bool value_read(Arena *arena, const Field *field, const char *text, void *at, ValueFault *ret_fault);

/* The text of a member (FIELD_TEXT to FIELD_FLAGS) that is set; caller frees. */
char *value_write(const Field *field, const void *at);

bool value_is_code(const char *text);

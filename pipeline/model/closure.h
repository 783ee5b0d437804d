/* Closing words: why an item is no longer reported, said by a return or by a plan. */
#pragma once
#include "record/record.h"

typedef struct {
  Record record;
  char *ref;   /* as it was */
  char *title; /* or its words */
  char *now;   /* ref of the item that goes on with it: renumbered, or merged with others; or NULL */
  Prose *reason;
} Closure;
extern const Spec closure_spec; /* <closed ref="..."> */

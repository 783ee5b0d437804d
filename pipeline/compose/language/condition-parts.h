/* What a condition is made of: groups joined by "or" of tests joined by "and". */
#pragma once
#include "compose/language/condition.h"
#include "compose/language/path.h"

/* The first two ask for no value. */
typedef enum {
  TEST_GIVEN,
  TEST_MISSING,
  TEST_EQUAL,
  TEST_UNEQUAL,
  TEST_LESS,
  TEST_AT_MOST,
  TEST_MORE,
  TEST_AT_LEAST,
  TEST_HAS
} TestKind;

typedef struct {
  TestKind kind;
  bool negated;
  bool count; /* of the records at the end of the path */
  int number; /* count: compared with this */
  const Path *path;
  const void *value;      /* a word of the layout, in the type of the path's field */
  const Path *other;      /* or another path */
  const Condition *inner; /* or a condition in parentheses, and nothing else */
} Test;

struct Condition {
  GPtrArray *groups; /* of GPtrArray of Test: one group must hold, all tests of it */
  Varies varies;
};

/* Whether the test holds, whatever negated says. */
bool test_holds(const Test *test, const Scope *scope);
/* The type of the test's value. */
const Field *test_value_field(const Test *test);

/* Reading conditions: names, operators and values, checked against the Specs of the model. */
#include "compose/language/compare.h"
#include "compose/language/condition-parts.h"
#include <string.h>

/* Longer tokens first. */
static const struct {
  const char *token;
  TestKind kind;
} operators[] = { { "!=", TEST_UNEQUAL }, { "<=", TEST_AT_MOST }, { ">=", TEST_AT_LEAST },
                  { "=", TEST_EQUAL },    { "<", TEST_LESS },     { ">", TEST_MORE } };

/* The operator at the scanner's place. */
static bool scan_operator(Scanner *scanner, TestKind *ret_kind)
{
  if (scanner_keyword(scanner, "given")) {
    *ret_kind = TEST_GIVEN;
    return true;
  }
  if (scanner_keyword(scanner, "missing")) {
    *ret_kind = TEST_MISSING;
    return true;
  }
  if (scanner_keyword(scanner, "has")) {
    *ret_kind = TEST_HAS;
    return true;
  }
  for (guint i = 0; i < G_N_ELEMENTS(operators); i++)
    if (scanner_take(scanner, operators[i].token)) {
      *ret_kind = operators[i].kind;
      scanner_space(scanner);
      return true;
    }
  scanner_fault(scanner, "L-CONDITION", scanner->at, "a comparison is missing: use = != < <= > >= has given missing");
  return false;
}

/* A word, or words in quotes; NULL: at fault. */
static char *scan_word(Scanner *scanner)
{
  const char *from = scanner->at;
  if (scanner_take(scanner, "'")) {
    const char *end = strchr(scanner->at, '\'');
    if (!end) {
      scanner_fault(scanner, "L-CONDITION", from, "the quote is not closed");
      return NULL;
    }
    scanner->at = end + 1;
    return arena_strndup(scanner->compiler->arena, from + 1, end - from - 1);
  }
  scanner->at += strcspn(scanner->at, " ])\t\n{}");
  if (scanner->at > from)
    return arena_strndup(scanner->compiler->arena, from, scanner->at - from);
  scanner_fault(scanner, "L-CONDITION", from, "a value is missing after the comparison");
  return NULL;
}

/* What the operator asks of the field. */
static bool operator_fits(const Scanner *scanner, const char *at, const Test *test)
{
  const Field *field = test->path->field;
  if (!field) {
    scanner_fault(scanner, "L-KIND", at, "'%s' names records: only given, missing or count can be asked of them",
                  test->path->text);
    return false;
  }
  Comparable knows = field_comparable(field);
  bool equal = test->kind == TEST_EQUAL || test->kind == TEST_UNEQUAL;
  if (test->kind == TEST_HAS ? knows == COMPARE_MEMBER : knows == COMPARE_ORDER || (equal && knows == COMPARE_EQUAL))
    return true;
  const char *use = knows == COMPARE_MEMBER  ? "has, given or missing"
                    : knows == COMPARE_EQUAL ? "=, !=, given or missing"
                    : knows == COMPARE_ORDER ? "=, !=, <, <=, >, >=, given or missing"
                                             : "given or missing";
  scanner_fault(scanner, "L-KIND", at, "'%s' cannot be compared like this: use %s", test->path->text, use);
  return false;
}

/* A parameter stands for the word that it was set to. */
static bool take_param(Scanner *scanner, const char *at, Test *test)
{
  const Param *param = (const Param *)test->other->param;
  if (param->value)
    test->value = value_from_word(scanner, at, test->path->field, param->value);
  return !param->value || test->value;
}

static bool scan_other(Scanner *scanner, Test *test, const Shape *shape)
{
  const char *at = scanner->at;
  scanner_space(scanner);
  test->other = path_scan(scanner, shape);
  if (!test->other)
    return false;
  scanner_space(scanner);
  if (!scanner_take(scanner, "}")) {
    scanner_fault(scanner, "L-CONDITION", scanner->at, "'}' is missing");
    return false;
  }
  if (test->other->from == FROM_PARAM)
    return take_param(scanner, at, test);
  if (path_equal(test->path, test->other)) {
    scanner_fault(scanner, "L-SAME", at, "'%s' is compared with itself: say of which record the other one is",
                  test->path->text);
    return false;
  }
  if (test->other->field && fields_alike(test->path->field, test->other->field) &&
      (test->kind == TEST_HAS || test->other->field->type != FIELD_CODES))
    return true;
  scanner_fault(scanner, "L-KIND", at, "'%s' and '%s' are of different kinds and are never equal", test->path->text,
                test->other->text);
  return false;
}

static bool scan_value(Scanner *scanner, Test *test, const Shape *shape)
{
  const char *at = scanner->at;
  if (scanner_take(scanner, "{"))
    return scan_other(scanner, test, shape);
  char *word = scan_word(scanner);
  if (!word)
    return false;
  test->value = value_from_word(scanner, at, test->path->field, word);
  return test->value != NULL;
}

static bool scan_number(Scanner *scanner, const char *at, Test *test)
{
  guint64 number;
  char *word = test->kind <= TEST_MISSING ? "" : scan_word(scanner);
  if (!word)
    return false;
  if (test->kind == TEST_HAS || !g_ascii_string_to_unsigned(word, 10, 0, G_MAXINT, &number, NULL)) {
    scanner_fault(scanner, "L-CONDITION", at, "a count is compared with a whole number");
    return false;
  }
  test->number = (int)number;
  return true;
}

static bool can_be_missing(const Scanner *scanner, const char *at, const Test *test)
{
  if (!test->path->field || test->path->field->type != FIELD_BOOL)
    return true;
  scanner_fault(scanner, "L-KIND", at, "'%s' is yes or no, never missing: use = yes or = no", test->path->text);
  return false;
}

static Test *scan_inner(Scanner *scanner, Test *test, const Shape *shape)
{
  test->inner = condition_scan(scanner, shape);
  if (!test->inner)
    return NULL;
  scanner_space(scanner);
  if (scanner_take(scanner, ")"))
    return test;
  scanner_fault(scanner, "L-CONDITION", scanner->at, "')' is missing");
  return NULL;
}

static Test *scan_test(Scanner *scanner, const Shape *shape)
{
  Test *test = arena_alloc(scanner->compiler->arena, sizeof *test);
  test->negated = scanner_keyword(scanner, "not");
  if (scanner_take(scanner, "("))
    return scan_inner(scanner, test, shape);
  test->count = scanner_keyword(scanner, "count");
  test->path = path_scan(scanner, shape);
  if (!test->path)
    return NULL;
  scanner_space(scanner);
  const char *at = scanner->at;
  if (!scan_operator(scanner, &test->kind))
    return NULL;
  if (test->count)
    return scan_number(scanner, at, test) ? test : NULL;
  if (test->kind <= TEST_MISSING)
    return can_be_missing(scanner, at, test) ? test : NULL;
  return operator_fits(scanner, at, test) && scan_value(scanner, test, shape) ? test : NULL;
}

static Varies varies_of(const Test *test)
{
  if (test->inner)
    return test->inner->varies;
  bool asked = test->other && test->other->from != FROM_PARAM; /* of a parameter the word was taken */
  return test->path->varies | (asked ? test->other->varies : 0);
}

static Condition *scan_condition(Scanner *scanner, const Shape *shape)
{
  Arena *arena = scanner->compiler->arena;
  Condition *condition = arena_alloc(arena, sizeof *condition);
  condition->groups = arena_list(arena);
  GPtrArray *group = NULL;
  do {
    if (!group)
      g_ptr_array_add(condition->groups, group = arena_list(arena));
    scanner_space(scanner);
    Test *test = scan_test(scanner, shape);
    if (!test)
      return NULL;
    g_ptr_array_add(group, test);
    condition->varies |= varies_of(test);
    scanner_space(scanner);
    if (scanner_keyword(scanner, "and"))
      continue;
    group = NULL;
  } while (group || scanner_keyword(scanner, "or"));
  return condition;
}

enum { MOST_INSIDE = 32 }; /* parentheses and filters, one in the other */

Condition *condition_scan(Scanner *scanner, const Shape *shape)
{
  if (scanner->compiler->conditions >= MOST_INSIDE) {
    scanner_fault(scanner, "L-CONDITION", scanner->at, "conditions stand inside each other more than %d deep",
                  MOST_INSIDE);
    return NULL;
  }
  scanner->compiler->conditions++;
  Condition *condition = scan_condition(scanner, shape);
  scanner->compiler->conditions--;
  return condition;
}

Condition *condition_new(Compiler *compiler, const Record *record, const char *attribute, const char *text,
                         const Shape *shape)
{
  Scanner scanner = scanner_new(compiler, record, attribute, text);
  Condition *condition = condition_scan(&scanner, shape);
  if (condition && *scanner.at) {
    scanner_fault(&scanner, "L-CONDITION", scanner.at, "'%s' cannot follow: join conditions by and, or", scanner.at);
    return NULL;
  }
  return condition;
}

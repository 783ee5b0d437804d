/* Conditions: `key = yes and rating != green or overdue = yes`, checked when the layout is read. */
#pragma once
#include "compose/language/compiler.h"
#include "compose/language/scope.h"

typedef struct Condition Condition;

/* The condition at the scanner's place, up to its end, a "]" or a ")"; or as a whole text. NULL: at fault, and said so.
 */
Condition *condition_scan(Scanner *scanner, const Shape *shape);
Condition *condition_new(Compiler *compiler, const Record *record, const char *attribute, const char *text,
                         const Shape *shape);
bool condition_holds(const Condition *condition, const Scope *scope);

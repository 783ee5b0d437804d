/* Conditions: `key = yes and rating != green or overdue = yes`, checked when the layout is read. */
#pragma once
#include "compose/language/compiler.h"
#include "compose/language/scope.h"

typedef struct Condition Condition;

/* What may be another at the same record: the loops that are named (a bit each, the innermost the first; all outer ones
 * share a bit), and parameters. */
typedef guint64 Varies;
enum { VARIES_LOOPS = 62 };
#define VARIES_PARAM ((Varies)1 << 63)
static inline Varies varies_loop(guint up)
{
  return (Varies)1 << MIN(up, VARIES_LOOPS);
}

/* The condition at the scanner's place, up to its end, a "]" or a ")"; or as a whole text. NULL: at fault, and said so.
 */
Condition *condition_scan(Scanner *scanner, const Shape *shape);
Condition *condition_new(Compiler *compiler, const Record *record, const char *attribute, const char *text,
                         const Shape *shape);
Varies condition_varies(const Condition *condition);
bool condition_holds(const Condition *condition, const Scope *scope);
/* Notes as shown what decided that it holds (`kind = minutes`): what is shown then says so. */
void condition_tell(const Condition *condition, const Scope *scope);
/* Whether anything in the record, around it (but for what else the report holds) or in the loops cannot be read: else
 * no condition on it can be in doubt. */
bool record_is_in_doubt(const Record *record, const Scope *scope);
/* Whether it holds, whatever it is that was given, but could not be read. */
typedef enum { FALSE_FOR_SURE, IN_DOUBT, TRUE_FOR_SURE } Truth;
Truth condition_truth(const Condition *condition, const Scope *scope);
/* In doubt: something that it asks for was given, but could not be read. */
bool condition_is_unread(const Condition *condition, const Scope *scope);

/* Those records of the list for which it holds, in their order; caller unrefs. named: the innermost loop that the
 * condition knows is that of the list, whose record each of them is in its turn. Values that the condition wants equal
 * are looked up when the list is kept and asked again. */
GPtrArray *condition_pick(const Condition *condition, const GPtrArray *list, bool named, const Scope *scope);

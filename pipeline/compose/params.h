/* Parameters of a layout: what was set, and whether that is there. */
#pragma once
#include "compose/language/compiler.h"
#include "compose/language/scope.h"

/* Copies of the layout's parameters with their values as NAME=VALUE sets them (NULL-terminated, or NULL); of Param.
 * NULL with *ret_fault (caller frees): there is no such parameter. */
GPtrArray *params_set(Arena *arena, const Layout *layout, char *const *settings, char **ret_fault);
/* Reads what the layout says of its parameters; faults are said. What it gives is for params_check. */
GPtrArray *params_compile(Compiler *compiler, const Layout *layout, const Shape *shape);
/* Says which parameters have a value that nothing has, or none, where the layout says what can be asked for (of).
 * False: one has. */
bool params_check(const GPtrArray *compiled, Compiler *compiler, const Scope *scope);

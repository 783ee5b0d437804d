/* Refusing: documents of which no report can be made. */
#pragma once
#include "diag/diag.h"
#include "facts/inputs.h"

extern const Rule rules_merge[];

/* False when plan and return are not, as far as can be read, of one service: said in diags. Ask before joining. */
bool refuse_strangers(const Inputs *inputs, DiagList *diags);

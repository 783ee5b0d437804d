/* What a layout may not be called, set or be written in. */
#pragma once
#include "compose/composition.h"
#include "compose/language/compiler.h"

void layout_check(Compiler *compiler, const Composition *composition);

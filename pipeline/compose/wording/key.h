/* The key to symbols, worded by the very rules that rated the rows. */
#pragma once
#include "document/document.h"
#include "model/report.h"

/* Whether an entry asks for the rule. */
bool key_has_rule(const KeyEntry *entry);
/* Replaces {rule} in the report's key by what the rules of its indicators mean by the symbol. */
void key_fill(Arena *arena, const Document *document, Report *report);

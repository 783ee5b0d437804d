/* The key to symbols, worded by the very rules that rated the rows. */
#pragma once
#include "document/document.h"
#include "model/report.h"

/* Whether an entry asks for the rule. */
bool key_has_rule(const KeyEntry *entry);
/* Gives the entries that are not in the document's language the words of the symbols in it; they live as long as the
 * document's. */
void key_rename(const Document *document, const char *language, Report *report);
/* Replaces {rule} in the report's key by what the rules of its indicators mean by the symbol. */
void key_fill(Arena *arena, const Document *document, Report *report);

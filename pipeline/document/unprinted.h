/* Characters that a document has and no font of the machine. */
#pragma once
#include "base/outputs.h"
#include "diag/diag.h"
#include "document/document.h"

/* Says of each that the outputs lack, in file, where the document has it: below which heading, and in which words. */
void unprinted_say(const Document *document, const Outputs *outputs, const char *file, DiagList *diags);

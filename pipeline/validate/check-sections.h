/* Rules of narrative sections. */
#pragma once
#include "diag/diag.h"
#include <glib.h>

/* Every section of the file, also those inside others, has a reference of its own. */
void file_check_section_codes(const GPtrArray *sections, DiagList *diags);

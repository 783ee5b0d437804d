/* Rules of narrative sections, wherever they stand. */
#include "validate/check-sections.h"
#include "model/section.h"
#include "validate/codes.h"

static void add_refs(const GPtrArray *sections, Codes *refs, DiagList *diags)
{
  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index(sections, i);
    codes_add(refs, section->ref, &section->record, "ref", diags);
    add_refs(section->sections, refs, diags);
  }
}

void file_check_section_codes(const GPtrArray *sections, DiagList *diags)
{
  g_autoptr(Codes) refs = codes_new();
  add_refs(sections, refs, diags);
}

/* Rules of layouts: numbers that can be meant. Names are looked up where the layout is used. */
#include "layout/layout-sizes.h"
#include "validate/check.h"
#include "validate/fault.h"

void file_check_layout(const Record *root, DiagList *diags)
{
  layout_check_sizes((const Layout *)root, fault_size, diags);
}

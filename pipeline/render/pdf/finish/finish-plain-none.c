/* With a cairo before 1.17 there is no other form of PDF, and libqpdf need not be loaded (4 ms of every run). */
#include "render/pdf/finish/finish-parts.h"

GByteArray *finish_plain(G_GNUC_UNUSED const GByteArray *pdf, GError **error)
{
  g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
              "cairo is newer than the one this program was built with: build it again");
  return NULL;
}

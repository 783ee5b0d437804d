/* The way out for a cairo that packs objects (1.18 and later): libqpdf rewrites its file in the plain form. */
#include "render/pdf/finish/finish-parts.h"
#include <qpdf/qpdf-c.h>

typedef struct _qpdf_data QpdfData;

static void qpdf_free(QpdfData *qpdf)
{
  qpdf_cleanup(&qpdf);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(QpdfData, qpdf_free)

static void *fail(qpdf_data qpdf, GError **error)
{
  qpdf_error fault = qpdf_get_error(qpdf);
  g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "libqpdf cannot read what cairo wrote: %s",
              fault ? qpdf_get_error_full_text(qpdf, fault) : "unknown fault");
  return NULL;
}

GByteArray *finish_plain(const GByteArray *pdf, GError **error)
{
  g_autoptr(QpdfData) qpdf = qpdf_init();
  qpdf_silence_errors(qpdf);
  qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
  if (qpdf_read_memory(qpdf, "cairo's PDF", (const char *)pdf->data, pdf->len, NULL) & QPDF_ERRORS ||
      qpdf_init_write_memory(qpdf) & QPDF_ERRORS)
    return fail(qpdf, error);
  qpdf_set_object_stream_mode(qpdf, qpdf_o_disable);
  qpdf_set_static_ID(qpdf, QPDF_TRUE); /* thrown away again */
  if (qpdf_write(qpdf) & QPDF_ERRORS)
    return fail(qpdf, error);
  return g_byte_array_append(g_byte_array_new(), qpdf_get_buffer(qpdf), (guint)qpdf_get_buffer_length(qpdf));
}

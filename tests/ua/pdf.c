/* libqpdf's C interface with the checks in one place. */
#include "pdf.h"
#include <stdlib.h>
#include <string.h>

Pdf *pdf_open(const GByteArray *bytes, GError **error)
{
  g_autoptr(Pdf) pdf = g_new0(Pdf, 1);
  pdf->bytes = g_byte_array_append(g_byte_array_new(), bytes->data, bytes->len);
  pdf->qpdf = qpdf_init();
  qpdf_silence_errors(pdf->qpdf);
  qpdf_set_suppress_warnings(pdf->qpdf, QPDF_TRUE);
  qpdf_set_attempt_recovery(pdf->qpdf, QPDF_FALSE);
  if (qpdf_read_memory(pdf->qpdf, "pdf", (const char *)pdf->bytes->data, pdf->bytes->len, NULL) & QPDF_ERRORS) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s",
                qpdf_get_error_full_text(pdf->qpdf, qpdf_get_error(pdf->qpdf)));
    return NULL;
  }
  pdf->n_pages = (guint)MAX(qpdf_get_num_pages(pdf->qpdf), 0);
  return g_steal_pointer(&pdf);
}

void pdf_close(Pdf *pdf)
{
  if (!pdf)
    return;
  qpdf_cleanup(&pdf->qpdf);
  g_byte_array_unref(pdf->bytes);
  g_free(pdf);
}

GByteArray *pdf_write(Pdf *pdf)
{
  qpdf_init_write_memory(pdf->qpdf);
  qpdf_set_static_ID(pdf->qpdf, QPDF_TRUE);
  g_assert(!(qpdf_write(pdf->qpdf) & QPDF_ERRORS));
  return g_byte_array_append(g_byte_array_new(), qpdf_get_buffer(pdf->qpdf), (guint)qpdf_get_buffer_length(pdf->qpdf));
}

qpdf_oh pdf_root(Pdf *pdf)
{
  return qpdf_get_root(pdf->qpdf);
}

qpdf_oh pdf_page(Pdf *pdf, guint page)
{
  return qpdf_get_page_n(pdf->qpdf, page);
}

int pdf_page_number(Pdf *pdf, qpdf_oh page)
{
  return pdf_is_dict(pdf, page) ? qpdf_find_page_by_oh(pdf->qpdf, page) : -1;
}

bool pdf_is_dict(Pdf *pdf, qpdf_oh value)
{
  return qpdf_oh_is_dictionary(pdf->qpdf, value);
}

bool pdf_is_null(Pdf *pdf, qpdf_oh value)
{
  return qpdf_oh_is_null(pdf->qpdf, value);
}

qpdf_oh pdf_get(Pdf *pdf, qpdf_oh dict, const char *key)
{
  if (qpdf_oh_is_stream(pdf->qpdf, dict))
    dict = qpdf_oh_get_dict(pdf->qpdf, dict);
  return pdf_is_dict(pdf, dict) ? qpdf_oh_get_key(pdf->qpdf, dict, key) : qpdf_oh_new_null(pdf->qpdf);
}

qpdf_oh pdf_path(Pdf *pdf, qpdf_oh dict, const char *keys)
{
  g_auto(GStrv) parts = g_strsplit(keys + 1, "/", -1);
  for (char **part = parts; *part; part++) {
    g_autofree char *key = g_strconcat("/", *part, NULL);
    dict = pdf_get(pdf, dict, key);
  }
  return dict;
}

bool pdf_has(Pdf *pdf, qpdf_oh dict, const char *key)
{
  return !pdf_is_null(pdf, pdf_get(pdf, dict, key));
}

guint pdf_length(Pdf *pdf, qpdf_oh array)
{
  return qpdf_oh_is_array(pdf->qpdf, array) ? (guint)qpdf_oh_get_array_n_items(pdf->qpdf, array) : 0;
}

qpdf_oh pdf_item(Pdf *pdf, qpdf_oh array, guint i)
{
  return i < pdf_length(pdf, array) ? qpdf_oh_get_array_item(pdf->qpdf, array, (int)i) : qpdf_oh_new_null(pdf->qpdf);
}

char *pdf_name(Pdf *pdf, qpdf_oh value)
{
  return g_strdup(qpdf_oh_is_name(pdf->qpdf, value) ? qpdf_oh_get_name(pdf->qpdf, value) + 1 : "");
}

char *pdf_text(Pdf *pdf, qpdf_oh value)
{
  return qpdf_oh_is_string(pdf->qpdf, value) ? g_strdup(qpdf_oh_get_utf8_value(pdf->qpdf, value)) : NULL;
}

long pdf_int(Pdf *pdf, qpdf_oh value, long otherwise)
{
  return qpdf_oh_is_integer(pdf->qpdf, value) ? (long)qpdf_oh_get_int_value(pdf->qpdf, value) : otherwise;
}

double pdf_number(Pdf *pdf, qpdf_oh value)
{
  return qpdf_oh_is_number(pdf->qpdf, value) ? qpdf_oh_get_numeric_value(pdf->qpdf, value) : 0;
}

bool pdf_is_true(Pdf *pdf, qpdf_oh value)
{
  return qpdf_oh_is_bool(pdf->qpdf, value) && qpdf_oh_get_bool_value(pdf->qpdf, value);
}

int pdf_id(Pdf *pdf, qpdf_oh value)
{
  return qpdf_oh_is_indirect(pdf->qpdf, value) ? qpdf_oh_get_object_id(pdf->qpdf, value) : 0;
}

static GByteArray *take(unsigned char *data, size_t length)
{
  GByteArray *bytes = g_byte_array_append(g_byte_array_new(), data, (guint)length);
  free(data);
  return bytes;
}

GByteArray *pdf_stream(Pdf *pdf, qpdf_oh stream)
{
  unsigned char *data = NULL;
  size_t length = 0;
  if (!qpdf_oh_is_stream(pdf->qpdf, stream) ||
      qpdf_oh_get_stream_data(pdf->qpdf, stream, qpdf_dl_generalized, NULL, &data, &length) & QPDF_ERRORS)
    return NULL;
  return take(data, length);
}

GByteArray *pdf_page_content(Pdf *pdf, guint page)
{
  unsigned char *data = NULL;
  size_t length = 0;
  if (qpdf_oh_get_page_content_data(pdf->qpdf, pdf_page(pdf, page), &data, &length) & QPDF_ERRORS)
    return g_byte_array_new();
  return take(data, length);
}

static qpdf_oh find_number(Pdf *pdf, qpdf_oh tree, long key, guint depth)
{
  qpdf_oh numbers = pdf_get(pdf, tree, "/Nums"), kids = pdf_get(pdf, tree, "/Kids");
  for (guint i = 0; i + 1 < pdf_length(pdf, numbers); i += 2)
    if (pdf_int(pdf, pdf_item(pdf, numbers, i), -1) == key)
      return pdf_item(pdf, numbers, i + 1);
  for (guint i = 0; depth < 8 && i < pdf_length(pdf, kids); i++) {
    qpdf_oh found = find_number(pdf, pdf_item(pdf, kids, i), key, depth + 1);
    if (!pdf_is_null(pdf, found))
      return found;
  }
  return qpdf_oh_new_null(pdf->qpdf);
}

qpdf_oh pdf_number_tree(Pdf *pdf, qpdf_oh tree, long key)
{
  return find_number(pdf, tree, key, 0);
}

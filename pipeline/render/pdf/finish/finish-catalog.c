/* The catalog and what hangs on it: metadata, output intent, attached data, page labels; the information dictionary.
 */
#include "render/pdf/finish/finish-parts.h"
#include <string.h>

static void put_entry(GString *out, const char *key, const char *text)
{
  if (!text)
    return;
  g_string_append_printf(out, "/%s", key);
  put_text(out, text);
}

/* (D:20100331000000Z) */
static void put_date(GString *out, Date date)
{
  Date day = date_last_day(date);
  g_string_append_printf(out, "(D:%04d%02d%02d000000Z)", day.year, day.month, day.day);
}

static void put_info(Finishing *finishing)
{
  const Document *document = finishing->in->document;
  GString *out = writer_begin(finishing->writer, finishing->info);
  g_string_append(out, "<<");
  put_entry(out, "Title", document->title);
  put_entry(out, "Author", document->author ? document->author : document->council);
  put_entry(out, "Subject", document->subject);
  put_entry(out, "Creator", FINISH_CREATOR);
  put_entry(out, "Producer", FINISH_PRODUCER);
  g_string_append(out, "/CreationDate");
  put_date(out, document->date);
  g_string_append(out, "/ModDate");
  put_date(out, document->date);
  g_string_append(out, ">>");
}

#define ATTACHED_NAME "document.xml"

/* The data of what is shown as an attached file; number of its file specification, 0 for none. */
static guint32 put_attachment(Finishing *finishing)
{
  const Finish *in = finishing->in;
  if (!in->attachment)
    return 0;
  guint32 specification = writer_reserve(finishing->writer, 2), file = specification + 1;
  g_autoptr(GString) entries = g_string_new("/Type/EmbeddedFile/Subtype/text#2Fxml/Params<</ModDate");
  put_date(entries, in->document->date);
  g_string_append_printf(entries, "/Size %" G_GSIZE_FORMAT ">>", in->attachment->len);
  writer_stream(finishing->writer, file, entries->str, (Slice){ in->attachment->str, in->attachment->len }, true);
  GString *out = writer_begin(finishing->writer, specification);
  g_string_append(out, "<</Type/Filespec/AFRelationship/Data/F");
  put_text(out, ATTACHED_NAME);
  put_entry(out, "UF", ATTACHED_NAME);
  put_entry(out, "Desc", "The data that this document shows");
  g_string_append_printf(out, "/EF<</F %u 0 R/UF %u 0 R>>>>", file, file);
  return specification;
}

static guint32 put_output_intent(Finishing *finishing)
{
  guint32 profile = writer_reserve(finishing->writer, 2), intent = profile + 1;
  g_autoptr(GByteArray) srgb = finish_srgb();
  writer_stream(finishing->writer, profile, "/N 3", (Slice){ (const char *)srgb->data, srgb->len }, true);
  writer_object(
      finishing->writer, intent,
      "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile %u 0 R>>",
      profile);
  return intent;
}

bool finish_catalog(Finishing *finishing, GError **error)
{
  const Document *document = finishing->in->document;
  guint32 outline, attachment = put_attachment(finishing), intent = put_output_intent(finishing);
  if (!finish_outline(finishing, &outline, error))
    return false;
  guint32 metadata = writer_reserve(finishing->writer, 1);
  g_autofree char *xmp = finish_xmp(document);
  writer_stream(finishing->writer, metadata, "/Type/Metadata/Subtype/XML", (Slice){ xmp, strlen(xmp) }, false);
  put_info(finishing);
  GString *out = writer_begin(finishing->writer, finishing->catalog);
  g_string_append_printf(out,
                         "<</Type/Catalog/Pages %u 0 R/StructTreeRoot %u 0 R/MarkInfo<</Marked true>>/Metadata %u 0 R"
                         "/OutputIntents[%u 0 R]/ViewerPreferences<</DisplayDocTitle true>>"
                         "/PageLabels<</Nums[0<</S/D>>]>>",
                         finishing->page_tree, finishing->tree_root, metadata, intent);
  put_entry(out, "Lang", document->lang);
  if (outline)
    g_string_append_printf(out, "/Outlines %u 0 R/PageMode/UseOutlines", outline);
  if (attachment) {
    g_string_append_printf(out, "/AF[%u 0 R]/Names<</EmbeddedFiles<</Names[", attachment);
    put_text(out, ATTACHED_NAME);
    g_string_append_printf(out, " %u 0 R]>>>>", attachment);
  }
  g_string_append(out, ">>");
  return true;
}

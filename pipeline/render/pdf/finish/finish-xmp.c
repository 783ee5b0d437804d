/* Metadata as XMP: title, language and what the file conforms to (PDF/UA-1 and PDF/A-3a). */
#include "render/pdf/finish/finish-parts.h"

/* PDF/A wants properties outside its own list described. */
static const char *const uaid_description =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static const char *const head =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
    "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
    "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
    "xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
    "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
    "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";

/* <dc:title><rdf:Alt><rdf:li xml:lang="x-default">...; nothing when text is NULL. */
static void put_list(GString *out, const char *name, const char *kind, const char *attribute, const char *text)
{
  if (!text)
    return;
  g_string_append_printf(out, "<dc:%s><rdf:%s><rdf:li%s>", name, kind, attribute);
  put_xml(out, text);
  g_string_append_printf(out, "</rdf:li></rdf:%s></dc:%s>\n", kind, name);
}

char *finish_xmp(const Document *document)
{
  GString *out = g_string_new(head);
  g_autofree char *date = date_to_string(date_last_day(document->date));
  const char *creator = document->author ? document->author : document->council;
  g_string_append(out, "<dc:format>application/pdf</dc:format>\n");
  put_list(out, "title", "Alt", " xml:lang=\"x-default\"", document->title);
  put_list(out, "description", "Alt", " xml:lang=\"x-default\"", document->subject);
  put_list(out, "creator", "Seq", "", creator);
  put_list(out, "publisher", "Bag", "", document->council);
  put_list(out, "language", "Bag", "", document->lang);
  g_string_append_printf(out,
                         "<xmp:CreateDate>%sT00:00:00Z</xmp:CreateDate>\n<xmp:ModifyDate>%sT00:00:00Z"
                         "</xmp:ModifyDate>\n<xmp:CreatorTool>" FINISH_CREATOR "</xmp:CreatorTool>\n"
                         "<pdf:Producer>" FINISH_PRODUCER "</pdf:Producer>\n",
                         date, date);
  g_string_append(out, "<pdfuaid:part>1</pdfuaid:part>\n<pdfaid:part>3</pdfaid:part>\n"
                       "<pdfaid:conformance>A</pdfaid:conformance>\n");
  g_string_append(out, uaid_description);
  g_string_append(out, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
  return g_string_free(out, FALSE);
}

/* Gate 2 of reading: libxml2 with everything dangerous off; the first fault of well-formedness, in our words. */
#include "xml/xml-parse.h"
#include "base/amount.h"
#include "xml/xml-words.h"
#include <libxml/SAX2.h>
#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdbool.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlParserCtxt, xmlFreeParserCtxt)

typedef struct {
  const Source *source;
  DiagList *diags;
  guint nodes, max_nodes;
  bool refused; /* a fault was told: later ones are its echo */
} Parse;

static xmlParserInputPtr refuse_entity(const char *url, const char *id, xmlParserCtxtPtr context)
{
  (void)url, (void)id, (void)context;
  return NULL;
}

static void ignore_message(void *data, const char *format, ...)
{
  (void)data, (void)format;
}

void xml_set_up(void)
{
  static gsize done;
  if (!g_once_init_enter(&done))
    return;
  xmlInitParser();
  xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
  xmlSetExternalEntityLoader(refuse_entity);
  xmlSetGenericErrorFunc(NULL, ignore_message);
  g_once_init_leave(&done, 1);
}

/* Byte offset at which the parser stands. */
static gsize parser_offset(const xmlParserCtxt *context, const Source *source)
{
  const xmlParserInput *input = context->input;
  if (!input || !input->cur || !input->base)
    return source->length_bytes;
  return MIN((gsize)(input->cur - input->base) + input->consumed, source->length_bytes);
}

static gsize tag_offset(const xmlParserCtxt *context, const Source *source)
{
  gsize at = parser_offset(context, source);
  const char *tag = memrchr(source->text, '<', at); /* a tag cannot contain '<' */
  return tag ? (gsize)(tag - source->text) : 0;
}

gsize xml_offset(const xmlNode *element)
{
  gsize offset = GPOINTER_TO_SIZE(element->_private);
  return offset > 0 ? offset - 1 : 0;
}

static void on_error(void *data, XmlErrorArg error)
{
  xmlParserCtxt *context = data;
  Parse *parse = context->_private;
  if (error->level < XML_ERR_ERROR || parse->refused)
    return;
  parse->refused = true;
  XmlWords words = { 0 };
  xml_words_init(&words, error, parse->source, parser_offset(context, parse->source),
                 context->node ? xml_offset(context->node) : G_MAXSIZE);
  diag_at(parse->diags, words.rule, parse->source, words.offset, "%s", words.text);
  xml_words_clear(&words);
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
  (void)name, (void)public_id, (void)system_id;
  xmlParserCtxt *context = data;
  Parse *parse = context->_private;
  if (!parse->refused)
    diag_at(parse->diags, "F-DOCTYPE", parse->source, tag_offset(context, parse->source),
            "DOCTYPE is not allowed; remove the <!DOCTYPE ...> line");
  parse->refused = true;
  xmlStopParser(context);
}

static void on_element(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
                       const xmlChar **namespaces, int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  xmlParserCtxt *context = data;
  Parse *parse = context->_private;
  parse->nodes += 1 + (guint)n_attributes;
  if (parse->nodes > parse->max_nodes) {
    g_autofree char *most = amount_format(amount_from_int(parse->max_nodes), 0);
    diag_at(parse->diags, "F-COUNT", parse->source, tag_offset(context, parse->source),
            "more than %s elements and attributes", most);
    parse->refused = true;
    xmlStopParser(context);
    return;
  }
  xmlSAX2StartElementNs(data, name, prefix, uri, n_namespaces, namespaces, n_attributes, n_defaulted, attributes);
  if (context->node)
    context->node->_private = GSIZE_TO_POINTER(tag_offset(context, parse->source) + 1);
}

xmlDoc *xml_parse(const Source *source, guint max_nodes, DiagList *diags)
{
  xml_set_up();
  Parse parse = { .source = source, .diags = diags, .max_nodes = max_nodes };
  g_autoptr(xmlParserCtxt) context = xmlNewParserCtxt();
  if (!context)
    g_error("out of memory");
  context->_private = &parse;
  context->sax->startElementNs = on_element;
  context->sax->internalSubset = on_doctype;
  context->sax->serror = on_error;
  const int options =
      XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC;
  g_autoptr(xmlDoc) doc =
      xmlCtxtReadMemory(context, source->text, (int)source->length_bytes, source->path, NULL, options);
  if (parse.refused || (doc && xmlDocGetRootElement(doc)))
    return parse.refused ? NULL : g_steal_pointer(&doc);
  diag_file(diags, "X-SYNTAX", source->path, "the file cannot be read as XML"); /* libxml2 gave no reason */
  return NULL;
}

/* Gate 2 of reading: libxml2 with everything dangerous off; the faults of well-formedness, in our words. */
#include "xml/xml-parse.h"
#include "base/amount.h"
#include "xml/xml-mend.h"
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
  bool refused;   /* a fault was told: later ones are its echo */
  XmlFault fault; /* that one; rule NULL: of another kind */
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

static bool closes_ancestor(const xmlNode *open, const xmlError *error)
{
  if (error->code != XML_ERR_TAG_NAME_MISMATCH || !open || !error->str2)
    return false;
  for (const xmlNode *around = open->parent; around; around = around->parent)
    if (around->type == XML_ELEMENT_NODE && strcmp((const char *)around->name, error->str2) == 0)
      return true;
  return false;
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
  gsize open = context->node ? xml_offset(context->node) : G_MAXSIZE;
  parse->fault = (XmlFault){ words.rule, words.offset, open, closes_ancestor(context->node, error) };
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

/* The document of the text, whose places are told as those of parse->source; NULL: at fault, and said so. */
static xmlDoc *parse_text(Parse *parse, const char *text)
{
  xml_set_up();
  g_autoptr(xmlParserCtxt) context = xmlNewParserCtxt();
  if (!context)
    g_error("out of memory");
  context->_private = parse;
  context->sax->startElementNs = on_element;
  context->sax->internalSubset = on_doctype;
  context->sax->serror = on_error;
  const int options =
      XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC;
  const Source *source = parse->source;
  g_autoptr(xmlDoc) doc = xmlCtxtReadMemory(context, text, (int)source->length_bytes, source->path, NULL, options);
  if (parse->refused || (doc && xmlDocGetRootElement(doc)))
    return parse->refused ? NULL : g_steal_pointer(&doc);
  diag_file(parse->diags, "X-SYNTAX", source->path, "the file cannot be read as XML"); /* libxml2 gave no reason */
  return NULL;
}

xmlDoc *xml_parse(const Source *source, guint max_nodes, DiagList *diags)
{
  Parse parse = { .source = source, .diags = diags, .max_nodes = max_nodes };
  return parse_text(&parse, source->text);
}

enum { FAULTS = 100 }; /* told of one file */

xmlDoc *xml_parse_all(const Source *source, guint max_nodes, DiagList *diags, xmlDoc **ret_mended)
{
  *ret_mended = NULL;
  Parse parse = { .source = source, .diags = diags, .max_nodes = max_nodes };
  xmlDoc *doc = parse_text(&parse, source->text);
  if (doc || !parse.fault.rule)
    return doc;
  g_autofree char *text = g_memdup2(source->text, source->length_bytes + 1);
  for (guint i = 1; i < FAULTS && xml_mend(text, source->length_bytes, &parse.fault) && !*ret_mended; i++) {
    parse = (Parse){ .source = source, .diags = diags, .max_nodes = max_nodes };
    *ret_mended = parse_text(&parse, text);
    if (!parse.fault.rule)
      break;
  }
  return NULL;
}

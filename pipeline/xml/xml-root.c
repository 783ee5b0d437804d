/* Parsing stops at the first tag. */
#include "xml/xml-root.h"
#include "xml/xml-parse.h"
#include <errno.h>
#include <fcntl.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HEAD_BYTES = 1 << 16 };

/* The first bytes of an ordinary file; the length is -1 when it cannot be opened. */
static gssize read_head(const char *path, char *head, GError **error)
{
  int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0) {
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "cannot read %s: %s", path, g_strerror(errno));
    return -1;
  }
  struct stat info;
  gssize n = fstat(fd, &info) == 0 && S_ISREG(info.st_mode) ? read(fd, head, HEAD_BYTES) : 0;
  close(fd);
  return MAX(n, 0);
}

/* A value as libxml2 hands it to SAX: "&" alone is written as a reference still. */
static char *value_new(const char *from, const char *to)
{
  GString *value = g_string_new_len(from, to - from);
  g_string_replace(value, "&#38;", "&", 0);
  return g_string_free(value, FALSE);
}

static void on_element(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
                       const xmlChar **namespaces, int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  (void)prefix, (void)uri, (void)n_namespaces, (void)namespaces, (void)n_defaulted;
  xmlParserCtxt *context = data;
  XmlRoot *root = context->_private;
  if (root->element)
    return;
  root->element = g_strdup((const char *)name);
  for (int i = 0; i < n_attributes; i++) {
    const char *from = (const char *)attributes[5 * i + 3], *to = (const char *)attributes[5 * i + 4];
    g_hash_table_insert(root->attributes, g_strdup((const char *)attributes[5 * i]), value_new(from, to));
  }
  xmlStopParser(context);
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
  (void)name, (void)public_id, (void)system_id;
  xmlStopParser(data);
}

XmlRoot *xml_root_peek(const char *path, GError **error)
{
  g_autofree char *head = g_malloc(HEAD_BYTES);
  gssize length_bytes = read_head(path, head, error);
  if (length_bytes <= 0 || memchr(head, '\0', (gsize)length_bytes))
    return NULL;
  xml_set_up();
  xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC, .startElementNs = on_element, .internalSubset = on_doctype };
  g_autoptr(XmlRoot) root = g_new0(XmlRoot, 1);
  root->attributes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  xmlParserCtxt *context = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
  if (context) {
    context->_private = root;
    xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    xmlParseChunk(context, head, (int)length_bytes, 0);
    xmlFreeParserCtxt(context);
  }
  return root->element ? g_steal_pointer(&root) : NULL;
}

const char *xml_root_attribute(const XmlRoot *root, const char *name)
{
  return g_hash_table_lookup(root->attributes, name);
}

void xml_root_free(XmlRoot *root)
{
  if (!root)
    return;
  g_free(root->element);
  g_hash_table_unref(root->attributes);
  g_free(root);
}

/* Reading a part through without keeping anything of it. */
#include "xml/well-formed.h"
#include "xml/xml-parse.h"
#include <libxml/parser.h>
#include <string.h>

static void keep_line(void *data, XmlErrorArg fault)
{
  int *line = data;
  if (*line == 0 && fault->level >= XML_ERR_ERROR)
    *line = MAX(fault->line, 1);
}

bool well_formed_check(const char *name, const char *bytes, gsize length_bytes, GError **error)
{
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.serror = keep_line;
  int line = 0;
  bool whole = length_bytes > 0 && length_bytes <= G_MAXINT &&
               xmlSAXUserParseMemory(&sax, &line, bytes, (int)length_bytes) == 0 && line == 0;
  if (!whole)
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s is not well-formed (line %d)", name, MAX(line, 1));
  return whole;
}

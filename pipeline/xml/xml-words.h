/* What libxml2 has to say of malformed XML, in words an officer understands. */
#pragma once
#include "diag/source.h"
#include <libxml/xmlerror.h>

typedef struct {
  const char *rule;
  char *text;   /* owned */
  gsize offset; /* the place to show */
} XmlWords;

/* at: offset at which the parser stopped; open_offset: '<' of the innermost open element, or G_MAXSIZE. */
void xml_words_init(XmlWords *words, const xmlError *error, const Source *source, gsize at, gsize open_offset);
void xml_words_clear(XmlWords *words);

/* Mending text that is not well-formed, only to see what else is wrong with it: nothing is ever made of mended text. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* A fault of well-formedness, as it was told. */
typedef struct {
  const char *rule;     /* "X-AMP" */
  gsize offset;         /* where it was told */
  gsize open_offset;    /* the tag that is open there; G_MAXSIZE: none */
  bool closes_ancestor; /* X-TAG: the end tag is that of an element further out */
} XmlFault;

/* Overwrites what is wrong at the fault with as many other bytes, so that all places stay. False: it cannot. */
bool xml_mend(char *text, gsize length_bytes, const XmlFault *fault);

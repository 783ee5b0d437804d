/* Going through the words of an element, or of an attribute, letter by letter, as a parser reads them: what mark-up,
 * comments, CDATA and entities stand for, and where. Of well-formed XML. */
#pragma once
#include "diag/source.h"
#include <stdbool.h>

typedef struct {
  const Source *source;
  gsize at;
  guint depth; /* of elements that are open; 0: at the end */
  char quote;  /* of an attribute: what closes it; else 0 */
  bool cdata;
} Letters;

/* Those of the element whose '<' stands there, with the elements inside. */
Letters letters_of_element(const Source *source, gsize offset);
/* Those of an attribute of the tag; without one there are none. */
Letters letters_of_attribute(const Source *source, gsize tag_offset, const char *name);
/* The next that is no white space, and where it stands; 0 at the end. */
gunichar letters_next(Letters *letters, gsize *ret_offset);
/* Offset of the first element of that name right inside the element; false: there is none. */
bool letters_child(const Source *source, gsize offset, const char *name, gsize *ret_offset);

/* PDF syntax: slices of bytes read as dictionaries and references; text and lengths written. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Bytes within a buffer of somebody else. at NULL: absent. */
typedef struct {
  const char *at;
  gsize length;
} Slice;

/* The value of a key at the top of a dictionary "<< ... >>"; absent when it has none. key with its slash. */
Slice dict_get(Slice dict, const char *key);
/* Takes the next entry off the inside of a dictionary; false at its end. rest begins as dict_inside(). */
Slice dict_inside(Slice dict);
bool dict_next(Slice *rest, Slice *ret_key, Slice *ret_value);
/* Takes the next value (a reference counts as one) off rest; absent at its end. */
Slice value_next(Slice *rest);
bool slice_equal(Slice slice, const char *text);
bool slice_int(Slice slice, guint32 *ret_value);  /* a number without sign */
bool slice_ref(Slice slice, guint32 *ret_number); /* "12 0 R" */
double slice_double(Slice slice);

void put_slice(GString *out, Slice slice);
void put_text(GString *out, const char *utf8);     /* a text string: (...) or UTF-16 in hexadecimal; NULL: () */
void put_utf16(GString *out, const char *utf8);    /* hexadecimal digits, without brackets */
void put_literal(GString *out, const char *bytes); /* a byte string (...) */
void put_pt(GString *out, double length_pt);       /* " 12.34" */
void put_xml(GString *out, const char *utf8);      /* escaped for XML; characters that XML cannot hold are left out */

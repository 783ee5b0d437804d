/* A level of a scale in a template: {word milestone green}. */
#pragma once
#include "compose/language/compiler.h"
#include "document/document.h"

typedef struct {
  int scale, value; /* of terms_scale; of terms_rating or terms_travel */
  bool small;       /* in small letters, inside a sentence */
} ScaleLevel;

/* Behind the word "word", up to the '}' with it: the scale, the name and perhaps "small". false: at fault, and said so.
 */
bool scale_level_scan(Scanner *scanner, ScaleLevel *ret_level);
/* Whether a level is meant by what stands here: "word" and a scale, not a path that begins with a field so called. */
bool scale_level_begins(Scanner *scanner);
/* What the framework calls it, else the file of words. Caller frees. */
char *scale_level_text(const ScaleLevel *level, const Document *document);

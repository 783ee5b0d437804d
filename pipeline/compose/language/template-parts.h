/* Templates, seen from inside: what reading them and saying them share. */
#pragma once
#include "compose/language/scale-level.h"
#include "compose/language/template.h"

typedef enum { PIECE_TEXT, PIECE_PATH, PIECE_COUNT, PIECE_LEVEL, PIECE_OPTIONAL, PIECE_NOTE } PieceKind;

typedef struct Piece {
  PieceKind kind;
  const char *text;              /* TEXT */
  const Path *path;              /* PATH, COUNT */
  ScaleLevel level;              /* LEVEL */
  GPtrArray *pieces;             /* OPTIONAL: of Piece; NOTE: the words of the footnote */
  const struct Piece *otherwise; /* OPTIONAL: said when this one is not, or NULL */
  const Run *look;               /* style, link and language of the layout's words; NULL: none */
} Piece;

struct Template {
  const Record *record; /* of the layout */
  const char *attribute;
  GPtrArray *pieces; /* of Piece */
};

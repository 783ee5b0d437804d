/* Prose: what people write between the figures - paragraphs, sub-headings, lists, tables, pictures - with bold, italic
 * and links.
 *
 * In XML, any element of type prose holds either text (one paragraph) or blocks:
 *   <p> <h> (sub-heading) <ul>/<ol labels="a)" start="3"> of <li label="4.2"> (each prose again) <table caption="...">
 *   of <tr> of <th>/<td> (each prose again, with colspan and rowspan);
 *   <picture file="..." alt="..." caption="..."/>, carried from stage to stage as data;
 *   inside text: <b> <i> <sup> <sub> <a href="..."> <span lang="cy"> <br/> <footnote>. White space is folded.
 */
#pragma once
#include "base/arena.h"
#include "diag/source.h"
#include <stdbool.h>

#define NOT_READABLE "Not readable" /* in words of the data, where a field has no state of its own */
#define NOT_GIVEN "Not given"       /* where something must stand, and nobody gave it */

typedef enum {
  RUN_BOLD = 1,
  RUN_ITALIC = 2,
  RUN_BREAK = 4,  /* a line break comes before this run */
  RUN_NOTE = 8,   /* no words: the place of a footnote */
  RUN_ABOVE = 16, /* superscript */
  RUN_BELOW = 32  /* subscript */
} RunStyle;

typedef struct {
  char *text;  /* UTF-8, spaces folded to one; spaces at run borders belong to the run */
  guint style; /* set of RunStyle */
  char *href;  /* link target or NULL */
  char *lang;  /* language of these words or NULL for the document's */
  /* Of a footnote. As written its words stand here and text is "". In a document its words stand in a paragraph of
   * their own, this is NULL, text is its number in brackets, and href leads to that paragraph. */
  GPtrArray *note; /* of Run */
  char *alt;       /* of the place of a footnote: what it says to those who do not see it; NULL: its text. Never written */
} Run;

typedef enum { PROSE_PARA, PROSE_HEADING, PROSE_LIST, PROSE_TABLE, PROSE_PICTURE } ProseKind;

typedef struct ProseBlock ProseBlock;
typedef struct ProseCell ProseCell;

typedef struct {
  GPtrArray *blocks;    /* of ProseBlock */
  char *label;          /* of an item of a list: printed as it is; NULL: counted */
  const Source *source; /* where it was written, or NULL */
  guint32 offset;
} Prose;

struct ProseCell {
  GPtrArray *runs; /* of Run, when it holds one paragraph or nothing */
  Prose *prose;    /* when it holds more: its blocks; or NULL */
  bool header;
  guint8 column, columns; /* where it stands, and how many columns and rows it covers: 1 and more */
  guint16 rows;
  guint32 offset; /* in the prose's source */
};

struct ProseBlock {
  ProseKind kind;
  guint32 offset;   /* in the prose's source */
  GPtrArray *runs;  /* PARA, HEADING: of Run; TABLE, PICTURE: the caption, or NULL */
  bool ordered;     /* LIST */
  char *labels;     /* LIST: how the first item is labelled, the others count on; see prose-labels.h; NULL: not said */
  guint start;      /* LIST: number of the first item; 0: not said */
  GPtrArray *items; /* LIST: of Prose */
  GPtrArray *rows;  /* TABLE: of GPtrArray of ProseCell, those that begin in the row; every place is covered once */
  guint columns;    /* TABLE */
  GPtrArray *alt;   /* PICTURE: of Run; NULL: it is decoration */
  char *data;       /* PICTURE: a PNG of nothing but its dots, in base64 */
  guint width, height; /* PICTURE: in px of a screen */
  guint density;       /* PICTURE: dots to a px */
};

Run *run_new(Arena *arena, const char *text, guint style);
/* The place of a footnote in a document. */
Run *run_new_note(Arena *arena, guint number);
/* Every list of Run in it, in reading order, the words of footnotes after those that they belong to; NULL: nothing. */
typedef void (*RunsVisit)(const GPtrArray *runs, void *data);
void prose_walk_runs(const Prose *prose, RunsVisit visit, void *data);
/* A copy in the arena in which map has given every list of Run anew, in reading order, those of footnotes left to it;
 * strings are shared. */
typedef GPtrArray *(*RunsMap)(GPtrArray *runs, void *data);
Prose *prose_map_runs(Arena *arena, const Prose *prose, RunsMap map, void *data);
bool prose_is_empty(const Prose *prose); /* NULL, or no visible character */
/* All words in reading order, blocks and footnotes separated by '\n'; caller frees. */
char *prose_to_text(const Prose *prose);
glong runs_length(const GPtrArray *runs);  /* in characters */
char *runs_to_text(const GPtrArray *runs); /* without footnotes; caller frees */
/* The words, and those of their footnotes, as prose_walk_runs. */
void runs_walk(const GPtrArray *runs, RunsVisit visit, void *data);

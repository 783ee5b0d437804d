/* Blocks: a kind of block of the layout is read once (compile: faults are said even when no data reaches it) and made
 * as often as loops reach it. One file a kind, one row in the list of blocks.c. */
#pragma once
#include "base/unique.h"
#include "compose/blocks/format.h"
#include "compose/language/rows.h"

/* How far the marks and words of the document have been looked at. */
typedef struct {
  guint section, block;
} MarksSeen;

/* The document being made. */
typedef struct {
  Arena *arena;
  Document *document;
  DocSection *section;      /* the last one */
  GPtrArray *out;           /* where the next block goes: the section's blocks, or those of a box or kept blocks */
  int level;                /* of the last heading */
  int counts[7];            /* by level: how many headings were counted below the outer one */
  const char *counted[7];   /* by level: the pattern of their numbers */
  const char *lang;         /* of the reports' own words, where the document has another; or NULL */
  const GPtrArray *phrases; /* of Phrase: what the layout's own words are in the document's language; or NULL */
  Unique *ids;
  Origins *origins;    /* where what is shown was taken from; or NULL */
  GHashTable *anchors; /* whole words of a heading's id to the first Heading of them */
  Unique *headings;    /* of the columns of the last table */
  MarksSeen marks;
} Maker;

typedef struct BlockKind BlockKind;

/* First member of what a kind compiles to. */
typedef struct {
  const BlockKind *kind;
  const Condition *when; /* or NULL: always */
} Node;

struct BlockKind {
  const Spec *spec;                                                                         /* of the layout's record */
  gsize size;                                                                               /* of the node */
  bool (*compile)(Compiler *compiler, const Record *block, const Shape *shape, Node *node); /* false: at fault */
  void (*make)(Maker *maker, const Node *node, const Scope *scope);
};

extern const BlockKind block_box, block_chart, block_contents, block_counts, block_each, block_facts, block_heading,
    block_marks, block_para, block_statement, block_table, block_text;

/* Nodes of the blocks, those at fault left out. */
GPtrArray *blocks_compile(Compiler *compiler, const GPtrArray *blocks, const Shape *shape);
void blocks_make(Maker *maker, const GPtrArray *nodes, const Scope *scope);

/* Checks the name of a type style; NULL is fine. */
bool compile_style(Compiler *compiler, const Record *block, const char *style);
/* Compiles an attribute, if it is there: *ret_x stays NULL when it is not. False: at fault. */
bool compile_template(Compiler *compiler, const Record *block, const char *attribute, const char *text,
                      const Shape *shape, const Template **ret_template);
bool compile_condition(Compiler *compiler, const Record *block, const char *attribute, const char *text,
                       const Shape *shape, const Condition **ret_condition);

/* Explains what is used and no block of marks has explained, below the last block. */
void marks_close(Maker *maker, const Scope *scope);

/* Words of the reports, in their language. */
Run *maker_own_run(Maker *maker, const char *text);
/* Appends a record of the document to what is being made. */
void *maker_add(Maker *maker, const Spec *spec);
/* A paragraph in a style (NULL: body), unless there are no words. */
void maker_add_para(Maker *maker, const char *style, const GPtrArray *runs);
/* What is said instead of nothing: the template, or the word of that name. */
void maker_add_word(Maker *maker, const char *word); /* as a note */
/* A note that what was given cannot be read; of what is told by the heading, which may be NULL. */
void maker_add_unread(Maker *maker, const Template *heading, const Scope *scope);
/* In the place of rows: why there are none. heading: what would stand above them, said where they cannot be read, or
 * NULL. missing: or NULL; then word, which may be NULL, too. */
typedef struct {
  const Template *heading, *missing;
  const char *word;
} NoRows;
void maker_add_no_rows(Maker *maker, const Rows *rows, const NoRows *instead, const Scope *scope);
/* Under rows, or where there are none (any): whether there may be more, or are too many. */
void maker_add_doubts(Maker *maker, const Rows *rows, bool any, const Scope *scope);
void maker_add_missing(Maker *maker, const Template *missing, const char *word, const Scope *scope);
/* An id made of the text: letters, digits and "-", different from all before. In the arena. */
char *maker_id(Maker *maker, const char *text);
/* The template's text, or NULL: for templates that may be missing. */
char *maker_text(Maker *maker, const Template *tmpl, const Scope *scope);

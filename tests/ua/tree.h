/* The structure tree of a PDF as read back: nodes with their attributes and kids. */
#pragma once
#include "pdf.h"

typedef struct Node Node;

typedef enum { KID_NODE, KID_MCID, KID_OBJECT } KidKind;

typedef struct {
  KidKind kind;
  Node *node;
  int page;  /* KID_MCID, KID_OBJECT: number in the document, -1: none */
  int value; /* MCID, or object number of the annotation */
} Kid;

struct Node {
  qpdf_oh oh;
  int id;                                               /* object number */
  char *type;                                           /* as written: "TD" */
  char *tag;                                            /* role-mapped to a standard type; "" when there is none */
  Node *parent;                                         /* NULL: a child of the root */
  bool parent_wrong;                                    /* /P is another object than the parent */
  GPtrArray *kids;                                      /* of Kid */
  char *alt, *lang, *actual, *scope, *numbering, *name; /* NULL: none; name: /ID */
  long columns, rows;
  bool has_box;
  double box[4];
};

typedef struct {
  qpdf_oh oh;       /* StructTreeRoot */
  GPtrArray *nodes; /* of Node, in reading order */
  GPtrArray *top;   /* of Node: children of the root; borrowed */
  guint twice;      /* elements that are met again: the tree is none */
} Tree;

Tree *tree_read(Pdf *pdf);
void tree_free(Tree *tree);
bool node_is(const Node *node, const char *const *tags); /* NULL-terminated */
guint node_count(const Node *node, const char *tag);     /* kids of that tag */
const Node *tree_by_id(const Tree *tree, int id);

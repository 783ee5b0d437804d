/* The checker: every machine-checkable rule of PDF/UA-1 (and what PDF/A-3a adds) as a row; each finding names its rule.
 */
#pragma once
#include "content.h"
#include "tree.h"

typedef struct {
  Pdf *pdf;
  Tree *tree;
  GPtrArray *contents; /* of Content, by page */
  char *xmp;           /* "" when there is none */
  GPtrArray *findings; /* of char *: "th-scope: TH of object 12 has no scope" */
  const char *rule;    /* the one that runs */
} Check;

typedef struct {
  const char *id;    /* "th-scope" */
  const char *title; /* what must hold */
  void (*run)(Check *check);
} UaRule;

extern const UaRule *const ua_rules[]; /* families; each ends with a row without id */
G_GNUC_PRINTF(2, 3) void check_fail(Check *check, const char *format, ...);

/* Findings of all rules, as text; caller unrefs. A file that libqpdf cannot read is one finding, "syntax". */
GPtrArray *check_pdf(const GByteArray *bytes);
/* Text of the structure tree in reading order, white space folded, elements of the types in skip (NULL-terminated) left
 * out; blocks are parted by a space, lines and pieces of one are not. Caller frees. */
char *check_tree_text(const GByteArray *bytes, const char *const *skip);
/* Texts (char *) of the pages' tagged content as drawn, figures left out. Caller unrefs. */
GPtrArray *check_page_texts(const GByteArray *bytes);

extern const UaRule rules_document[], rules_content[], rules_tree[], rules_table[], rules_link[], rules_font[];

/* Rules for the structure tree: headings, lists, figures, contents lists, notes and tables. */
#include "check.h"
#include <string.h>

#define FOR_NODES(check_, node_)                                                                                       \
  const Node *node_ = NULL;                                                                                            \
  for (guint at = 0; at < check_->tree->nodes->len && (node_ = g_ptr_array_index(check_->tree->nodes, at)); at++)

/* Every kid element of node is one of tags. */
static void kids_among(Check *check, const Node *node, const char *const *tags)
{
  for (guint i = 0; i < node->kids->len; i++) {
    const Kid *kid = g_ptr_array_index(node->kids, i);
    if (kid->kind != KID_NODE || !node_is(kid->node, tags))
      check_fail(check, "%s of object %d holds %s", node->type, node->id,
                 kid->kind == KID_NODE ? kid->node->type : "content");
  }
}

static void parent_among(Check *check, const Node *node, const char *const *tags)
{
  if (!node_is(node->parent, tags))
    check_fail(check, "%s of object %d stands in %s", node->type, node->id,
               node->parent ? node->parent->type : "the root");
}

#define TAGS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void root(Check *check)
{
  if (check->tree->top->len != 1 || !node_is(g_ptr_array_index(check->tree->top, 0), TAGS("Document")))
    check_fail(check, "the tree does not begin with one Document");
}

static void types(Check *check)
{
  FOR_NODES(check, node)
  if (!*node->tag)
    check_fail(check, "%s of object %d is no standard type", node->type, node->id);
}

static void parents(Check *check)
{
  if (check->tree->twice)
    check_fail(check, "%u elements stand in two places", check->tree->twice);
  FOR_NODES(check, node)
  if (node->parent_wrong)
    check_fail(check, "%s of object %d names another parent", node->type, node->id);
}

static void headings(Check *check)
{
  int level = 0;
  FOR_NODES(check, node)
  {
    if (node->tag[0] != 'H' || strlen(node->tag) > 2)
      continue;
    int next = node->tag[1] ? node->tag[1] - '0' : 0;
    if (next == 0)
      check_fail(check, "H of object %d beside numbered headings", node->id);
    else if (next > level + 1)
      check_fail(check, "%s of object %d follows %s%d", node->type, node->id, level ? "H" : "the start, level ", level);
    level = next;
  }
}

/* Text-bearing elements are not empty. */
static void empty(Check *check)
{
  static const char *const tags[] = { "P",    "H1",  "H2",    "H3",     "H4",      "H5",        "H6",   "Span",
                                      "Link", "Lbl", "LBody", "TH",     "Caption", "Reference", "TOCI", "LI",
                                      "L",    "TR",  "Table", "Figure", "Note",    NULL };
  FOR_NODES(check, node)
  if (node_is(node, tags) && !node->kids->len)
    check_fail(check, "%s of object %d is empty", node->type, node->id);
}

static void lists(Check *check)
{
  FOR_NODES(check, node)
  {
    if (node_is(node, TAGS("L")))
      kids_among(check, node, TAGS("L", "LI", "Caption"));
    if (node_is(node, TAGS("LI"))) {
      kids_among(check, node, TAGS("Lbl", "LBody"));
      parent_among(check, node, TAGS("L"));
    }
    if (node_is(node, TAGS("LBody")))
      parent_among(check, node, TAGS("LI"));
  }
}

static bool has_labels(const Node *list)
{
  for (guint i = 0; i < list->kids->len; i++) {
    const Kid *kid = g_ptr_array_index(list->kids, i);
    if (kid->kind == KID_NODE && node_count(kid->node, "Lbl"))
      return true;
  }
  return false;
}

static void list_numbering(Check *check)
{
  FOR_NODES(check, node)
  if (node_is(node, TAGS("L")) && has_labels(node) && (!node->numbering || g_str_equal(node->numbering, "None")))
    check_fail(check, "L of object %d has labels, but does not say of which kind", node->id);
}

static void contents(Check *check)
{
  FOR_NODES(check, node)
  {
    if (node_is(node, TAGS("TOC"))) {
      kids_among(check, node, TAGS("TOC", "TOCI", "Caption"));
      if (node_count(node, "Caption") > 1)
        check_fail(check, "TOC of object %d has two captions", node->id);
    }
    if (node_is(node, TAGS("TOCI")))
      parent_among(check, node, TAGS("TOC"));
  }
}

static void alternatives(Check *check)
{
  FOR_NODES(check, node)
  if (node_is(node, TAGS("Figure", "Formula")) && (!node->alt || !*node->alt) && (!node->actual || !*node->actual))
    check_fail(check, "%s of object %d has no alternative text", node->type, node->id);
}

static int page_of(const Node *node)
{
  for (guint i = 0; i < node->kids->len; i++) {
    const Kid *kid = g_ptr_array_index(node->kids, i);
    if (kid->kind == KID_MCID)
      return kid->page;
  }
  return -1;
}

static void boxes(Check *check)
{
  FOR_NODES(check, node)
  {
    int page = page_of(node);
    if (!node_is(node, TAGS("Figure")))
      continue;
    if (!node->has_box || page < 0) {
      check_fail(check, "Figure of object %d has no place", node->id);
      continue;
    }
    qpdf_oh media = pdf_get(check->pdf, pdf_page(check->pdf, (guint)page), "/MediaBox");
    double width = pdf_number(check->pdf, pdf_item(check->pdf, media, 2));
    double height = pdf_number(check->pdf, pdf_item(check->pdf, media, 3));
    if (node->box[0] < -0.5 || node->box[1] < -0.5 || node->box[2] > width + 0.5 || node->box[3] > height + 0.5 ||
        node->box[0] >= node->box[2] || node->box[1] >= node->box[3])
      check_fail(check, "Figure of object %d stands outside its page", node->id);
  }
}

static void notes(Check *check)
{
  g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
  FOR_NODES(check, node)
  if (node_is(node, TAGS("Note")) && (!node->name || !g_hash_table_add(names, node->name)))
    check_fail(check, "Note of object %d has no name of its own", node->id);
}

/* ---- tables ----------------------------------------------------------------------------------------------------- */
static void table_nesting(Check *check)
{
  static const char *const parts[] = { "THead", "TBody", "TFoot", NULL };
  FOR_NODES(check, node)
  {
    if (node_is(node, TAGS("Table")))
      kids_among(check, node, TAGS("TR", "THead", "TBody", "TFoot", "Caption"));
    if (node_is(node, parts)) {
      kids_among(check, node, TAGS("TR"));
      parent_among(check, node, TAGS("Table"));
    }
    if (node_is(node, TAGS("TR"))) {
      kids_among(check, node, TAGS("TH", "TD"));
      parent_among(check, node, TAGS("Table", "THead", "TBody", "TFoot"));
    }
    if (node_is(node, TAGS("TH", "TD")))
      parent_among(check, node, TAGS("TR"));
  }
}

static void table_parts(Check *check)
{
  FOR_NODES(check, node)
  {
    if (!node_is(node, TAGS("Table")))
      continue;
    if (node_count(node, "THead") > 1 || node_count(node, "TFoot") > 1 || node_count(node, "Caption") > 1)
      check_fail(check, "Table of object %d has a part twice", node->id);
    if (node_count(node, "THead") && !node_count(node, "TBody"))
      check_fail(check, "Table of object %d has a head, but no body", node->id);
    for (guint i = 1; i + 1 < node->kids->len; i++) {
      const Kid *kid = g_ptr_array_index(node->kids, i);
      if (kid->kind == KID_NODE && node_is(kid->node, TAGS("Caption")))
        check_fail(check, "the caption of the Table of object %d is neither first nor last", node->id);
    }
  }
}

/* Rows of a table in order, whatever part they are in. */
static void collect_rows(const Node *node, GPtrArray *rows)
{
  for (guint i = 0; i < node->kids->len; i++) {
    const Kid *kid = g_ptr_array_index(node->kids, i);
    if (kid->kind != KID_NODE)
      continue;
    if (node_is(kid->node, TAGS("TR")))
      g_ptr_array_add(rows, kid->node);
    else if (node_is(kid->node, TAGS("THead", "TBody", "TFoot")))
      collect_rows(kid->node, rows);
  }
}

enum { MOST_COLUMNS = 256 };

/* Columns that a row fills, with those that cells of earlier rows reach down into; -1: cells run into each other. */
static int row_width(const Node *row, long left[MOST_COLUMNS])
{
  int column = 0, width = 0;
  bool taken[MOST_COLUMNS] = { false };
  for (int c = 0; c < MOST_COLUMNS; c++)
    if (left[c] > 0) {
      taken[c] = true;
      left[c]--;
    }
  for (guint i = 0; i < row->kids->len; i++) {
    const Kid *kid = g_ptr_array_index(row->kids, i);
    if (kid->kind != KID_NODE)
      continue;
    while (column < MOST_COLUMNS && taken[column])
      column++;
    for (long c = 0; c < kid->node->columns && column < MOST_COLUMNS; c++, column++) {
      if (taken[column])
        return -1;
      taken[column] = true;
      left[column] = kid->node->rows - 1;
    }
  }
  for (int c = 0; c < MOST_COLUMNS; c++)
    width = taken[c] ? c + 1 : width;
  for (int c = 0; c < width; c++)
    if (!taken[c])
      return -1;
  return width;
}

static void table_regular(Check *check)
{
  FOR_NODES(check, node)
  {
    if (!node_is(node, TAGS("Table")))
      continue;
    g_autoptr(GPtrArray) rows = g_ptr_array_new();
    long left[MOST_COLUMNS] = { 0 };
    int width = 0;
    collect_rows(node, rows);
    for (guint i = 0; i < rows->len; i++) {
      int own = row_width(g_ptr_array_index(rows, i), left);
      if (own < 0 || (i && own != width))
        check_fail(check, "row %u of the Table of object %d has %d columns, not %d", i + 1, node->id, own, width);
      width = i ? width : own;
    }
  }
}

static void scopes(Check *check)
{
  FOR_NODES(check, node)
  if (node_is(node, TAGS("TH")) && !(node->scope && g_strv_contains(TAGS("Row", "Column", "Both"), node->scope)))
    check_fail(check, "TH of object %d has no scope", node->id);
}

static void headers(Check *check)
{
  FOR_NODES(check, node)
  {
    if (!node_is(node, TAGS("Table")))
      continue;
    g_autoptr(GPtrArray) rows = g_ptr_array_new();
    guint n = 0;
    collect_rows(node, rows);
    for (guint i = 0; i < rows->len; i++)
      n += node_count(g_ptr_array_index(rows, i), "TH");
    if (!n)
      check_fail(check, "Table of object %d has no header cell", node->id);
  }
}

const UaRule rules_tree[] = {
  { "tree-root", "the tree begins with one Document", root },
  { "tree-types", "all types are standard ones", types },
  { "tree-parents", "elements name their parents", parents },
  { "tree-headings", "levels of headings leave no gap", headings },
  { "tree-empty", "elements of text are not empty", empty },
  { "tree-lists", "lists hold items, items labels and bodies", lists },
  { "tree-list-numbering", "lists with labels say of which kind", list_numbering },
  { "tree-contents", "contents lists hold entries", contents },
  { "tree-alt", "figures have alternative text", alternatives },
  { "tree-box", "figures have a place on their page", boxes },
  { "tree-notes", "notes have a name of their own", notes },
  { NULL, NULL, NULL },
};

const UaRule rules_table[] = {
  { "table-nesting", "tables hold parts, parts rows, rows cells", table_nesting },
  { "table-parts", "one head, one caption at an end, a body", table_parts },
  { "table-regular", "all rows have the same columns", table_regular },
  { "table-scope", "header cells have a scope", scopes },
  { "table-headers", "tables have header cells", headers },
  { NULL, NULL, NULL },
};

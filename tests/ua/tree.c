/* Reading the structure tree back, each element once. */
#include "tree.h"
#include <string.h>

static const char *const standard[] = {
  "Document",  "Part",    "Art",   "Sect",    "Div",       "BlockQuote", "Caption", "TOC",     "TOCI",  "Index",
  "NonStruct", "Private", "H",     "H1",      "H2",        "H3",         "H4",      "H5",      "H6",    "P",
  "L",         "LI",      "Lbl",   "LBody",   "Table",     "TR",         "TH",      "TD",      "THead", "TBody",
  "TFoot",     "Span",    "Quote", "Note",    "Reference", "BibEntry",   "Code",    "Link",    "Annot", "Ruby",
  "RB",        "RT",      "RP",    "Warichu", "WT",        "WP",         "Figure",  "Formula", "Form",  NULL
};

typedef struct {
  Pdf *pdf;
  Tree *tree;
  GHashTable *seen; /* object numbers */
} Reading;

static void node_free(gpointer data)
{
  Node *node = data;
  g_ptr_array_unref(node->kids);
  g_free(node->type);
  g_free(node->tag);
  g_free(node->alt);
  g_free(node->lang);
  g_free(node->actual);
  g_free(node->scope);
  g_free(node->numbering);
  g_free(node->name);
  g_free(node);
}

static char *standard_tag(const Reading *reading, const char *type)
{
  g_autofree char *now = g_strdup(type);
  qpdf_oh map = pdf_get(reading->pdf, reading->tree->oh, "/RoleMap");
  for (guint i = 0; i < 8; i++) {
    if (g_strv_contains(standard, now))
      return g_steal_pointer(&now);
    g_autofree char *key = g_strconcat("/", now, NULL);
    g_free(now);
    now = pdf_name(reading->pdf, pdf_get(reading->pdf, map, key));
  }
  return g_strdup("");
}

static void read_attribute(const Reading *reading, Node *node, qpdf_oh attribute)
{
  Pdf *pdf = reading->pdf;
  g_autofree char *owner = pdf_name(pdf, pdf_get(pdf, attribute, "/O"));
  if (g_str_equal(owner, "Table")) {
    if (pdf_has(pdf, attribute, "/Scope"))
      node->scope = pdf_name(pdf, pdf_get(pdf, attribute, "/Scope"));
    node->columns = pdf_int(pdf, pdf_get(pdf, attribute, "/ColSpan"), 1);
    node->rows = pdf_int(pdf, pdf_get(pdf, attribute, "/RowSpan"), 1);
  } else if (g_str_equal(owner, "List") && pdf_has(pdf, attribute, "/ListNumbering"))
    node->numbering = pdf_name(pdf, pdf_get(pdf, attribute, "/ListNumbering"));
  else if (g_str_equal(owner, "Layout") && pdf_length(pdf, pdf_get(pdf, attribute, "/BBox")) == 4) {
    node->has_box = true;
    for (guint i = 0; i < 4; i++)
      node->box[i] = pdf_number(pdf, pdf_item(pdf, pdf_get(pdf, attribute, "/BBox"), i));
  }
}

static void read_attributes(const Reading *reading, Node *node)
{
  qpdf_oh attributes = pdf_get(reading->pdf, node->oh, "/A");
  node->columns = node->rows = 1;
  if (pdf_is_dict(reading->pdf, attributes))
    read_attribute(reading, node, attributes);
  for (guint i = 0; i < pdf_length(reading->pdf, attributes); i++)
    read_attribute(reading, node, pdf_item(reading->pdf, attributes, i));
}

static void read_node(Reading *reading, Node *parent, qpdf_oh oh);

static void add_kid(Node *node, KidKind kind, Node *child, int page, int value)
{
  Kid *kid = g_new0(Kid, 1);
  *kid = (Kid){ kind, child, page, value };
  g_ptr_array_add(node->kids, kid);
}

static void read_kid(Reading *reading, Node *node, qpdf_oh kid, qpdf_oh page)
{
  Pdf *pdf = reading->pdf;
  long mcid = pdf_int(pdf, kid, -1);
  if (mcid >= 0) {
    add_kid(node, KID_MCID, NULL, pdf_page_number(pdf, page), (int)mcid);
    return;
  }
  g_autofree char *type = pdf_name(pdf, pdf_get(pdf, kid, "/Type"));
  qpdf_oh own = pdf_get(pdf, kid, "/Pg");
  int number = pdf_page_number(pdf, pdf_is_null(pdf, own) ? page : own);
  if (g_str_equal(type, "MCR"))
    add_kid(node, KID_MCID, NULL, number, (int)pdf_int(pdf, pdf_get(pdf, kid, "/MCID"), -1));
  else if (g_str_equal(type, "OBJR"))
    add_kid(node, KID_OBJECT, NULL, number, pdf_id(pdf, pdf_get(pdf, kid, "/Obj")));
  else if (pdf_is_dict(pdf, kid))
    read_node(reading, node, kid);
}

static void read_kids(Reading *reading, Node *node)
{
  Pdf *pdf = reading->pdf;
  qpdf_oh kids = pdf_get(pdf, node->oh, "/K"), page = pdf_get(pdf, node->oh, "/Pg");
  if (!qpdf_oh_is_array(pdf->qpdf, kids)) {
    if (!pdf_is_null(pdf, kids))
      read_kid(reading, node, kids, page);
    return;
  }
  for (guint i = 0; i < pdf_length(pdf, kids); i++)
    read_kid(reading, node, pdf_item(pdf, kids, i), page);
}

static void read_node(Reading *reading, Node *parent, qpdf_oh oh)
{
  Pdf *pdf = reading->pdf;
  int id = pdf_id(pdf, oh);
  if (!g_hash_table_add(reading->seen, GINT_TO_POINTER(id))) {
    reading->tree->twice++;
    return;
  }
  Node *node = g_new0(Node, 1);
  *node = (Node){ .oh = oh, .id = id, .parent = parent, .kids = g_ptr_array_new_with_free_func(g_free) };
  node->type = pdf_name(pdf, pdf_get(pdf, oh, "/S"));
  node->tag = standard_tag(reading, node->type);
  node->alt = pdf_text(pdf, pdf_get(pdf, oh, "/Alt"));
  node->lang = pdf_text(pdf, pdf_get(pdf, oh, "/Lang"));
  node->actual = pdf_text(pdf, pdf_get(pdf, oh, "/ActualText"));
  node->name = pdf_text(pdf, pdf_get(pdf, oh, "/ID"));
  node->parent_wrong = pdf_id(pdf, pdf_get(pdf, oh, "/P")) != (parent ? parent->id : pdf_id(pdf, reading->tree->oh));
  g_ptr_array_add(reading->tree->nodes, node);
  if (parent)
    add_kid(parent, KID_NODE, node, -1, 0);
  else
    g_ptr_array_add(reading->tree->top, node);
  read_attributes(reading, node);
  read_kids(reading, node);
}

Tree *tree_read(Pdf *pdf)
{
  Tree *tree = g_new0(Tree, 1);
  tree->oh = pdf_get(pdf, pdf_root(pdf), "/StructTreeRoot");
  tree->nodes = g_ptr_array_new_with_free_func(node_free);
  tree->top = g_ptr_array_new();
  Reading reading = { pdf, tree, g_hash_table_new(NULL, NULL) };
  qpdf_oh kids = pdf_get(pdf, tree->oh, "/K");
  if (pdf_is_dict(pdf, kids))
    read_node(&reading, NULL, kids);
  for (guint i = 0; i < pdf_length(pdf, kids); i++)
    read_node(&reading, NULL, pdf_item(pdf, kids, i));
  g_hash_table_unref(reading.seen);
  return tree;
}

void tree_free(Tree *tree)
{
  g_ptr_array_unref(tree->nodes);
  g_ptr_array_unref(tree->top);
  g_free(tree);
}

bool node_is(const Node *node, const char *const *tags)
{
  return node && g_strv_contains(tags, node->tag);
}

guint node_count(const Node *node, const char *tag)
{
  guint n = 0;
  for (guint i = 0; i < node->kids->len; i++) {
    const Kid *kid = g_ptr_array_index(node->kids, i);
    n += kid->kind == KID_NODE && g_str_equal(kid->node->tag, tag);
  }
  return n;
}

const Node *tree_by_id(const Tree *tree, int id)
{
  for (guint i = 0; i < tree->nodes->len; i++)
    if (((const Node *)g_ptr_array_index(tree->nodes, i))->id == id)
      return g_ptr_array_index(tree->nodes, i);
  return NULL;
}

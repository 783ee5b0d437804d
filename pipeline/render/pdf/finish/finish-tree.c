/* The structure tree as PDF objects: elements, the tree from marked content back to elements. */
#include "render/pdf/finish/finish-parts.h"

static const char *const scope_names[] = { [SCOPE_ROW] = "Row", [SCOPE_COLUMN] = "Column", [SCOPE_BOTH] = "Both" };

/* A figure within a line of text is inline, others are blocks. */
static bool is_inline(const Structure *structure, const Node *node)
{
  switch ((Tag)g_array_index(structure->nodes, Node, node->parent).tag) {
  case TAG_H1:
  case TAG_H2:
  case TAG_H3:
  case TAG_H4:
  case TAG_H5:
  case TAG_H6:
  case TAG_P:
  case TAG_LBL:
  case TAG_CAPTION:
  case TAG_REFERENCE:
  case TAG_LINK:
  case TAG_SPAN:
    return true;
  default:
    return false;
  }
}

static void put_layout(const Finishing *finishing, GString *out, const Node *node, const Extras *extras)
{
  const FinishPage *page = &finishing->pages[extras->page];
  double bottom_pt = page->height_pt - extras->y_pt - extras->height_pt;
  g_string_append_printf(out, "/A<</O/Layout/Placement/%s/BBox[",
                         is_inline(finishing->structure, node) ? "Inline" : "Block");
  put_pt(out, extras->x_pt);
  put_pt(out, bottom_pt);
  put_pt(out, extras->x_pt + extras->width_pt);
  put_pt(out, bottom_pt + extras->height_pt);
  g_string_append(out, "]>>");
}

static void put_attributes(const Finishing *finishing, GString *out, const Node *node)
{
  const Extras *extras = structure_extras(finishing->structure, node);
  bool spans = extras && (extras->columns > 1 || extras->rows > 1);
  if (node->scope != SCOPE_NONE || spans) {
    g_string_append(out, "/A<</O/Table");
    if (node->scope != SCOPE_NONE)
      g_string_append_printf(out, "/Scope/%s", scope_names[node->scope]);
    if (spans && extras->columns > 1)
      g_string_append_printf(out, "/ColSpan %u", extras->columns);
    if (spans && extras->rows > 1)
      g_string_append_printf(out, "/RowSpan %u", extras->rows);
    g_string_append(out, ">>");
  } else if (extras && extras->numbering)
    g_string_append_printf(out, "/A<</O/List/ListNumbering/%s>>", extras->numbering);
  else if (extras && extras->has_bbox)
    put_layout(finishing, out, node, extras);
  if (extras && extras->alt) {
    g_string_append(out, "/Alt");
    put_text(out, extras->alt);
  }
  if (extras && extras->lang) {
    g_string_append(out, "/Lang");
    put_text(out, extras->lang);
  }
}

static void put_kid(const Finishing *finishing, GString *out, const Kid *kid, guint page)
{
  switch ((KidKind)kid->kind) {
  case KID_ELEMENT:
    g_string_append_printf(out, " %u 0 R", finishing->first_element + kid->value);
    return;
  case KID_MARK:
    if (kid->page == page)
      g_string_append_printf(out, " %u", kid->value);
    else
      g_string_append_printf(out, "<</Type/MCR/Pg %u 0 R/MCID %u>>", finishing->pages[kid->page].number, kid->value);
    return;
  case KID_LINK:
    g_string_append_printf(out, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>", finishing->pages[kid->page].number,
                           finishing->first_annotation + kid->value);
  }
}

/* Kids of the element; /Pg is the page of its first marked content, so that others there need their number only. */
static void put_kids(const Finishing *finishing, GString *out, const Node *node)
{
  const Kid *kids = (const Kid *)(const void *)finishing->structure->kids->data;
  guint page = G_MAXUINT;
  for (guint32 i = node->first; i != STRUCTURE_END && page == G_MAXUINT; i = kids[i].next)
    if (kids[i].kind == KID_MARK)
      page = kids[i].page;
  if (page != G_MAXUINT)
    g_string_append_printf(out, "/Pg %u 0 R", finishing->pages[page].number);
  if (node->first == STRUCTURE_END)
    return;
  bool many = node->first != node->last;
  g_string_append(out, many ? "/K[" : "/K");
  for (guint32 i = node->first; i != STRUCTURE_END; i = kids[i].next)
    put_kid(finishing, out, &kids[i], page);
  if (many)
    g_string_append_c(out, ']');
}

static void put_elements(Finishing *finishing)
{
  const Structure *structure = finishing->structure;
  for (guint i = 0; i < structure->nodes->len; i++) {
    const Node *node = &g_array_index(structure->nodes, Node, i);
    GString *out = writer_begin(finishing->writer, finishing->first_element + i);
    g_string_append_printf(out, "<</S/%s/P %u 0 R", structure_tag_name((Tag)node->tag),
                           i ? finishing->first_element + node->parent : finishing->tree_root);
    if (node->tag == TAG_NOTE)
      g_string_append_printf(out, "/ID(note%08u)", i);
    put_kids(finishing, out, node);
    put_attributes(finishing, out, node);
    g_string_append(out, ">>");
  }
}

/* Keys: the places of the pages, then one for each annotation. */
static void put_parent_tree(Finishing *finishing)
{
  const Structure *structure = finishing->structure;
  guint n_pages = finishing->in->n_pages;
  guint32 first_list = writer_reserve(finishing->writer, n_pages);
  for (guint i = 0; i < n_pages; i++) {
    const Element *marks = NULL;
    guint n_marks = structure_page_marks(structure, finishing->in->order[i], &marks);
    GString *out = writer_begin(finishing->writer, first_list + i);
    g_string_append_c(out, '[');
    for (guint j = 0; j < n_marks; j++)
      g_string_append_printf(out, " %u 0 R", finishing->first_element + marks[j]);
    g_string_append_c(out, ']');
  }
  GString *out = writer_begin(finishing->writer, finishing->parent_tree);
  g_string_append(out, "<</Nums[");
  for (guint i = 0; i < n_pages; i++)
    g_string_append_printf(out, "%u %u 0 R ", i, first_list + i);
  for (guint i = 0; i < structure->links->len; i++) {
    const Link *link = g_ptr_array_index(structure->links, i);
    g_string_append_printf(out, "%u %u 0 R ", n_pages + i, finishing->first_element + link->element);
  }
  g_string_append(out, "]>>");
}

/* Notes have a name of their own, as PDF/UA-1 wants; the tree of names, in order. */
static char *note_names(const Finishing *finishing)
{
  GString *names = g_string_new(NULL);
  for (guint i = 0; i < finishing->structure->nodes->len; i++)
    if (g_array_index(finishing->structure->nodes, Node, i).tag == TAG_NOTE)
      g_string_append_printf(names, "%s(note%08u)%u 0 R", names->len ? "" : "/IDTree<</Names[", i,
                             finishing->first_element + i);
  if (names->len)
    g_string_append(names, "]>>");
  return g_string_free(names, FALSE);
}

void finish_tree(Finishing *finishing)
{
  g_autofree char *names = note_names(finishing);
  writer_object(finishing->writer, finishing->tree_root,
                "<</Type/StructTreeRoot/K %u 0 R/ParentTree %u 0 R/ParentTreeNextKey %u%s>>", finishing->first_element,
                finishing->parent_tree, finishing->in->n_pages + finishing->structure->links->len, names);
  put_elements(finishing);
  put_parent_tree(finishing);
}

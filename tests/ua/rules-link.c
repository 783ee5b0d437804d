/* Rules for links: tagged, described, and leading somewhere. */
#include "check.h"

typedef void (*Visit)(Check *check, qpdf_oh annotation, guint page);

static void for_annotations(Check *check, Visit visit)
{
  for (guint page = 0; page < check->pdf->n_pages; page++) {
    qpdf_oh annotations = pdf_get(check->pdf, pdf_page(check->pdf, page), "/Annots");
    for (guint i = 0; i < pdf_length(check->pdf, annotations); i++)
      visit(check, pdf_item(check->pdf, annotations, i), page);
  }
}

static bool holds_object(const Node *node, int id)
{
  for (guint i = 0; i < node->kids->len; i++) {
    const Kid *kid = g_ptr_array_index(node->kids, i);
    if (kid->kind == KID_OBJECT && kid->value == id)
      return true;
  }
  return false;
}

static void visit_tagged(Check *check, qpdf_oh annotation, guint page)
{
  int id = pdf_id(check->pdf, annotation);
  long key = pdf_int(check->pdf, pdf_get(check->pdf, annotation, "/StructParent"), -1);
  qpdf_oh owner = pdf_number_tree(check->pdf, pdf_get(check->pdf, check->tree->oh, "/ParentTree"), key);
  const Node *node = tree_by_id(check->tree, pdf_id(check->pdf, owner));
  if (!node || !g_str_equal(node->tag, "Link") || !holds_object(node, id))
    check_fail(check, "page %u: annotation of object %d is not in a Link of the tree", page + 1, id);
}

static void link_tagged(Check *check)
{
  for_annotations(check, visit_tagged);
}

/* A Link element without its annotation cannot be followed. */
static void link_whole(Check *check)
{
  for (guint i = 0; i < check->tree->nodes->len; i++) {
    const Node *node = g_ptr_array_index(check->tree->nodes, i);
    bool has_object = false, is_link = g_str_equal(node->tag, "Link");
    for (guint k = 0; k < node->kids->len; k++)
      has_object = has_object || ((const Kid *)g_ptr_array_index(node->kids, k))->kind == KID_OBJECT;
    if (is_link && !has_object)
      check_fail(check, "Link of object %d has no annotation", node->id);
    if (has_object && !is_link)
      check_fail(check, "%s of object %d holds an annotation", node->type, node->id);
  }
}

static void visit_contents(Check *check, qpdf_oh annotation, guint page)
{
  g_autofree char *contents = pdf_text(check->pdf, pdf_get(check->pdf, annotation, "/Contents"));
  if (!contents || !*contents)
    check_fail(check, "page %u: annotation of object %d says nothing", page + 1, pdf_id(check->pdf, annotation));
}

static void link_contents(Check *check)
{
  for_annotations(check, visit_contents);
}

/* A destination is an array whose first item is a page of the document. */
static bool leads_somewhere(Check *check, qpdf_oh holder)
{
  Pdf *pdf = check->pdf;
  qpdf_oh action = pdf_get(pdf, holder, "/A"), place = pdf_get(pdf, holder, "/Dest");
  g_autofree char *kind = pdf_name(pdf, pdf_get(pdf, action, "/S"));
  if (g_str_equal(kind, "URI")) {
    g_autofree char *uri = pdf_text(pdf, pdf_get(pdf, action, "/URI"));
    return uri && *uri;
  }
  if (g_str_equal(kind, "GoTo"))
    place = pdf_get(pdf, action, "/D");
  return pdf_page_number(pdf, pdf_item(pdf, place, 0)) >= 0;
}

static void visit_dead(Check *check, qpdf_oh annotation, guint page)
{
  if (!leads_somewhere(check, annotation))
    check_fail(check, "page %u: link of object %d leads nowhere", page + 1, pdf_id(check->pdf, annotation));
}

static void dead_bookmarks(Check *check, qpdf_oh parent, guint depth)
{
  for (qpdf_oh item = pdf_get(check->pdf, parent, "/First"); pdf_is_dict(check->pdf, item) && depth < 16;
       item = pdf_get(check->pdf, item, "/Next")) {
    if (!leads_somewhere(check, item))
      check_fail(check, "bookmark of object %d leads nowhere", pdf_id(check->pdf, item));
    dead_bookmarks(check, item, depth + 1);
  }
}

static void link_dead(Check *check)
{
  for_annotations(check, visit_dead);
  dead_bookmarks(check, pdf_get(check->pdf, pdf_root(check->pdf), "/Outlines"), 0);
}

/* PDF/A: printed, not hidden. */
static void visit_flags(Check *check, qpdf_oh annotation, guint page)
{
  long flags = pdf_int(check->pdf, pdf_get(check->pdf, annotation, "/F"), 0);
  if ((flags & 4) == 0 || (flags & (1 | 2 | 32)) != 0)
    check_fail(check, "page %u: annotation of object %d is hidden or not printed", page + 1,
               pdf_id(check->pdf, annotation));
}

static void link_flags(Check *check)
{
  for_annotations(check, visit_flags);
}

static void visit_box(Check *check, qpdf_oh annotation, guint page)
{
  Pdf *pdf = check->pdf;
  qpdf_oh box = pdf_get(pdf, annotation, "/Rect"), media = pdf_get(pdf, pdf_page(pdf, page), "/MediaBox");
  double side[4];
  for (guint i = 0; i < 4; i++)
    side[i] = pdf_number(pdf, pdf_item(pdf, box, i));
  if (pdf_length(pdf, box) != 4 || side[0] >= side[2] || side[1] >= side[3] || side[0] < 0 || side[1] < 0 ||
      side[2] > pdf_number(pdf, pdf_item(pdf, media, 2)) || side[3] > pdf_number(pdf, pdf_item(pdf, media, 3)))
    check_fail(check, "page %u: annotation of object %d stands outside the page", page + 1, pdf_id(pdf, annotation));
}

static void link_box(Check *check)
{
  for_annotations(check, visit_box);
}

const UaRule rules_link[] = {
  { "link-tagged", "annotations belong to a Link of the tree", link_tagged },
  { "link-whole", "Link elements hold their annotation", link_whole },
  { "link-contents", "annotations say what they are for", link_contents },
  { "link-dead", "links and bookmarks lead somewhere", link_dead },
  { "link-flags", "annotations are printed and seen", link_flags },
  { "link-box", "annotations stand on their page", link_box },
  { NULL, NULL, NULL },
};

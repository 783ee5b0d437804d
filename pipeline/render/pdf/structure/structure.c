/* The structure tree while a document is drawn: elements, their marked content, links, targets and bookmarks. */
#include "render/pdf/structure/structure-data.h"

static const char *const tag_names[] = {
  [TAG_DOCUMENT] = "Document",
  [TAG_SECT] = "Sect",
  [TAG_H1] = "H1",
  [TAG_H2] = "H2",
  [TAG_H3] = "H3",
  [TAG_H4] = "H4",
  [TAG_H5] = "H5",
  [TAG_H6] = "H6",
  [TAG_P] = "P",
  [TAG_L] = "L",
  [TAG_LI] = "LI",
  [TAG_LBL] = "Lbl",
  [TAG_LBODY] = "LBody",
  [TAG_TABLE] = "Table",
  [TAG_CAPTION] = "Caption",
  [TAG_THEAD] = "THead",
  [TAG_TBODY] = "TBody",
  [TAG_TR] = "TR",
  [TAG_TH] = "TH",
  [TAG_TD] = "TD",
  [TAG_FIGURE] = "Figure",
  [TAG_TOC] = "TOC",
  [TAG_TOCI] = "TOCI",
  [TAG_REFERENCE] = "Reference",
  [TAG_LINK] = "Link",
  [TAG_SPAN] = "Span",
  [TAG_DIV] = "Div",
  [TAG_NOTE] = "Note",
};

const char *structure_tag_name(Tag tag)
{
  return tag_names[tag];
}

static void extras_free(gpointer data)
{
  Extras *extras = data;
  g_free(extras->alt);
  g_free(extras->lang);
  g_free(extras);
}

static void link_free(gpointer data)
{
  Link *link = data;
  g_free(link->uri);
  g_free(link->target_id);
  g_free(link->contents);
  g_free(link);
}

static void target_free(gpointer data)
{
  Target *target = data;
  g_free(target->id);
  g_free(target);
}

static void bookmark_free(gpointer data)
{
  Bookmark *bookmark = data;
  g_free(bookmark->title);
  g_free(bookmark->target_id);
  g_free(bookmark);
}

static Element node_new(Structure *structure, Element parent, Tag tag)
{
  Node node = {
    .tag = (guint8)tag, .parent = parent, .first = STRUCTURE_END, .last = STRUCTURE_END, .extras = STRUCTURE_END
  };
  g_array_append_val(structure->nodes, node);
  return structure->nodes->len - 1;
}

Structure *structure_new(void)
{
  Structure *structure = g_new0(Structure, 1);
  structure->nodes = g_array_new(FALSE, FALSE, sizeof(Node));
  structure->kids = g_array_new(FALSE, FALSE, sizeof(Kid));
  structure->extras = g_ptr_array_new_with_free_func(extras_free);
  structure->marks = g_array_new(FALSE, FALSE, sizeof(Element));
  structure->page_marks = g_array_new(FALSE, FALSE, sizeof(guint32));
  structure->links = g_ptr_array_new_with_free_func(link_free);
  structure->targets = g_ptr_array_new_with_free_func(target_free);
  structure->bookmarks = g_ptr_array_new_with_free_func(bookmark_free);
  structure->target_by_id = g_hash_table_new(g_str_hash, g_str_equal);
  node_new(structure, STRUCTURE_END, TAG_DOCUMENT);
  return structure;
}

void structure_free(Structure *structure)
{
  if (!structure)
    return;
  g_array_unref(structure->nodes);
  g_array_unref(structure->kids);
  g_ptr_array_unref(structure->extras);
  g_array_unref(structure->marks);
  g_array_unref(structure->page_marks);
  g_hash_table_unref(structure->target_by_id);
  g_ptr_array_unref(structure->links);
  g_ptr_array_unref(structure->targets);
  g_ptr_array_unref(structure->bookmarks);
  g_free(structure);
}

static Node *node_at(Structure *structure, Element element)
{
  g_assert(element < structure->nodes->len);
  return &g_array_index(structure->nodes, Node, element);
}

static void kid_add(Structure *structure, Element parent, KidKind kind, guint32 value, guint page)
{
  Kid kid = { .next = STRUCTURE_END, .value = value, .page = page & 0x3FFFFFFF, .kind = kind };
  Node *node = node_at(structure, parent);
  guint32 index = structure->kids->len;
  g_array_append_val(structure->kids, kid);
  if (node->first == STRUCTURE_END)
    node->first = index;
  else
    g_array_index(structure->kids, Kid, node->last).next = index;
  node->last = index;
}

Element structure_add(Structure *structure, Element parent, Tag tag)
{
  Element element = node_new(structure, parent, tag);
  kid_add(structure, parent, KID_ELEMENT, element, 0);
  return element;
}

static Extras *extras_of(Structure *structure, Element element)
{
  Node *node = node_at(structure, element);
  if (node->extras == STRUCTURE_END) {
    node->extras = structure->extras->len;
    g_ptr_array_add(structure->extras, g_new0(Extras, 1));
  }
  return g_ptr_array_index(structure->extras, node->extras);
}

const Extras *structure_extras(const Structure *structure, const Node *node)
{
  return node->extras == STRUCTURE_END ? NULL : g_ptr_array_index(structure->extras, node->extras);
}

void structure_set_alt(Structure *structure, Element element, const char *alt)
{
  Extras *extras = extras_of(structure, element);
  g_free(extras->alt);
  extras->alt = g_strdup(alt);
}

void structure_set_lang(Structure *structure, Element element, const char *lang)
{
  Extras *extras = extras_of(structure, element);
  g_free(extras->lang);
  extras->lang = g_strdup(lang);
}

void structure_set_scope(Structure *structure, Element element, Scope scope)
{
  node_at(structure, element)->scope = (guint8)scope;
}

void structure_set_spans(Structure *structure, Element element, guint columns, guint rows)
{
  if (columns <= 1 && rows <= 1)
    return;
  Extras *extras = extras_of(structure, element);
  extras->columns = columns;
  extras->rows = rows;
}

void structure_set_numbering(Structure *structure, Element element, const char *numbering)
{
  Extras *extras = extras_of(structure, element);
  extras->numbering = numbering;
}

void structure_set_bbox(Structure *structure, Element element, guint page, double x_pt, double y_pt, double width_pt,
                        double height_pt)
{
  Extras *extras = extras_of(structure, element);
  extras->has_bbox = true;
  extras->page = page;
  extras->x_pt = x_pt;
  extras->y_pt = y_pt;
  extras->width_pt = width_pt;
  extras->height_pt = height_pt;
}

guint structure_mark(Structure *structure, Element element, guint page)
{
  g_assert(page + 1 >= structure->page_marks->len); /* cairo streams: a finished page takes no more content */
  while (structure->page_marks->len <= page)
    g_array_append_val(structure->page_marks, structure->marks->len);
  guint mcid = structure->marks->len - g_array_index(structure->page_marks, guint32, page);
  g_array_append_val(structure->marks, element);
  kid_add(structure, element, KID_MARK, mcid, page);
  return mcid;
}

guint structure_page_marks(const Structure *structure, guint page, const Element **ret_marks)
{
  if (page >= structure->page_marks->len)
    return 0;
  guint32 first = g_array_index(structure->page_marks, guint32, page), end = structure->marks->len;
  if (page + 1 < structure->page_marks->len)
    end = g_array_index(structure->page_marks, guint32, page + 1);
  *ret_marks = &g_array_index(structure->marks, Element, first);
  return end - first;
}

void structure_link(Structure *structure, Element element, guint page, double x_pt, double y_pt, double width_pt,
                    double height_pt, const char *uri, const char *target_id, const char *contents)
{
  Link *link = g_new0(Link, 1);
  *link = (Link){ .element = element,
                  .page = page,
                  .x_pt = x_pt,
                  .y_pt = y_pt,
                  .width_pt = width_pt,
                  .height_pt = height_pt,
                  .uri = g_strdup(uri),
                  .target_id = g_strdup(target_id),
                  .contents = g_strdup(contents) };
  kid_add(structure, element, KID_LINK, structure->links->len, page);
  g_ptr_array_add(structure->links, link);
}

void structure_target(Structure *structure, const char *id, guint page, double y_pt)
{
  if (g_hash_table_contains(structure->target_by_id, id))
    return; /* the first place of that name counts */
  Target *target = g_new0(Target, 1);
  *target = (Target){ .id = g_strdup(id), .page = page, .y_pt = y_pt };
  g_ptr_array_add(structure->targets, target);
  g_hash_table_insert(structure->target_by_id, target->id, target);
}

const Target *structure_find_target(const Structure *structure, const char *id)
{
  return id ? g_hash_table_lookup(structure->target_by_id, id) : NULL;
}

void structure_bookmark(Structure *structure, guint level, const char *title, const char *target_id)
{
  Bookmark *bookmark = g_new0(Bookmark, 1);
  *bookmark = (Bookmark){ .level = MAX(level, 1), .title = g_strdup(title), .target_id = g_strdup(target_id) };
  g_ptr_array_add(structure->bookmarks, bookmark);
}

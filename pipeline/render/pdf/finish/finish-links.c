/* Links as annotations and bookmarks as an outline; both lead to places of the document. */
#include "render/pdf/finish/finish-parts.h"

void finish_put_destination(const Finishing *finishing, GString *out, const Target *target)
{
  const FinishPage *page = &finishing->pages[target->page];
  g_string_append_printf(out, "/Dest[%u 0 R/XYZ null", page->number);
  put_pt(out, CLAMP(page->height_pt - target->y_pt, 0, page->height_pt));
  g_string_append(out, " null]");
}

static const Target *target_of(const Finishing *finishing, const char *id, const char *what, GError **error)
{
  const Target *target = structure_find_target(finishing->structure, id);
  if (target && target->page < finishing->in->n_pages)
    return target;
  g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s leads to '%s', which is nowhere in the document", what,
              id ? id : "");
  return NULL;
}

static bool put_link(Finishing *finishing, guint index, GError **error)
{
  const Link *link = g_ptr_array_index(finishing->structure->links, index);
  const Target *target = NULL;
  if (!link->uri && !(target = target_of(finishing, link->target_id, "a link", error)))
    return false;
  FinishPage *page = &finishing->pages[link->page];
  guint32 number = finishing->first_annotation + index;
  GString *out = writer_begin(finishing->writer, number);
  g_string_append_printf(out, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/P %u 0 R/StructParent %u/Rect[",
                         page->number, finishing->in->n_pages + index);
  put_pt(out, link->x_pt);
  put_pt(out, page->height_pt - link->y_pt - link->height_pt);
  put_pt(out, link->x_pt + link->width_pt);
  put_pt(out, page->height_pt - link->y_pt);
  g_string_append(out, "]/Contents");
  put_text(out, link->contents ? link->contents : link->uri);
  if (target)
    finish_put_destination(finishing, out, target);
  else {
    g_autofree char *uri = g_uri_escape_string(link->uri, ":/?#[]@!$&'()*+,;=%", FALSE);
    g_string_append(out, "/A<</S/URI/URI");
    put_literal(out, uri);
    g_string_append(out, ">>");
  }
  g_string_append(out, ">>");
  if (!page->annotations)
    page->annotations = g_array_new(FALSE, FALSE, sizeof(guint32));
  g_array_append_val(page->annotations, number);
  return true;
}

bool finish_links(Finishing *finishing, GError **error)
{
  for (guint i = 0; i < finishing->structure->links->len; i++)
    if (!put_link(finishing, i, error))
      return false;
  return true;
}

/* ---- outline: items numbered from first, in reading order; a level may be left out (1, then 3) ---------------- */
typedef struct {
  guint parent, previous, next, first, last, n_kids; /* 1-based index of bookmarks; 0: none, or the root */
} Item;

static void items_join(Item *items, const GPtrArray *bookmarks)
{
  for (guint i = 1; i <= bookmarks->len; i++) {
    const Bookmark *bookmark = g_ptr_array_index(bookmarks, i - 1);
    guint parent = i - 1;
    while (parent && ((const Bookmark *)g_ptr_array_index(bookmarks, parent - 1))->level >= bookmark->level)
      parent = items[parent].parent;
    items[i].parent = parent;
    items[i].previous = items[parent].last;
    if (items[parent].last)
      items[items[parent].last].next = i;
    else
      items[parent].first = i;
    items[parent].last = i;
    items[parent].n_kids++;
  }
}

static void put_joint(GString *out, const char *key, guint32 root, guint index)
{
  if (index)
    g_string_append_printf(out, "/%s %u 0 R", key, root + index);
}

static bool put_item(Finishing *finishing, const Item *items, guint index, guint32 root, GError **error)
{
  const Item *item = &items[index];
  const Bookmark *bookmark = g_ptr_array_index(finishing->structure->bookmarks, index - 1);
  const Target *target = target_of(finishing, bookmark->target_id, "a bookmark", error);
  if (!target)
    return false;
  GString *out = writer_begin(finishing->writer, root + index);
  g_string_append_printf(out, "<</Parent %u 0 R/Title", root + item->parent);
  put_text(out, bookmark->title);
  put_joint(out, "Prev", root, item->previous);
  put_joint(out, "Next", root, item->next);
  put_joint(out, "First", root, item->first);
  put_joint(out, "Last", root, item->last);
  if (item->n_kids)
    g_string_append_printf(out, "/Count -%u", item->n_kids); /* shut; Count of a shut item: what opening it shows */
  finish_put_destination(finishing, out, target);
  g_string_append(out, ">>");
  return true;
}

bool finish_outline(Finishing *finishing, guint32 *ret_outline, GError **error)
{
  const GPtrArray *bookmarks = finishing->structure->bookmarks;
  *ret_outline = 0;
  if (!bookmarks->len)
    return true;
  guint32 root = writer_reserve(finishing->writer, bookmarks->len + 1);
  g_autofree Item *items = g_new0(Item, bookmarks->len + 1);
  items_join(items, bookmarks);
  writer_object(finishing->writer, root, "<</Type/Outlines/First %u 0 R/Last %u 0 R/Count %u>>", root + items[0].first,
                root + items[0].last, items[0].n_kids);
  for (guint i = 1; i <= bookmarks->len; i++)
    if (!put_item(finishing, items, i, root, error))
      return false;
  *ret_outline = root;
  return true;
}

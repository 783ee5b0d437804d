/* Rules for marked content and its ties to the structure tree. */
#include "check.h"

#define FOR_PAGES(check_, content_)                                                                                    \
  const Content *content_ = NULL;                                                                                      \
  for (guint page = 0; page < check_->pdf->n_pages && (content_ = g_ptr_array_index(check_->contents, page)); page++)

static void tagged(Check *check)
{
  FOR_PAGES(check, content)
  if (content->untagged->len)
    check_fail(check, "page %u: neither tagged nor artefact: %s", page + 1, content->untagged->str);
}

static void nested(Check *check)
{
  FOR_PAGES(check, content)
  if (content->nested->len)
    check_fail(check, "page %u: marked content within marked content: %s", page + 1, content->nested->str);
}

static void balanced(Check *check)
{
  FOR_PAGES(check, content)
  if (content->unbalanced)
    check_fail(check, "page %u: marked content is not closed, or closed twice", page + 1);
}

static void no_actual_text(Check *check)
{
  FOR_PAGES(check, content)
  if (content->actual_text)
    check_fail(check, "page %u: replacement text; readers lose what follows it", page + 1);
}

static int by_number(gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

static void numbering(Check *check)
{
  FOR_PAGES(check, content)
  {
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(int));
    for (guint i = 0; i < content->marks->len; i++)
      g_array_append_val(numbers, ((const Mark *)g_ptr_array_index(content->marks, i))->mcid);
    g_array_sort(numbers, by_number);
    for (guint i = 0; i < numbers->len; i++)
      if (g_array_index(numbers, int, i) != (int)i) {
        check_fail(check, "page %u: marked content is not numbered 0 to %u", page + 1, numbers->len - 1);
        break;
      }
  }
}

/* How often the tree names each marked content of a page, and who does. */
static void claims(const Check *check, guint page, GHashTable *claimed, GHashTable *owners)
{
  for (guint i = 0; i < check->tree->nodes->len; i++) {
    Node *node = g_ptr_array_index(check->tree->nodes, i);
    for (guint k = 0; k < node->kids->len; k++) {
      const Kid *kid = g_ptr_array_index(node->kids, k);
      if (kid->kind != KID_MCID || kid->page != (int)page)
        continue;
      gpointer key = GINT_TO_POINTER(kid->value), n = g_hash_table_lookup(claimed, key);
      g_hash_table_insert(claimed, key, GUINT_TO_POINTER(GPOINTER_TO_UINT(n) + 1));
      g_hash_table_insert(owners, key, node);
    }
  }
}

static void check_owner(Check *check, guint page, int mcid, guint times, const Node *owner)
{
  long key = pdf_int(check->pdf, pdf_get(check->pdf, pdf_page(check->pdf, page), "/StructParents"), -1);
  qpdf_oh list = pdf_number_tree(check->pdf, pdf_get(check->pdf, check->tree->oh, "/ParentTree"), key);
  if (times != 1)
    check_fail(check, "page %u: marked content %d is %u times in the tree", page + 1, mcid, times);
  else if (pdf_id(check->pdf, pdf_item(check->pdf, list, (guint)mcid)) != owner->id)
    check_fail(check, "page %u: the parent tree gives marked content %d to another element", page + 1, mcid);
}

static void in_tree(Check *check)
{
  FOR_PAGES(check, content)
  {
    g_autoptr(GHashTable) claimed = g_hash_table_new(NULL, NULL), owners = g_hash_table_new(NULL, NULL);
    claims(check, page, claimed, owners);
    for (guint i = 0; i < content->marks->len; i++) {
      const Mark *mark = g_ptr_array_index(content->marks, i);
      gpointer key = GINT_TO_POINTER(mark->mcid);
      check_owner(check, page, mark->mcid, GPOINTER_TO_UINT(g_hash_table_lookup(claimed, key)),
                  g_hash_table_lookup(owners, key));
      g_hash_table_remove(claimed, key);
    }
    if (g_hash_table_size(claimed))
      check_fail(check, "page %u: the tree names %u marked contents that are not there", page + 1,
                 g_hash_table_size(claimed));
  }
}

static void on_pages(Check *check)
{
  for (guint i = 0; i < check->tree->nodes->len; i++) {
    const Node *node = g_ptr_array_index(check->tree->nodes, i);
    for (guint k = 0; k < node->kids->len; k++) {
      const Kid *kid = g_ptr_array_index(node->kids, k);
      if (kid->kind != KID_NODE && kid->page < 0)
        check_fail(check, "%s of object %d has content on no page", node->type, node->id);
    }
  }
}

const UaRule rules_content[] = {
  { "content-tagged", "all that is painted is tagged or an artefact", tagged },
  { "content-nested", "marked content is not within other marked content", nested },
  { "content-balanced", "marked content opens and closes", balanced },
  { "content-actual-text", "no replacement text in content streams", no_actual_text },
  { "content-numbers", "marked content is numbered from 0 without a gap", numbering },
  { "content-tree", "tree, content and parent tree agree", in_tree },
  { "content-page", "content of elements is on a page", on_pages },
  { NULL, NULL, NULL },
};

/* Running the rules over a file. */
#include "check.h"
#include "base/text.h"

const UaRule *const ua_rules[] = {
  rules_document, rules_content, rules_tree, rules_table, rules_link, rules_font, NULL
};

void check_fail(Check *check, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *text = g_strdup_vprintf(format, args);
  va_end(args);
  g_ptr_array_add(check->findings, g_strdup_printf("%s: %s", check->rule, text));
}

static void check_begin(Check *check, Pdf *pdf)
{
  g_autoptr(GByteArray) xmp = pdf_stream(pdf, pdf_get(pdf, pdf_root(pdf), "/Metadata"));
  *check = (Check){ .pdf = pdf, .tree = tree_read(pdf) };
  check->contents = g_ptr_array_new_with_free_func((GDestroyNotify)content_free);
  for (guint i = 0; i < pdf->n_pages; i++)
    g_ptr_array_add(check->contents, content_read(pdf, i));
  check->xmp = xmp ? g_strndup((const char *)xmp->data, xmp->len) : g_strdup("");
  check->findings = g_ptr_array_new_with_free_func(g_free);
}

static void check_end(Check *check)
{
  tree_free(check->tree);
  g_ptr_array_unref(check->contents);
  g_free(check->xmp);
}

GPtrArray *check_pdf(const GByteArray *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(Pdf) pdf = pdf_open(bytes, &error);
  if (!pdf) {
    GPtrArray *findings = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(findings, g_strdup_printf("syntax: %s", error->message));
    return findings;
  }
  Check check;
  check_begin(&check, pdf);
  for (const UaRule *const *family = ua_rules; *family; family++)
    for (const UaRule *rule = *family; rule->id; rule++) {
      check.rule = rule->id;
      rule->run(&check);
    }
  check_end(&check);
  return check.findings;
}

static const char *const inline_tags[] = { "Span", "Link", "Reference", "Quote", "Code", NULL };

static void append_text(const Check *check, const Node *node, const char *const *skip, GString *out)
{
  if (node_is(node, skip))
    return;
  for (guint i = 0; i < node->kids->len; i++) {
    const Kid *kid = g_ptr_array_index(node->kids, i);
    if (kid->kind == KID_NODE)
      append_text(check, kid->node, skip, out);
    if (kid->kind != KID_MCID || kid->page < 0)
      continue;
    guint n;
    const Mark *mark = content_find(g_ptr_array_index(check->contents, (guint)kid->page), kid->value, &n);
    g_string_append(out, mark ? mark->text->str : "");
  }
  if (!node_is(node, inline_tags))
    g_string_append_c(out, ' ');
}

char *check_tree_text(const GByteArray *bytes, const char *const *skip)
{
  g_autoptr(Pdf) pdf = pdf_open(bytes, NULL);
  g_assert(pdf);
  Check check;
  g_autoptr(GString) text = g_string_new(NULL);
  check_begin(&check, pdf);
  for (guint i = 0; i < check.tree->top->len; i++)
    append_text(&check, g_ptr_array_index(check.tree->top, i), skip, text);
  g_ptr_array_unref(check.findings);
  check_end(&check);
  return text_fold(text->str);
}

static gpointer mark_key(guint page, int mcid)
{
  return GUINT_TO_POINTER(page << 14 | (guint)mcid);
}

/* The blocks of the tree by page and number of their marked content. */
static GHashTable *blocks_of(const Check *check)
{
  GHashTable *blocks = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < check->tree->nodes->len; i++) {
    Node *node = g_ptr_array_index(check->tree->nodes, i), *block = node;
    while (block->parent && node_is(block, inline_tags))
      block = block->parent;
    for (guint k = 0; k < node->kids->len; k++) {
      const Kid *kid = g_ptr_array_index(node->kids, k);
      if (kid->kind == KID_MCID && kid->page >= 0)
        g_hash_table_insert(blocks, mark_key((guint)kid->page, kid->value), block);
    }
  }
  return blocks;
}

static char *page_text(const Content *content, guint page, GHashTable *blocks)
{
  g_autoptr(GString) text = g_string_new(NULL);
  const Node *before = NULL;
  for (guint i = 0; i < content->marks->len; i++) {
    const Mark *mark = g_ptr_array_index(content->marks, i);
    const Node *block = g_hash_table_lookup(blocks, mark_key(page, mark->mcid));
    g_string_append(text, block == before ? "" : "\n");
    if (!block || !g_str_equal(block->tag, "Figure"))
      g_string_append(text, mark->text->str);
    before = block;
  }
  return text_fold(text->str);
}

GPtrArray *check_page_texts(const GByteArray *bytes)
{
  g_autoptr(Pdf) pdf = pdf_open(bytes, NULL);
  g_assert(pdf);
  Check check;
  check_begin(&check, pdf);
  GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GHashTable) blocks = blocks_of(&check);
  for (guint page = 0; page < pdf->n_pages; page++)
    g_ptr_array_add(texts, page_text(g_ptr_array_index(check.contents, page), page, blocks));
  g_ptr_array_unref(check.findings);
  check_end(&check);
  return texts;
}

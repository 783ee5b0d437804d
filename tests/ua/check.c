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

static void append_text(const Check *check, const Node *node, GString *out)
{
  for (guint i = 0; i < node->kids->len && !g_str_equal(node->tag, "Figure"); i++) {
    const Kid *kid = g_ptr_array_index(node->kids, i);
    if (kid->kind == KID_NODE)
      append_text(check, kid->node, out);
    if (kid->kind != KID_MCID || kid->page < 0)
      continue;
    guint n;
    const Mark *mark = content_find(g_ptr_array_index(check->contents, (guint)kid->page), kid->value, &n);
    g_string_append(out, mark ? mark->text->str : "");
  }
}

char *check_tree_text(const GByteArray *bytes)
{
  g_autoptr(Pdf) pdf = pdf_open(bytes, NULL);
  g_assert(pdf);
  Check check;
  g_autoptr(GString) text = g_string_new(NULL);
  check_begin(&check, pdf);
  for (guint i = 0; i < check.tree->top->len; i++)
    append_text(&check, g_ptr_array_index(check.tree->top, i), text);
  g_ptr_array_unref(check.findings);
  check_end(&check);
  return text_fold(text->str);
}

/* Reading a layout, part by part. */
#include "compose/layout-node.h"
#include "compose/layout-check.h"
#include "compose/left-out.h"
#include "compose/params.h"
#include "compose/vocabulary.h"

static const Template *page_template(Compiler *compiler, const Record *record, const char *attribute, const char *text,
                                     const Shape *shape)
{
  return text ? template_new(compiler, record, attribute, text, shape, true) : NULL;
}

static void check_page(Compiler *compiler, const LayoutSection *section)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < compiler->style->pages->len; i++)
    g_ptr_array_add(names, ((const PageStyle *)g_ptr_array_index(compiler->style->pages, i))->name);
  for (guint i = 0; i < names->len && section->page; i++)
    if (g_str_equal(g_ptr_array_index(names, i), section->page))
      return;
  if (!section->page)
    return;
  g_autofree char *hint = did_you_mean(section->page, names);
  compiler_fault(compiler, "L-STYLE", &section->record, "page", "the house style has no page '%s'%s", section->page,
                 hint);
}

static void compile_section(Compiler *compiler, const LayoutSection *section, const Shape *shape, LayoutNode *layout)
{
  SectionNode *node = arena_alloc(compiler->arena, sizeof *node);
  const Record *record = &section->record;
  node->section = section;
  check_page(compiler, section);
  compile_condition(compiler, record, "when", section->when, shape, &node->when);
  node->header = page_template(compiler, record, "header", section->header, shape);
  node->footer = page_template(compiler, record, "footer", section->footer, shape);
  node->nodes = blocks_compile(compiler, section->blocks, shape);
  g_ptr_array_add(layout->sections, node);
}

const LayoutNode *layout_node_new(Compiler *compiler, const Composition *composition, const Shape *shape)
{
  const Layout *layout = composition->layout;
  const Record *record = &layout->record;
  LayoutNode *node = arena_alloc(compiler->arena, sizeof *node);
  node->sections = arena_list(compiler->arena);
  layout_check(compiler, composition);
  node->params = params_compile(compiler, layout, shape);
  compile_template(compiler, record, "title", layout->title, shape, &node->title);
  compile_template(compiler, record, "subject", layout->subject, shape, &node->subject);
  compile_template(compiler, record, "author", layout->author, shape, &node->author);
  compile_template(compiler, record, "watermark", layout->watermark, shape, &node->watermark);
  compile_condition(compiler, record, "watermark-when", layout->watermark_when, shape, &node->watermark_when);
  node->header = page_template(compiler, record, "header", layout->header, shape);
  node->footer = page_template(compiler, record, "footer", layout->footer, shape);
  for (guint i = 0; i < layout->sections->len; i++)
    compile_section(compiler, g_ptr_array_index(layout->sections, i), shape, node);
  node->left_out = left_out_compile(compiler, layout, shape);
  node->words = vocabulary_join(compiler, composition->words, composition->reports,
                                composition->data_lang ? layout->lang : NULL, layout->own_words);
  return node;
}

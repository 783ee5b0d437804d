/* Formats: the type of a field decides how it is shown; the column may say otherwise. */
#include "compose/blocks/format-parts.h"
#include "compose/wording/words.h"
#include "model/reading.h"
#include "model/run.h"

static const char *const show_names[] = { "",      "symbol",      "word", "plain", "period-end",
                                          "month", "parentheses", "page", NULL };

static bool is_figure(const Path *path)
{
  if (!path->field)
    return spec_is_reading(path->frame->spec);
  return path->field->type == FIELD_AMOUNT || path->field->type == FIELD_INT;
}

/* Whether the field can be shown so. */
static bool show_fits(Show show, const Path *path)
{
  const Field *field = path->field;
  switch (show) {
  case SHOW_BY_TYPE:
    return field || spec_is_reading(path->frame->spec);
  case SHOW_SYMBOL:
    return field && (field->type == FIELD_CODE || (field->type == FIELD_TERM && terms_are_symbols(field->detail)));
  case SHOW_WORD:
    return field && field->type == FIELD_TERM;
  case SHOW_PLAIN:
  case SHOW_PARENTHESES:
    return is_figure(path);
  case SHOW_PERIOD_END:
    return field && field->type == FIELD_PERIOD;
  case SHOW_MONTH:
    return field && (field->type == FIELD_DATE || field->type == FIELD_PERIOD || field->type == FIELD_TEXT);
  case SHOW_PAGE:
    break;
  }
  return false;
}

static bool read_path(Scanner *scanner, const Shape *shape, Format *format)
{
  scanner_space(scanner);
  Shown *shown = arena_alloc(scanner->compiler->arena, sizeof *shown);
  shown->count = scanner_keyword(scanner, "count");
  const char *at = scanner->at;
  Path *path = path_scan(scanner, shape);
  if (!path)
    return false;
  if (shown->count ? format->show != SHOW_BY_TYPE : !show_fits(format->show, path)) {
    const char *how = format->show ? show_names[format->show] : "the value of a cell: say which of its fields";
    scanner_fault(scanner, "L-FORMAT", at, "'%s' cannot be shown as %s", path->text, how);
    return false;
  }
  shown->path = path;
  if (!shown->count)
    path_note_shown(scanner->compiler, path);
  g_ptr_array_add(format->shown, shown);
  format->figures |= shown->count || is_figure(path);
  scanner_space(scanner);
  return true;
}

static bool read_paths(Compiler *compiler, const LayoutColumn *column, const char *attribute, const char *field,
                       const Shape *shape, Format *format)
{
  Scanner scanner = scanner_new(compiler, &column->record, attribute, field);
  do {
    if (!read_path(&scanner, shape, format))
      return false;
  } while (scanner_take(&scanner, ","));
  return scanner_ends(&scanner);
}

static bool read_show(Compiler *compiler, const LayoutColumn *column, Format *format)
{
  for (guint i = 1; show_names[i] && column->format; i++)
    if (g_str_equal(show_names[i], column->format))
      format->show = (Show)i;
  if (!column->format || format->show)
    return true;
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 1; show_names[i]; i++)
    g_ptr_array_add(names, (char *)show_names[i]);
  g_autofree char *hint = did_you_mean(column->format, names);
  compiler_fault(compiler, "L-FORMAT", &column->record, "format", "there is no format '%s'%s", column->format, hint);
  return false;
}

/* lookup: a field of records that have a ref. */
static bool read_lookup(Compiler *compiler, const LayoutColumn *column, const Shape *shape, Format *format)
{
  if (!column->lookup)
    return true;
  format->lookup = path_new(compiler, &column->record, "lookup", column->lookup, shape);
  if (!format->lookup)
    return false;
  const Field *ref = spec_field(format->lookup->frame->spec, "ref");
  if (format->lookup->field && ref && ref->type == FIELD_CODE)
    return true;
  compiler_fault(compiler, "L-KIND", &column->record, "lookup", "'%s' is not a field of records with a ref",
                 column->lookup);
  return false;
}

static bool read_source(Compiler *compiler, const LayoutColumn *column, const Shape *shape, Format *format)
{
  if (format->show == SHOW_PAGE && column->link && !column->field && !column->value)
    return true;
  if ((column->field == NULL) == (column->value == NULL) || format->show == SHOW_PAGE) {
    compiler_fault(compiler, "L-COLUMN", &column->record, NULL, "column '%s' needs %s", column->heading,
                   format->show == SHOW_PAGE ? "a link, and neither field nor value" : "either a field or a value");
    return false;
  }
  if (column->field)
    return read_paths(compiler, column, "field", column->field, shape, format);
  format->tmpl = template_new(compiler, &column->record, "value", column->value, shape, false);
  return format->tmpl != NULL;
}

static bool read_template(Compiler *compiler, const LayoutColumn *column, const char *attribute, const char *text,
                          const Shape *shape, const Template **ret_template)
{
  *ret_template = text ? template_new(compiler, &column->record, attribute, text, shape, false) : NULL;
  return !text || *ret_template;
}

/* file: what the team reads may lead to what stands beside it; what is published may not. */
static bool read_file(Compiler *compiler, const LayoutColumn *column, const Shape *shape, Format *format)
{
  if (!column->file)
    return true;
  format->file = path_new(compiler, &column->record, "file", column->file, shape);
  if (!format->file)
    return false;
  if (compiler->root == &run_spec && format->file->field && column->field)
    return true;
  compiler_fault(compiler, "L-COLUMN", &column->record, "file",
                 compiler->root == &run_spec ? "column '%s' needs a field that is shown, and the field with its file"
                                             : "column '%s' leads to files: only layouts of a run may",
                 column->heading);
  return false;
}

static Format *format_alloc(Compiler *compiler, const LayoutColumn *column)
{
  Format *format = arena_alloc(compiler->arena, sizeof *format);
  format->shown = arena_list(compiler->arena);
  format->exact = layout_is_exact(&column->record);
  format->prefix = column->prefix ? arena_printf(compiler->arena, "%s ", column->prefix) : "";
  return format;
}

Format *format_new(Compiler *compiler, const LayoutColumn *column, const Shape *shape)
{
  Format *format = format_alloc(compiler, column);
  bool fine = read_show(compiler, column, format);
  fine &= read_source(compiler, column, shape, format);
  fine &= read_lookup(compiler, column, shape, format);
  fine &= read_template(compiler, column, "link", column->link, shape, &format->link);
  fine &= read_file(compiler, column, shape, format);
  fine &= read_template(compiler, column, "missing", column->missing, shape, &format->missing);
  return fine ? format : NULL;
}

Format *format_new_below(Compiler *compiler, const LayoutColumn *column, const Shape *shape)
{
  Format *format = format_alloc(compiler, column);
  bool fine = read_show(compiler, column, format);
  fine &= read_paths(compiler, column, "below", column->below, shape, format);
  fine &= read_lookup(compiler, column, shape, format);
  return fine ? format : NULL;
}

bool format_is_page(const Format *format)
{
  return format->show == SHOW_PAGE;
}

Align format_align(const Format *format)
{
  return format->figures || format->show == SHOW_PAGE ? ALIGN_END : ALIGN_NONE;
}

/* A small report model: two reports' worth of names, read from text as qmr-compose reads it. */
#include "compose/library.h"
#include "compose/language/compare.h"
#include "record/record-read.h"
#include <string.h>

static const char model[] =
    "<report xmlns='urn:qmr:1' format='1.0' council='Merebank' framework='Plan' service='libraries'"
    " service-title='Libraries' period='2009-10-Q4' year='2009-10' quarter='4' half-year='yes' to='2010-03-31'"
    " status='draft'>"
    "<board ref='learning' title='Learning Board' priorities='CP1, CP2'/><board ref='safety' title='Safety Board'/>"
    "<shorthand ref='NYA'>Not <b>yet</b> available</shorthand>"
    "<objective ref='LI 1' title='Open longer' priorities='CP1'>"
    "<milestone ref='LI1-01' year='2009-10' due='2010-03' key='yes' areas='6, 30' board='learning' rating='green'>"
    "<text>Open on <i>Sundays</i></text><commentary>Two do.</commentary></milestone>"
    "<milestone ref='LI1-02' year='2010-11' rating='red'><text>Open late</text></milestone></objective>"
    "<objective ref='LI 2' title='Lend more'/>"
    "<indicator ref='LI 5' title='Loans' category='quality' unit='percent' decimals='1' polarity='higher'"
    " rating='amber' projection='6.25'>"
    "<measure><value period='2009-10-Q4' number='6.1' flags='estimate' unit='percent' decimals='1'/>"
    "<point period='2008-09-Q4' number='5'/><point period='2009-10-Q4' number='6.1'/></measure></indicator>"
    "<finding rule='G-WORSE' severity='warning'><text>Odd</text></finding>"
    "</report>";

static const char words[] =
    "<words xmlns='urn:qmr:1' format='1.0' lang='cy'><word name='month-3' text='Mawrth'/>"
    "<word name='quarter' text='Chwarter {n} {year}'/><word name='yes' text='Ie'/><word name='no' text='Na'/>"
    "<word name='rating-green' text='Gwyrdd'/><word name='unit-percent' text='{n}%'/>"
    "<word name='shorthand-estimate' text='A'/></words>";

static void *read_text(Library *library, const char *text, const Spec *spec)
{
  const Spec *specs[] = { spec, NULL };
  void *record = record_read_memory(library->arena, "text.xml", text, strlen(text), specs, library->diags);
  g_assert_nonnull(record);
  g_assert_null(library_fault(library));
  return record;
}

static void param_add(Library *library, const char *name, const char *value)
{
  Param *param = record_new(library->arena, &param_spec, NULL);
  param->name = arena_strdup(library->arena, name);
  param->value = arena_strdup(library->arena, value);
  g_ptr_array_add(library->compiler.params, param);
}

Library *library_new(void)
{
  Library *library = g_new0(Library, 1);
  library->arena = arena_new();
  library->diags = diag_list_new();
  library->compiler =
      (Compiler){ library->arena, library->diags, NULL, arena_list(library->arena), 0, &assured_report_spec, 0 };
  param_add(library, "wanted", "learning");
  param_add(library, "unset", NULL);
  library->layout = record_new(library->arena, &layout_spec, NULL);
  library->report = read_text(library, model, &assured_report_spec);
  library->reports = arena_list(library->arena);
  g_ptr_array_add(library->reports, library->report);
  g_ptr_array_add(library->reports, library->report);
  library->document = record_new(library->arena, &document_spec, NULL);
  library->document->words = ((Words *)read_text(library, words, &words_spec))->words;
  library->frame = (Frame){ &assured_report_spec, NULL };
  library->shape = (Shape){ &library->frame, NULL };
  library->world = (World){ .reports = library->reports, .lookup = lookup_new(), .diags = library->diags };
  library->scope = (Scope){ &library->report->record, NULL, &library->world };
  return library;
}

void library_free(Library *library)
{
  lookup_free(library->world.lookup);
  diag_list_free(library->diags);
  arena_free(library->arena);
  g_free(library);
}

char *library_fault(Library *library)
{
  const Diag *diag = diag_get(library->diags, 0);
  g_assert_null(diag ? diag_get(library->diags, 1) : NULL);
  char *text = diag ? g_strdup_printf("%s [%s]", diag->text, diag->rule->id) : NULL;
  diag_list_free(library->diags);
  library->diags = library->compiler.diags = diag_list_new();
  return text;
}

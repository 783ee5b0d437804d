/* The table of kinds. To add one: a row here, a schema in schemas/, and its name in schemas.gresource.xml. */
#include "validate/kind.h"
#include "layout/layout.h"
#include "manifest/manifest.h"
#include "model/acceptance.h"
#include "model/account.h"
#include "model/calendar.h"
#include "model/fact.h"
#include "model/paper.h"
#include "model/report.h"
#include "model/run.h"
#include "model/supplied.h"
#include "model/tick.h"
#include "model/year.h"
#include "validate/check.h"

static const FileKind kinds[] = {
  { &framework_spec, "framework.xsd", file_check_framework },
  { &plan_spec, "plan.xsd", file_check_plan },
  { &return_spec, "return.xsd", file_check_return },
  { &report_spec, "model.xsd", NULL },
  { &finding_list_spec, "findings.xsd", NULL },
  { &fact_list_spec, "facts.xsd", NULL },
  { &tick_list_spec, "ticks.xsd", NULL },
  { &paper_spec, "paper.xsd", file_check_paper },
  { &layout_spec, "layout.xsd", file_check_layout },
  { &style_spec, "style.xsd", file_check_style },
  { &words_spec, "words.xsd", NULL },
  { &document_spec, "document.xsd", file_check_document },
  { &accepted_spec, "accepted.xsd", NULL },
  { &calendar_spec, "calendar.xsd", file_check_calendar },
  { &manifest_spec, "manifest.xsd", NULL },
  { &year_spec, "year.xsd", NULL },
  { &account_spec, "account.xsd", NULL },
  { &run_spec, "run.xsd", NULL },
  { &supplied_spec, "supplied.xsd", NULL },
};

const FileKind *kind_find(const Spec *spec)
{
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (kinds[i].spec == spec)
      return &kinds[i];
  return NULL;
}

const Spec *const *kind_specs(void)
{
  static const Spec *specs[G_N_ELEMENTS(kinds) + 1]; /* the table's first column */
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
    specs[i] = kinds[i].spec;
  return specs;
}

/* The reports of a year: their rows. */
#include "model/year.h"

SPEC(year_previous_spec, YearFile, "previous", "earlier return",
     FIELD(YearFile, path, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL));
SPEC(year_also_spec, YearFile, "also", "document of others",
     FIELD(YearFile, path, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL));
SPEC(year_model_spec, YearFile, "model", "model",
     FIELD_AS("folder", YearFile, path, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL));
SPEC(year_setting_spec, YearSetting, "set", "setting",
     FIELD(YearSetting, text, NULL, IN_CONTENT, FIELD_TEXT, FIELD_REQUIRED, NULL));
SPEC(year_document_spec, YearDocument, "document", "document",
     FIELD(YearDocument, layouts, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL),
     FIELD(YearDocument, formats, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL),
     FIELD_AS("set", YearDocument, settings, NULL, IN_ELEMENT, FIELD_MANY, 0, &year_setting_spec));
SPEC(year_report_spec, YearReport, "report", "report", FIELD(YearReport, plan, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD_AS("return", YearReport, form, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(YearReport, paper, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(YearReport, accepted, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(YearReport, absent, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD_AS("no-plan", YearReport, no_plan, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD(YearReport, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(YearReport, framework, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(YearReport, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, 0, NULL),
     FIELD(YearReport, name, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(YearReport, layouts, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL),
     FIELD(YearReport, formats, NULL, IN_ATTRIBUTE, FIELD_CODES, 0, NULL),
     FIELD(YearReport, previous, NULL, IN_ELEMENT, FIELD_MANY, 0, &year_previous_spec),
     FIELD(YearReport, also, NULL, IN_ELEMENT, FIELD_MANY, 0, &year_also_spec),
     FIELD_AS("model", YearReport, models, NULL, IN_ELEMENT, FIELD_MANY, 0, &year_model_spec),
     FIELD_AS("set", YearReport, settings, NULL, IN_ELEMENT, FIELD_MANY, 0, &year_setting_spec),
     FIELD_AS("document", YearReport, documents, NULL, IN_ELEMENT, FIELD_MANY, 0, &year_document_spec));
SPEC(year_spec, Year, "year", "reports of a year",
     FIELD_AS("report", Year, reports, NULL, IN_ELEMENT, FIELD_MANY, 0, &year_report_spec));

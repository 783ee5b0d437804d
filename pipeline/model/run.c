/* A run of a council's period: its rows. */
#include "model/run.h"

static const char *const received_names[] = { "", "final", "draft", "missing", "refused", "not-expected", NULL };
const Terms terms_received = { "state of a return", G_N_ELEMENTS(received_names) - 1, received_names };
static const char *const made_names[] = { "", "report", "report-with-errors", "page", "nothing", NULL };
const Terms terms_made = { "what was made", G_N_ELEMENTS(made_names) - 1, made_names };

SPEC(run_file_spec, RunFile, "file", "file",
     FIELD(RunFile, name, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(RunFile, path, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL));
SPEC(run_message_spec, RunMessage, "message", "message",
     FIELD(RunMessage, text, NULL, IN_CONTENT, FIELD_TEXT, FIELD_REQUIRED, NULL));
SPEC(run_report_spec, RunReport, "report", "report",
     FIELD(RunReport, folder, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(RunReport, title, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD_AS("for", RunReport, whose, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_whose),
     FIELD(RunReport, officer, NULL, IN_ATTRIBUTE, FIELD_CODE, 0, NULL),
     FIELD(RunReport, received, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_received),
     FIELD_AS("no-plan", RunReport, no_plan, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD(RunReport, submitted, NULL, IN_ATTRIBUTE, FIELD_DATE, 0, NULL),
     FIELD_AS("days-late", RunReport, days_late, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD(RunReport, reason, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(RunReport, ask, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(RunReport, made, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_made),
     FIELD(RunReport, fresh, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD(RunReport, errors, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD(RunReport, warnings, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD(RunReport, notes, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD(RunReport, pages, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD_AS("file", RunReport, files, NULL, IN_ELEMENT, FIELD_MANY, 0, &run_file_spec),
     FIELD_AS("team-file", RunReport, team_files, NULL, IN_ELEMENT, FIELD_MANY, 0, &run_file_spec));
SPEC_MADE(run_spec, RunOfPeriod, "run", "run", MADE_LONG,
          FIELD(RunOfPeriod, council, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),
          FIELD(RunOfPeriod, period, NULL, IN_ATTRIBUTE, FIELD_PERIOD, FIELD_REQUIRED, NULL),
          FIELD_AS("year-begins", RunOfPeriod, year_begins, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_month),
          FIELD(RunOfPeriod, date, NULL, IN_ATTRIBUTE, FIELD_DATE, 0, NULL),
          FIELD(RunOfPeriod, due, NULL, IN_ATTRIBUTE, FIELD_DATE, 0, NULL),
          FIELD_AS("cut-short", RunOfPeriod, cut_short, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
          FIELD_AS("role", RunOfPeriod, roles, NULL, IN_ELEMENT, FIELD_MANY, 0, &role_spec),
          FIELD_AS("report", RunOfPeriod, reports, NULL, IN_ELEMENT, FIELD_MANY, 0, &run_report_spec),
          FIELD_AS("message", RunOfPeriod, messages, NULL, IN_ELEMENT, FIELD_MANY, 0, &run_message_spec));

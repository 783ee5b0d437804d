/* The options by which qmr-merge, qmr-check and qmr-ticks name the documents of a run. */
#pragma once
#include "facts/inputs.h"
#include "program/targets.h"

/* Rows of a GOptionEntry table that fill an InputPaths. */
#define INPUT_OPTIONS(paths_)                                                                                          \
  { "framework", 'f', 0, G_OPTION_ARG_FILENAME, &paths_.framework, "The corporate framework", "FILE" },                \
      { "plan", 'p', 0, G_OPTION_ARG_FILENAME, &paths_.plan, "The service's plan", "FILE" },                           \
      { "return",                                                                                                      \
        'r',                                                                                                           \
        0,                                                                                                             \
        G_OPTION_ARG_FILENAME,                                                                                         \
        &paths_.current,                                                                                               \
        "The quarterly return; without it the plan alone is shown",                                                    \
        "FILE" },                                                                                                      \
      { "previous",                                                                                                    \
        0,                                                                                                             \
        0,                                                                                                             \
        G_OPTION_ARG_FILENAME_ARRAY,                                                                                   \
        &paths_.previous,                                                                                              \
        "An earlier return or model of the service, for charts and comparisons; may be repeated",                      \
        "FILE" },                                                                                                      \
      { "also",                                                                                                        \
        0,                                                                                                             \
        0,                                                                                                             \
        G_OPTION_ARG_FILENAME_ARRAY,                                                                                   \
        &paths_.also,                                                                                                  \
        "Another framework, plan, return, model, paper or PDF that must agree with these; may be repeated",                 \
        "FILE" },                                                                                                      \
      { "accept", 0, 0, G_OPTION_ARG_FILENAME, &paths_.accepted, "Findings that were reviewed and accepted", "FILE" }, \
  {                                                                                                                    \
    "period", 0, 0, G_OPTION_ARG_STRING, &paths_.period, "Period of the report, when there is no return", "2009-10-Q4" \
  }

/* What the options lack, or NULL. */
const char *input_options_fault(const InputPaths *paths);
/* All documents are read. */
void input_options_read(const InputPaths *paths, Targets *targets);

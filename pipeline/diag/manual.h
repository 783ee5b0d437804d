/* The manual of rules: what a rule means and what to do. */
#pragma once
#include <glib.h>

/* One rule, or all of them for "all", as text; NULL when there is no such rule. Caller frees. */
char *manual_explain(const char *id);

/* One line a rule: id, severity, title. Caller frees. */
char *manual_list(void);

/* "there is no rule 'V-DAT' (did you mean 'V-DATE'?)"; caller frees. */
char *manual_unknown(const char *id);

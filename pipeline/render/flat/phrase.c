/* The phrases in English; the document's words (another language, a council's own wording) go before them. */
#include "render/flat/phrase.h"
#include <string.h>

/* clang-format off */
static const struct { const char *name, *text; } english[] = {
  { "all-tables", "All tables" },
  { "blanks-above", "A blank value is a gap in the chart; the reason stands beside it." },
  { "chart-data", "Chart data" },
  { "chart-figures", "Figures of the chart: {n}" },
  { "charts", "Charts" },
  { "charts-about", "Charts drawn from the figures on the sheet {n}." },
  { "column-category", "Category" },
  { "column-chart", "Chart" },
  { "column-continued", "{n} (continued)" },
  { "column-file", "File" },
  { "column-group", "Group" },
  { "column-kind", "Type of row" },
  { "column-mark", "Mark" },
  { "column-meaning", "Meaning" },
  { "column-measure", "Measure" },
  { "column-remark", "{n}: remarks" },
  { "column-rows", "Rows" },
  { "column-section", "Section" },
  { "column-series", "Series" },
  { "column-sheet", "Worksheet" },
  { "column-status", "{n}: status" },
  { "column-table", "What it holds" },
  { "column-unit", "Unit" },
  { "column-unit-of", "{n}: unit" },
  { "column-used", "Used in" },
  { "column-value", "Value" },
  { "contents", "Contents" },
  { "cover", "Cover" },
  { "cover-author", "Prepared by: {n}" },
  { "cover-contents", "The sheet {n} lists the tables, with a link to each." },
  { "cover-council", "Council: {n}" },
  { "cover-date", "Date: {n}" },
  { "cover-holds", "This workbook holds the tables of the report, one on each sheet. Number of tables: {n}." },
  { "cover-notes", "The sheet {n} explains the marks, such as [x], and the numbered notes." },
  { "cover-period", "Period: {n}" },
  { "cover-status", "Status: {n}" },
  { "cover-subject", "Subject: {n}" },
  { "flag-calculated", "calculated from the parts of the period" },
  { "flag-around", "about the figure" },
  { "flag-over", "more than the figure" },
  { "flag-under", "less than the figure" },
  { "near-around", "around {n}" },
  { "near-over", "over {n}" },
  { "near-under", "under {n}" },
  { "flag-estimate", "estimated" },
  { "flag-forecast", "forecast" },
  { "flag-in-arrears", "one quarter in arrears" },
  { "flag-provisional", "provisional" },
  { "flag-revised", "revised" },
  { "mark-empty", "nothing recorded" },
  { "marks-above", "Some cells hold marks: {n}" },
  { "negative-above", "Negative figures stand in parentheses." },
  { "no", "No" },
  { "none", "None" },
  { "note", "[note {n}]" },
  { "notes", "Notes" },
  { "notes-about", "Marks and numbered notes, explained" },
  { "notes-above", "Numbered notes are on the sheet {n}." },
  { "one-table", "This worksheet contains one table." },
  { "page-of", "Page {page} of {pages}" },
  { "part-year", "{n} (part of the year)" },
  { "row-line", "Line" },
  { "row-subtotal", "Subtotal" },
  { "row-total", "Total" },
  { "skip", "Skip to the report" },
  { "state-annual", "reported annually" },
  { "state-new-measure", "new measure, no earlier figure" },
  { "state-not-applicable", "not applicable" },
  { "state-not-available", "not yet available" },
  { "state-not-due", "not due in this period" },
  { "state-not-readable", "supplied, but not readable" },
  { "state-not-supplied", "not supplied" },
  { "state-see-comment", "refer to comment" },
  { "state-suppressed", "suppressed to protect confidentiality" },
  { "state-to-be-confirmed", "to be confirmed" },
  { "said-fte", "{n} full-time equivalents" },
  { "said-per-1000", "{n} per 1,000" },
  { "said-per-10000", "{n} per 10,000" },
  { "said-per-100000", "{n} per 100,000" },
  { "symbol-of-all", "{n} (all measures)" },
  { "target", "Target" },
  { "thousands", "£’000" },
  { "minutes-seconds", "minutes and seconds" },
  { "unit-number", "number" },
  { "unit-dollars", "${n}" },
  { "unit-euros", "€{n}" },
  { "unit-million-pounds", "£{n}m" },
  { "unit-days", "{n} days" },
  { "unit-hours", "{n} hours" },
  { "unit-kg", "{n} kg" },
  { "unit-minutes", "{n} minutes" },
  { "unit-not-readable", "{n} (unit not readable)" },
  { "unit-pence", "{n}p" },
  { "unit-percent", "{n}%" },
  { "unit-pounds", "£{n}" },
  { "unit-tonnes", "{n} tonnes" },
  { "unit-weeks", "{n} weeks" },
  { "yes", "Yes" },
};
/* clang-format on */

const char *phrase(const Document *document, const char *name)
{
  const char *own = document_word(document, name);
  if (own != name)
    return own;
  for (gsize i = 0; i < G_N_ELEMENTS(english); i++)
    if (g_str_equal(english[i].name, name))
      return english[i].text;
  return name;
}

char *phrase_with(const Document *document, const char *name, const char *text)
{
  return word_fill(phrase(document, name), (const char *const[]){ "n", NULL }, &text);
}

/* The pattern that says a figure with its unit ("{n} days", "£{n}"), or NULL. */
static const char *unit_pattern(const Document *document, const char *unit)
{
  static const char *const prefixes[] = { "unit-", "said-", NULL };
  if (g_str_equal(unit, "thousand-pounds"))
    return phrase(document, "thousands");
  for (guint i = 0; prefixes[i]; i++) {
    g_autofree char *name = g_strconcat(prefixes[i], unit, NULL);
    const char *pattern = phrase(document, name);
    if (pattern != name)
      return pattern;
  }
  return NULL;
}

char *phrase_unit(const Document *document, int unit)
{
  const char *pattern =
      unit > UNIT_NONE && unit != UNIT_COUNT ? unit_pattern(document, terms_name(&terms_unit, unit)) : NULL;
  if (!pattern)
    return g_strdup(
        phrase(document, unit == UNIT_NONE || unit == UNIT_COUNT ? "unit-number" : terms_name(&terms_unit, unit)));
  GString *words = g_string_new(pattern);
  g_string_replace(words, "{n}", "", 0);
  char *word = g_strstrip(g_string_free(words, FALSE));
  gsize length = strlen(word);
  if (word[0] != '(' || word[length - 1] != ')')
    return word;
  memmove(word, word + 1, length - 2);
  word[length - 2] = '\0';
  return word;
}

const char *phrase_symbol(const Document *document, const char *name)
{
  static const char *const prefixes[] = { "rating-", "travel-", NULL };
  for (guint i = 0; prefixes[i]; i++) {
    g_autofree char *word = g_strconcat(prefixes[i], name, NULL);
    const char *text = phrase(document, word);
    if (text != word)
      return text;
  }
  return phrase(document, name);
}

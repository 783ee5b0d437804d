/* Rules of a return and of a paper. */
#include "model/paper.h"
#include "model/return.h"
#include "validate/check-figures.h"
#include "validate/check-sections.h"
#include "validate/check.h"
#include "validate/fault.h"

/* One entry a milestone, or one a step of it. */
static void check_milestones(const Return *form, DiagList *diags)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < form->milestones->len; i++) {
    const MilestoneProgress *progress = g_ptr_array_index(form->milestones, i);
    if (!progress->milestone || record_is_unread(&progress->record, "step"))
      continue;
    const char *step = progress->step ? progress->step : progress->step_title;
    char *key = g_strdup_printf("%s/%s", progress->milestone, step ? step : "");
    const MilestoneProgress *first = g_hash_table_lookup(seen, key);
    if (!first) {
      g_hash_table_insert(seen, key, (gpointer)progress);
      continue;
    }
    g_free(key);
    fault_at(diags, "R-DUPLICATE", &progress->record, "ref", "ref '%s'%s%s%s is used twice (first on line %u)",
             progress->milestone, progress->step ? " with step '" : "", progress->step ? progress->step : "",
             progress->step ? "'" : "", source_place(first->record.source, first->record.offset).line);
  }
}

/* An entry without a rating says something in words; one that says nothing has lost its symbol. */
static void check_empty(const Record *said, DiagList *diags)
{
  static const char *const words[] = { "rating", "rating-note", "revised", "expected", "commentary", "corrective" };
  bool any = said->unread != 0;
  for (guint i = 0; i < G_N_ELEMENTS(words) && !any; i++) {
    const Field *field = spec_field(said->spec, words[i]);
    any = field && field_is_set(said, field);
  }
  if (!any)
    fault_at(diags, "S-MISSING", said, NULL,
             "rating is missing (attribute 'rating'); an entry without one says something in words (rating-note, "
             "commentary)");
}

static void check_all_empty(const Return *form, DiagList *diags)
{
  const GPtrArray *const lists[] = { form->milestones, form->treatments, form->equality_actions };
  for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
    for (guint k = 0; k < lists[i]->len; k++)
      check_empty(g_ptr_array_index(lists[i], k), diags);
}

/* A symbol is that of the return's period. */
static void check_symbols(const Return *form, const IndicatorProgress *progress, DiagList *diags)
{
  for (guint i = 0; i < progress->values->len; i++) {
    const Reading *value = g_ptr_array_index(progress->values, i);
    bool rated = value->rating && record_offset(&value->record, "rating") != value->record.offset;
    if (rated && period_given(value->period) && !period_equal(value->period, form->period))
      fault_at(diags, "S-FIGURE", &value->record, "rating",
               "has a rating, but is of another period than the return: leave the rating out");
  }
}

static void check_indicator(const IndicatorProgress *progress, DiagList *diags)
{
  check_readings(progress->values, NULL, diags);
  if (progress->projection_method && !progress->projection.given && !record_is_unread(&progress->record, "projection"))
    fault_at(diags, "S-FIGURE", &progress->record, "projection-method",
             "has a way of projecting, '%s', and no projection: the way is shown nowhere", progress->projection_method);
}

void file_check_return(const Record *root, DiagList *diags)
{
  const Return *form = (const Return *)root;
  file_check_section_codes(form->sections, diags);
  check_milestones(form, diags);
  check_all_empty(form, diags);
  for (guint i = 0; i < form->indicators->len; i++) {
    const IndicatorProgress *progress = g_ptr_array_index(form->indicators, i);
    check_indicator(progress, diags);
    check_symbols(form, progress, diags);
  }
}

/* Minutes need neither a reporting officer nor background papers, and what cannot be read may be minutes. */
static bool is_report(const Paper *paper)
{
  return paper->kind != PAPER_MINUTES && !record_is_unread(&paper->record, "kind");
}

/* What background papers there are, the paper says: a list, words in their section, or that there are none. */
static void check_background(const Paper *paper, DiagList *diags)
{
  const Record *root = &paper->record;
  bool said = paper->background->len > 0 || record_is_unread(root, "background") || record_is_unread(root, "section") ||
              record_is_unread(root, "background-papers");
  for (guint i = 0; i < paper->sections->len; i++) {
    const Section *section = g_ptr_array_index(paper->sections, i);
    said |= record_is_unread(&section->record, "ref") ||
            (g_strcmp0(section->ref, "background") == 0 &&
             (!prose_is_empty(section->text) || section->sections->len > 0 || section->record.unread));
  }
  if (paper->background_papers && paper->background->len > 0)
    fault_at(diags, "C-BACKGROUND", root, "background-papers",
             "it says that there are no background papers, and lists %u", paper->background->len);
  else if (is_report(paper) && !said && !paper->background_papers)
    fault_at(
        diags, "C-BACKGROUND", root, NULL,
        "nothing is said about background papers: list them (<background>), or write background-papers=\"none\" where "
        "there are none within the meaning of the Act");
}

/* Only what is exempt has a paragraph. */
static void check_part(const Paper *paper, DiagList *diags)
{
  const Record *record = &paper->record;
  bool named = paper->paragraph || record_is_unread(record, "paragraph");
  if (!named || paper->part == PART_EXEMPT || record_is_unread(record, "part"))
    return;
  fault_at(diags, "S-EXEMPT", record, "paragraph",
           "names a paragraph of Schedule 12A%s%s%s, but %s: write part=\"exempt\", or leave the paragraph out",
           paper->paragraph ? ", '" : "", paper->paragraph ? paper->paragraph : "", paper->paragraph ? "'" : "",
           paper->part == PART_PUBLIC ? "says part=\"public\"" : "does not say part=\"exempt\"");
}

void file_check_paper(const Record *root, DiagList *diags)
{
  const Paper *paper = (const Paper *)root;
  file_check_section_codes(paper->sections, diags);
  check_background(paper, diags);
  check_part(paper, diags);
  if (is_report(paper) && !paper->subject && !record_is_unread(root, "subject"))
    fault_at(diags, "S-MISSING", root, NULL, "subject is missing (attribute 'subject'); only minutes need none");
  if (is_report(paper) && !paper->officer && !record_is_unread(root, "officer"))
    fault_at(diags, "S-MISSING", root, NULL,
             "reporting officer is missing (attribute 'officer'); only minutes have none");
}

/* A paper of a board: its rows. */
#include "model/paper.h"

static const char *const part_names[] = { "", "public", "exempt", NULL };
const Terms terms_part = { "part of the agenda", G_N_ELEMENTS(part_names) - 1, part_names };

static const char *const kind_names[] = { "", "report", "minutes", NULL };
const Terms terms_paper_kind = { "kind of paper", G_N_ELEMENTS(kind_names) - 1, kind_names, NULL };

static const char *const no_papers_names[] = { "", "none", NULL };
static const Terms terms_no_papers = { "statement about background papers", G_N_ELEMENTS(no_papers_names) - 1,
                                       no_papers_names, NULL };

#define TEXT_A(member_, flags_) FIELD(Paper, member_, NULL, IN_ATTRIBUTE, FIELD_TEXT, flags_, NULL)

SPEC(background_paper_spec, BackgroundPaper, "background", "background paper",
     FIELD(BackgroundPaper, document, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(BackgroundPaper, place, "place of inspection", IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(BackgroundPaper, officer, "contact officer", IN_ATTRIBUTE, FIELD_TEXT, 0, NULL));

SPEC(paper_spec, Paper, "paper", "paper",
     FIELD(Paper, ref, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_REQUIRED | FIELD_KEY, NULL),
     FIELD(Paper, kind, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_paper_kind), TEXT_A(council, FIELD_REQUIRED),
     FIELD(Paper, board, "board", IN_ATTRIBUTE, FIELD_TEXT, FIELD_REQUIRED, NULL),
     FIELD(Paper, date, "date of the meeting", IN_ATTRIBUTE, FIELD_DATE, 0, NULL),
     FIELD(Paper, officer, "reporting officer", IN_ATTRIBUTE, FIELD_TEXT, 0, NULL), TEXT_A(portfolio, 0),
     TEXT_A(subject, FIELD_WANTED), TEXT_A(wards, 0), TEXT_A(item, 0),
     FIELD(Paper, part, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_part), TEXT_A(paragraph, 0),
     FIELD(Paper, status, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_status),
     FIELD_AS("background-papers", Paper, background_papers, NULL, IN_ATTRIBUTE, FIELD_TERM, 0, &terms_no_papers),
     FIELD_AS("section", Paper, sections, NULL, IN_ELEMENT, FIELD_MANY, 0, &section_spec),
     FIELD(Paper, background, "background papers", IN_ELEMENT, FIELD_MANY, 0, &background_paper_spec),
     FIELD_AS("annex", Paper, annexes, NULL, IN_ELEMENT, FIELD_MANY, 0, &annex_spec));

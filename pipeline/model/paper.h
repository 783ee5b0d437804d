/* A paper of a board: the cover report of an agenda item, with its numbered sections and list of background papers. */
#pragma once
#include "model/section.h"
#include "vocabulary/vocabulary.h"

typedef enum { PART_NONE, PART_PUBLIC, PART_EXEMPT } PaperPart;
extern const Terms terms_part;
typedef enum { PAPER_NONE, PAPER_REPORT, PAPER_MINUTES } PaperKind;
extern const Terms terms_paper_kind;

/* A background paper (Local Government Act 1972, section 100D): what it is, where it can be seen, whom to ask. */
typedef struct {
  Record record;
  char *document;
  char *place;
  char *officer; /* role title, never a person */
} BackgroundPaper;
extern const Spec background_paper_spec;

typedef struct {
  Record record;
  char *ref;
  int kind; /* PaperKind; none: a report */
  char *council;
  char *board;   /* title of the board it goes to */
  Date date;     /* of the meeting; not given: the paper is undated */
  char *officer; /* title of the reporting officer */
  char *portfolio;
  char *subject;
  char *wards;
  char *item;            /* number on the agenda: "6b" */
  int part;              /* PaperPart: public, or exempt under Schedule 12A */
  char *paragraph;       /* exempt: paragraph of Schedule 12A */
  int status;            /* Status */
  GPtrArray *sections;   /* of Section: numbered; paragraphs are sections inside with a number and no title */
  GPtrArray *annexes;    /* of Section (annex_spec) */
  GPtrArray *background; /* of BackgroundPaper */
  int background_papers; /* 1: none, it is said that there are none within the meaning of the Act; else 0 */
} Paper;
extern const Spec paper_spec; /* root <paper> */

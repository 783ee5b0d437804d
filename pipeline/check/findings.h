/* The list of findings: what the checks found, with severities and limits as the framework sets them. */
#pragma once
#include "facts/speech.h"

typedef struct Findings Findings;

/* Borrows the framework's settings; period: of the report, of which a silence may speak; findings live as long as the
 * arena. */
Findings *findings_new(Arena *arena, const Framework *framework, Period period);

/* False when the framework has switched the check off: then its work need not be done. */
bool findings_wants(const Findings *findings, const char *id);
/* The framework's limit of a check, or the one given. */
Amount findings_limit(const Findings *findings, const char *id, Amount otherwise);

/* Where the fault is, and where the other of two statements stands that contradict each other. */
typedef struct {
  const Record *record;  /* NULL: the run as a whole */
  const char *attribute; /* of the record; NULL: its tag */
  const Record *other;
  const char *other_attribute;
  /* when the fault is in words the place is theirs */
  const Prose *prose;       /* all of them */
  const Sentence *sentence; /* of one sentence: from its token on */
  guint token, last;        /* to another, if that is not before it */
} Spot;

/* Adds a finding; text in an officer's words, lower case, no full stop. An unknown id is a bug: aborts. */
void findings_add(Findings *findings, const char *id, const Spot *spot, const char *format, ...) G_GNUC_PRINTF(4, 5);
/* The same at the place of one record's attribute (NULL: its tag). */
void findings_at(Findings *findings, const char *id, const Record *record, const char *attribute, const char *format,
                 ...) G_GNUC_PRINTF(5, 6);

/* About words from one token to another: "milestone HP1-3, commentary: 'by 31st September' is no date". */
void findings_remark(Findings *findings, const Speech *speech, const char *id, const Sentence *sentence, guint first,
                     guint last, const char *what);

/* So far, in the order in which they were added. */
guint findings_count(const Findings *findings);
Finding *findings_get(const Findings *findings, guint index);

/* Finds the lines, sorts (errors first, then by place), makes equal findings one; the list, of Finding. */
GPtrArray *findings_finish(Findings *findings, Record *parent);
/* Adds the findings that are not accepted to the messages that will be printed. Call after finish. */
void findings_to_diags(const Findings *findings, DiagList *diags);
/* A JSON array, one finding an element. */
void findings_write_json(const FindingList *found, GString *out);

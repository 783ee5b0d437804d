/* Releasing a report: what was proved is put into OUT/public, all of it or nothing. */
#pragma once
#include "release/judge.h"

typedef enum {
  RELEASE_DONE,    /* for the first time */
  RELEASE_AGAIN,   /* in the place of what was released before and is not the same */
  RELEASE_SAME,    /* it is released already, byte for byte */
  RELEASE_REFUSED, /* why is said; what was released before stays */
} ReleaseAnswer;

typedef struct {
  ReleaseAnswer answer;
  char *refused;   /* why, in words */
  guint n;         /* files of the report; of RELEASE_AGAIN: that differ or are new, none where only their list does */
  bool stands;     /* refused: an earlier one stays */
  GPtrArray *gone; /* of char *, owned: RELEASE_AGAIN: files that the report does not have any more, and that go */
} Release;

/* out: folder of all outputs; name: the report below it, "2009-10-Q4/housing"; it goes to public/ below out, under the
 * same name. Bytes are those of the proof, not of files that somebody may change meanwhile. False: a wrong world. Clear
 * *ret in any case. */
bool release_report(const char *out, const char *name, const Law *law, Release *ret, DiagList *diags, GError **error);
void release_clear(Release *release);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Release, release_clear)

/* The folder that everybody may see; caller frees. */
char *release_folder(const char *out);
/* Takes away what a killed release left of a report, unless another one is at work. */
void release_tidy(const char *out, const char *name);

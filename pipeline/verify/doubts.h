/* Doubts: what differs here from where a report was made, and what may have come out otherwise for that. */
#pragma once
#include "manifest/manifest.h"

typedef struct Doubts Doubts;
Doubts *doubts_new(const Manifest *manifest); /* borrows it; there are none */
void doubts_free(Doubts *doubts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Doubts, doubts_free)

/* A source that is gone or has changed, or a program or library that is another one here. */
void doubts_add(Doubts *doubts, const ManifestFile *cause);
/* Whether all that a run makes is in doubt. */
bool doubts_of_all(const Doubts *doubts);

/* Whether they may be why an entry is not the same... */
bool doubts_explain(const Doubts *doubts, const ManifestFile *file);
/* ...why other documents, or others of their files, were made; why there are more errors, or fewer. */
bool doubts_explain_documents(const Doubts *doubts);
bool doubts_explain_errors(const Doubts *doubts);

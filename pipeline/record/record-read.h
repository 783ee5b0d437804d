/* Reading records from XML: bytes, hardened parse, binding by Spec; all faults of a file at once. */
#pragma once
#include "diag/diag.h"
#include "record/record.h"

extern const Rule rules_intake[]; /* F X S V and R-DUPLICATE */

#define QMR_NAMESPACE "urn:qmr:1"
#define QMR_FORMAT "1.0" /* required attribute format of every root element */

/* Reads a file whose root is described by spec. Faults go to diags (F, X, S, V and R-DUPLICATE); what could be read is
 * returned all the same, NULL only when nothing could be. An unreadable or missing file is a GError. */
void *record_read_file(Arena *arena, const char *path, const Spec *spec, DiagList *diags, GError **error);

/* Reads whichever of the NULL-terminated specs the root element names. */
void *record_read_any(Arena *arena, const char *path, const Spec *const *specs, DiagList *diags, GError **error);

/* The same for what an earlier stage wrote (a report model, a document): 32 MB and 2,000,000 elements and attributes
 * instead of 16 MB and 500,000. */
void *record_read_own(Arena *arena, const char *path, const Spec *const *specs, DiagList *diags, GError **error);

/* Reads bytes already in memory; path is for messages. */
void *record_read_memory(Arena *arena, const char *path, const char *bytes, gsize length_bytes,
                         const Spec *const *specs, DiagList *diags);

/* A folder that is being proved, and the questions asked of it one after the other. */
#pragma once
#include "verify/doubts.h"
#include "verify/verify.h"

typedef struct {
  Arena *arena;
  char *folder;        /* absolute */
  char *manifest_path; /* as the folder was named */
  char *shown;         /* the folder as it was named */
  const Manifest *manifest;
  DiagList *diags;
} Proof;

static inline const ManifestFile *file_at(const Manifest *manifest, guint index)
{
  return g_ptr_array_index(manifest->files, index);
}

static inline bool stands_in_folder(int role)
{
  return role == ROLE_OUTPUT || role == ROLE_TEAM || role == ROLE_WITHDRAWN;
}

static inline bool is_origin(int role)
{
  return role == ROLE_PROGRAM || role == ROLE_LIBRARY;
}

/* What stands where a run makes a file of the folder, when it is none, or behind a link; NULL: a file, or nothing. */
const char *proof_instead_of_file(const char *folder, const char *path);

/* Whether the manifest is one that a run writes, and the folder holds its files, as they were, and no others; what is
 * not so is said as an error. False: something is there and cannot be read. */
bool proof_check_files(const Proof *proof, GError **error);
void proof_check_entries(const Proof *proof);

/* Whether the manifest is written letter by letter as a run of this program writes it; else it is said as an error. */
bool proof_check_writing(const Proof *proof);

/* Adds to broken (a set of ManifestFile) the inputs, layouts, styles, files of words and fonts that are not what they
 * were, and says so. */
void proof_check_sources(const Proof *proof, GHashTable *broken);

/* Makes the run of a manifest again, in memory. False: there is no such run: *ret_fault says why (caller frees), or a
 * wrong world. */
bool proof_repeat(const Proof *proof, const Manifest *manifest, Verified *ret, char **ret_fault, GError **error);

/* Whether the program and its libraries are those of the run; what differs is said, and in doubt. */
typedef enum { ORIGIN_SAME, ORIGIN_LIBRARIES, ORIGIN_PROGRAM } Origin; /* the most that differs */
Origin proof_check_origin(const Proof *proof, const Manifest *again, Doubts *doubts);

/* Holds the manifest against the run again, but for what is broken (a set of ManifestFile). What is not the same is
 * said; the worst of it: it may be for what is in doubt, or nothing explains it. Adds how many files are the same. */
typedef enum { CLAIMS_SAME, CLAIMS_DOUBTED, CLAIMS_REFUTED } Claims;
Claims proof_compare(const Proof *proof, const Manifest *again, GHashTable *broken, const Doubts *doubts, guint *ret_n);

/* Whether the folder's name is one for the run; else it is said. */
bool proof_check_occasion(const Proof *proof, const Verified *repeated);

/* When sources are broken: whether it can be told all the same that no run made these files, by a run without what is
 * broken. */
bool proof_is_refuted(const Proof *proof, GHashTable *broken, Verified *ret);

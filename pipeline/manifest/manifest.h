/* The manifest of a run: what went in, which programs ran how, what came out, each with its SHA-256. No clock, no
 * machine. */
#pragma once
#include "diag/diag.h"
#include "record/record.h"

extern const Rule rules_manifest[]; /* O */

typedef enum { ROLE_NONE, ROLE_INPUT, ROLE_PROGRAM, ROLE_OUTPUT } ManifestRole;

typedef struct {
  Record record;
  int role;     /* ManifestRole */
  char *path;   /* as used by the run: relative to its working directory */
  int kib;      /* size, rounded up to 1,024 bytes */
  char *sha256; /* hexadecimal */
} ManifestFile;

/* A program as it was run. Arguments that begin with the manifest's out folder move with it when the run is repeated.
 */
typedef struct {
  Record record;
  char *program;        /* path of the executable */
  GPtrArray *arguments; /* of Argument */
} ManifestStep;

typedef struct {
  Record record;
  char *text;
} Argument;

typedef struct {
  Record record;
  char *version; /* of the pipeline */
  char *out;     /* folder of the outputs */
  GPtrArray *steps;
  GPtrArray *files; /* sorted by role and path */
} Manifest;
extern const Spec manifest_spec; /* root <manifest> */

/* Adds a file with its size and hash; a missing or unreadable file is a GError. */
bool manifest_add(Arena *arena, Manifest *manifest, int role, const char *path, GError **error);
/* Adds a step from a command line, split as a shell would. */
bool manifest_add_step(Arena *arena, Manifest *manifest, const char *command, GError **error);
void manifest_sort(Manifest *manifest);

/* SHA-256 of a file in hexadecimal, and its size; caller frees. NULL and a GError when it cannot be read. */
char *manifest_hash(const char *path, gsize *ret_length_bytes, GError **error);

/* The manifest of a folder of outputs: what went in, how it was asked for, what it was made with, what came out, each
 * with its SHA-256. No clock, no machine, no user. It stands in team/ of the folder. */
#pragma once
#include "diag/diag.h"
#include "folder/reported.h"
#include "record/record.h"

extern const Rule rules_manifest[]; /* O */

/* input: a document of the run. layout, style, words: how it is shown. font, program, library: what drew it. output:
 * may be published. team: beside it, for the team. withdrawn: of an earlier run, and no longer true. */
typedef enum {
  ROLE_NONE,
  ROLE_INPUT,
  ROLE_LAYOUT,
  ROLE_STYLE,
  ROLE_WORDS,
  ROLE_FONT,
  ROLE_PROGRAM,
  ROLE_LIBRARY,
  ROLE_OUTPUT,
  ROLE_TEAM,
  ROLE_WITHDRAWN
} ManifestRole;

/* What an input was to the run, in the order of a command line. */
typedef enum {
  AS_NONE,
  AS_FRAMEWORK,
  AS_PLAN,
  AS_RETURN,
  AS_PREVIOUS,
  AS_ALSO,
  AS_ACCEPTED,
  AS_MODEL,
  AS_FINDINGS,
  AS_PAPER,
  AS_PICTURE /* named by one of the others */
} InputAs;

typedef struct {
  Record record;
  int role;   /* ManifestRole */
  int as;     /* InputAs, of inputs */
  char *path; /* text_escape'd. output, team, withdrawn: below the folder. input, layout, style, words: as the run was
                 given it, from its working directory. font: where it stands. program, library: its name */
  char *document; /* output, team: name of the document that it belongs to; NULL: to all of the folder */
  char *sha256;   /* hexadecimal; NULL for libraries */
  char *build;    /* library: its build id */
} ManifestFile;

/* A parameter of a layout: NAME=VALUE. */
typedef struct {
  Record record;
  char *text;
} Setting;

/* A document of the folder and how it was asked for. */
typedef struct {
  Record record;
  char *name;          /* of its files: "report" */
  char *layout;        /* text_escape'd path */
  char *words;         /* another language's words, text_escape'd path; or NULL */
  char *shelf;         /* text_escape'd folder of the style and words that did not stand beside the layout; or NULL */
  GPtrArray *formats;  /* "pdf", "xlsx" ... */
  GPtrArray *settings; /* of Setting */
  GPtrArray *ticked;   /* of Setting: names of the documents whose ticks it tells */
} ManifestDocument;

typedef struct {
  Record record;
  char *version;        /* of the pipeline */
  char *folder;         /* text_escape'd name below OUT: "2009-10-Q4/housing" */
  char *base;           /* text_escape'd: the run's working directory, seen from the folder, or absolute */
  Period period;        /* asked for, when there was no return */
  char *absent;         /* the service for whose report the folder stands in; NULL: it is a report */
  bool no_plan;         /* of one that stands in: no plan of the service was in force */
  int status;           /* Status: draft when any of the plan, returns, models and papers is not final */
  int errors;           /* in the inputs and among the findings, without those accepted */
  GPtrArray *documents; /* of ManifestDocument */
  GPtrArray *files;     /* of ManifestFile: inputs in the order they are read in, then by role and path */
} Manifest;
extern const Spec manifest_spec; /* root <manifest> */

Manifest *manifest_new(Arena *arena);
/* The manifest of a folder; NULL without one that can be trusted to name its files. */
const Manifest *manifest_read(Arena *arena, const char *folder);
/* Adds a file; path is escaped, sha256 copied. */
ManifestFile *manifest_add(Arena *arena, Manifest *manifest, int role, const char *path, const char *sha256);
/* Adds a document; formats and settings are NULL-terminated lists, or NULL. */
ManifestDocument *manifest_add_document(Arena *arena, Manifest *manifest, const char *name, const char *layout,
                                        char *const *formats, char *const *settings);
/* Says that it tells the ticks of the document of that name. */
void manifest_add_ticked(Arena *arena, ManifestDocument *document, const char *name);
/* Says where its words and style were taken from, if not from beside the layout; paths, or NULL. */
void manifest_set_words(Arena *arena, ManifestDocument *document, const char *words, const char *shelf);
/* Says where the folder is: its name below that of all outputs, and the working directory seen from it. */
void manifest_set_places(Arena *arena, Manifest *manifest, const char *folder, const char *base);
/* Inputs keep their order, the rest is sorted by role, path and document; what stands twice becomes one. */
void manifest_sort(Manifest *manifest);
/* Whether both were made from the same bytes, as the same. */
bool manifest_same_inputs(const Manifest *a, const Manifest *b);

/* The path of a file as it was given; caller frees. */
char *manifest_path(const ManifestFile *file);
/* SHA-256 of a file in hexadecimal; caller frees. NULL and a GError when it cannot be read. */
char *manifest_hash(const char *path, GError **error);

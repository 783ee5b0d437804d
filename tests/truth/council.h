/* Councils: the documents of a base, in a folder of the test's own, and all that the gates and checks say of them. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct {
  char *rule, *text;
  char *file; /* below the folder of the base; NULL: none */
  guint line;
  char *other_file;
  guint other_line;
} Hit;

typedef struct Council Council;

/* Copies the documents that the list of runs names, seen from the folder base, to the folder copy. runs: its year.xml,
 * or another. */
Council *council_new(const char *base, const char *runs, const char *copy);
void council_free(Council *council);

/* The text of a document of the copy, or NULL; caller frees. */
char *council_read(const Council *council, const char *file);
/* Writes it; text NULL: takes it away. */
void council_write(const Council *council, const char *file, const char *text);

/* What is said by the runs in which one of the files stands (NULL: by all), each thing once: of Hit. */
GPtrArray *council_run(const Council *council, GPtrArray *files);

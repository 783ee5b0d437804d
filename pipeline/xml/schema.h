/* XML Schemas: the published contract, as a second net behind the binder. */
#pragma once
#include "diag/diag.h"
#include <stdbool.h>

/* A schema file in memory; its name is what xs:include calls it. */
typedef struct {
  const char *name; /* "plan.xsd" */
  const char *text; /* terminated by a NUL */
} SchemaFile;

typedef struct Schema Schema;

/* Compiles the file called main_name; what it includes is taken from files, never from elsewhere. NULL: not a schema.
 */
Schema *schema_new(const SchemaFile *files, guint n_files, const char *main_name, GError **error);
void schema_free(Schema *schema); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Schema, schema_free)

/* Holds well-formed source against the schema. Faults go to diags (X-SCHEMA), but only about elements of which, and of
 * whose parent and children, diags does not speak yet. An error of the check itself is a GError. */
bool schema_check(const Schema *schema, const Source *source, DiagList *diags, GError **error);

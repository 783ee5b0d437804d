/* The published schemas, built into the program; each compiled once, when first needed. */
#pragma once
#include "xml/schema.h"

typedef struct Schemas Schemas;

/* directory: holds files that stand in for built-in ones of the same name, such as stricter ones; or NULL. */
Schemas *schemas_new(const char *directory);
void schemas_free(Schemas *schemas); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Schemas, schemas_free)

/* The compiled schema of that name, owned by schemas, or NULL. */
const Schema *schemas_get(Schemas *schemas, const char *name, GError **error);

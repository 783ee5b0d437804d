/* The published schemas: built into the program, or read from a directory; each compiled once, when first needed. */
#pragma once
#include "base/schema.h"

typedef struct Schemas Schemas;

/* directory NULL: the ones built in. */
Schemas *schemas_new(const char *directory);
void schemas_free(Schemas *schemas); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Schemas, schemas_free)

/* The compiled schema of that name, owned by schemas, or NULL. */
const Schema *schemas_get(Schemas *schemas, const char *name, GError **error);

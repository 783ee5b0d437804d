/* Joining the files of a schema: included ones are put in place of their xs:include or xs:redefine. */
#pragma once
#include "xml/schema.h"
#include <libxml/tree.h>

/* The file called main_name with all that it includes, from files; caller frees. NULL: one is missing or no XML. Of
 * what xs:redefine can do, groups of attributes are given more. */
xmlDoc *schema_join(const SchemaFile *files, guint n_files, const char *main_name, GError **error);

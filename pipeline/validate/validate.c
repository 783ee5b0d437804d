/* All gates for one file that has been read. */
#include "validate/validate.h"

bool validate_record(const Record *root, Schemas *schemas, DiagList *diags, GError **error)
{
  const FileKind *kind = kind_find(root->spec);
  if (kind->check)
    kind->check(root, diags);
  const Schema *schema = schemas_get(schemas, kind->schema, error);
  return schema && schema_check(schema, root->source, diags, error);
}

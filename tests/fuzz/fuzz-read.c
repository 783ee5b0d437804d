/* Any bytes as a file: all gates, the rules of its kind, the schema; and what was read without error can be written and
 * read again as the same. */
#include "record/record-read.h"
#include "record/record-write.h"
#include "validate/kind.h"
#include "validate/schemas.h"
#include <string.h>

int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length_bytes);

static const Record *read_bytes(Arena *arena, const char *bytes, gsize length_bytes, DiagList *diags)
{
  return record_read_memory(arena, "fuzz.xml", bytes, length_bytes, kind_specs(), diags);
}

static char *write_record(const Record *root)
{
  GString *out = g_string_new(NULL);
  record_write(root, out);
  return g_string_free(out, FALSE);
}

/* Writing and reading again changes nothing. */
static void check_again(const Record *root)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autofree char *first = write_record(root);
  const Record *again = read_bytes(arena, first, strlen(first), diags);
  g_autoptr(GString) said = g_string_new(NULL);
  diag_print_text(diags, said);
  if (!again || diag_count(diags, LEVEL_ERROR) > 0)
    g_error("what was written cannot be read:\n%s\n%s", first, said->str);
  g_autofree char *second = write_record(again);
  if (strcmp(first, second) != 0)
    g_error("written twice, differently:\n%s\n%s", first, second);
}

/* What the binder accepts the schema accepts, but for codes and links, which have rules of their own. */
static void check_schema(const FileKind *kind, const Record *root, DiagList *diags)
{
  static Schemas *schemas; /* kept for all runs: compiling is the costly part */
  if (!schemas)
    schemas = schemas_new(NULL);
  g_autoptr(GError) error = NULL;
  const Schema *schema = schemas_get(schemas, kind->schema, &error);
  if (!schema || !schema_check(schema, root->source, diags, &error))
    g_error("%s", error->message);
}

int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length_bytes)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  const Record *root = read_bytes(arena, (const char *)bytes, length_bytes, diags);
  if (root) {
    const FileKind *kind = kind_find(root->spec);
    if (diag_count(diags, LEVEL_ERROR) == 0)
      check_again(root);
    if (kind->check)
      kind->check(root, diags);
    check_schema(kind, root, diags);
  }
  diag_sort(diags);
  g_autoptr(GString) out = g_string_new(NULL);
  diag_print_text(diags, out);
  diag_print_json(diags, out);
  if (!g_utf8_validate(out->str, (gssize)out->len, NULL))
    g_error("a message is not UTF-8");
  return 0;
}

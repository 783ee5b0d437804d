/* Schemas compiled from memory, and the faults they find that nobody has told yet. */
#include "xml/schema.h"
#include "diag/diag-list.h"
#include "xml/schema-join.h"
#include "xml/schema-words.h"
#include "xml/tag.h"
#include "xml/xml-parse.h"
#include <gio/gio.h>
#include <libxml/xmlschemas.h>
#include <string.h>

enum { FAULTS_KEPT = 200 };

G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlSchemaParserCtxt, xmlSchemaFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlSchemaValidCtxt, xmlSchemaFreeValidCtxt)

struct Schema {
  xmlDoc *doc; /* main file with the included ones in it */
  xmlSchema *compiled;
};

void schema_free(Schema *schema)
{
  if (!schema)
    return;
  xmlSchemaFree(schema->compiled);
  xmlFreeDoc(schema->doc);
  g_free(schema);
}

/* ---- compiling --------------------------------------------------------------------------------------------------- */

static void on_compile_error(void *data, XmlErrorArg error)
{
  char **message = data;
  if (!*message && error->level >= XML_ERR_ERROR)
    *message = g_strchomp(g_strdup(error->message));
}

static bool compile(Schema *schema, const char *main_name, GError **error)
{
  g_autoptr(xmlSchemaParserCtxt) context = xmlSchemaNewDocParserCtxt(schema->doc);
  g_autofree char *message = NULL;
  xmlSchemaSetParserStructuredErrors(context, on_compile_error, &message);
  schema->compiled = xmlSchemaParse(context);
  if (!schema->compiled)
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "schema %s: %s", main_name,
                message ? message : "is not a schema");
  return schema->compiled != NULL;
}

Schema *schema_new(const SchemaFile *files, guint n_files, const char *main_name, GError **error)
{
  g_autoptr(Schema) schema = g_new0(Schema, 1);
  schema->doc = schema_join(files, n_files, main_name, error);
  if (!schema->doc || !compile(schema, main_name, error))
    return NULL;
  return g_steal_pointer(&schema);
}

/* ---- checking ---------------------------------------------------------------------------------------------------- */

typedef struct {
  const xmlNode *element; /* NULL: unknown */
  char *attribute;        /* or NULL */
  char *words;
  bool content; /* about what stands in the parent: its siblings matter, too */
  bool identity;
} Fault;

static void fault_free(gpointer data)
{
  Fault *fault = data;
  g_free(fault->attribute);
  g_free(fault->words);
  g_free(fault);
}

static void on_fault(void *data, XmlErrorArg error)
{
  GPtrArray *faults = data;
  if (error->level < XML_ERR_ERROR || faults->len >= FAULTS_KEPT)
    return;
  if (error->message && strstr(error->message, "No precomputed value")) /* the echo of a value told already */
    return;
  const xmlNode *node = error->node;
  Fault *fault = g_new0(Fault, 1);
  fault->element = node && node->type == XML_ATTRIBUTE_NODE ? node->parent : node;
  fault->attribute = schema_words_attribute(error);
  fault->words = schema_words(error);
  fault->content = error->code == XML_SCHEMAV_ELEMENT_CONTENT;
  fault->identity = error->code == XML_SCHEMAV_CVC_IDC;
  g_ptr_array_add(faults, fault);
}

/* ---- what has been told already -------------------------------------------------------------------------------- */

/* Elements in document order, which is the order of their offsets. */
static void list_elements(const xmlNode *element, GPtrArray *elements)
{
  g_ptr_array_add(elements, (gpointer)element);
  for (const xmlNode *child = element->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      list_elements(child, elements);
}

/* The last element that begins at or before offset. */
static const xmlNode *last_begun(const GPtrArray *elements, gsize offset)
{
  guint low = 0, high = elements->len;
  while (high - low > 1) {
    guint middle = low + (high - low) / 2;
    if (xml_offset(g_ptr_array_index(elements, middle)) <= offset)
      low = middle;
    else
      high = middle;
  }
  return g_ptr_array_index(elements, low);
}

/* The element that offset stands in: from the last one begun, up one for each end before offset. */
static const xmlNode *element_at(const GPtrArray *elements, const Source *source, gsize offset)
{
  const xmlNode *element = last_begun(elements, offset), *root = g_ptr_array_index(elements, 0);
  const char *end = source->text + offset;
  for (const char *at = source->text + xml_offset(element); at < end && element != root; at++)
    if ((at[0] == '<' && at[1] == '/') || (at[0] == '/' && at[1] == '>'))
      element = element->parent;
  return element;
}

/* What diags speaks of. */
typedef struct {
  GHashTable *elements; /* set */
  GHashTable *parents;  /* set: of those elements */
} Told;

static void tell_elements(const DiagList *diags, const Source *source, const xmlDoc *doc, Told *told)
{
  g_autoptr(GPtrArray) elements = g_ptr_array_new();
  list_elements(xmlDocGetRootElement((xmlDoc *)doc), elements);
  const Diag *diag;
  for (guint i = 0; (diag = diag_get(diags, i)); i++) {
    if (diag->line == 0 || g_strcmp0(diag->file, source->path) != 0)
      continue;
    const xmlNode *element = element_at(elements, source, MIN(diag->offset, source->length_bytes));
    g_hash_table_add(told->elements, (gpointer)element);
    g_hash_table_add(told->parents, element->parent);
  }
}

/* Codes used twice and references to nothing are the model rules' business: the schema's word counts only when nothing
 * else is wrong, for every other fault may be the cause. */
static bool speaks_of(const DiagList *diags, const Source *source)
{
  const DiagTally *tally = diag_tally(diags, source->path);
  return tally && tally->kept[LEVEL_ERROR] > 0;
}

static bool is_told(const Told *told, const Fault *fault, bool faulty)
{
  if (fault->identity && faulty)
    return true;
  const xmlNode *element = fault->element;
  return element &&
         (g_hash_table_contains(told->elements, element) || g_hash_table_contains(told->elements, element->parent) ||
          g_hash_table_contains(told->parents, element) ||
          (fault->content && g_hash_table_contains(told->parents, element->parent)));
}

static void tell(const Source *source, const Fault *fault, DiagList *diags)
{
  if (!fault->element) {
    diag_file(diags, "X-SCHEMA", source->path, "%s", fault->words);
    return;
  }
  gsize tag = xml_offset(fault->element), offset = tag;
  if (fault->attribute)
    tag_attribute(source, tag, fault->attribute, &offset);
  diag_at(diags, "X-SCHEMA", source, offset, "%s", fault->words);
}

static void tell_new(const Source *source, const xmlDoc *doc, const GPtrArray *faults, DiagList *diags)
{
  g_autoptr(GHashTable) elements = g_hash_table_new(NULL, NULL), parents = g_hash_table_new(NULL, NULL);
  Told told = { elements, parents };
  tell_elements(diags, source, doc, &told);
  bool faulty = speaks_of(diags, source);
  for (guint i = 0; i < faults->len; i++) {
    const Fault *fault = g_ptr_array_index(faults, i);
    if (!is_told(&told, fault, faulty))
      tell(source, fault, diags);
  }
}

/* So many messages that not all were kept: nobody could say which of the schema's are new. */
static bool is_full(const DiagList *diags, const Source *source)
{
  const DiagTally *tally = diag_tally(diags, source->path);
  return tally && tally->dropped[LEVEL_ERROR] > 0;
}

bool schema_check(const Schema *schema, const Source *source, DiagList *diags, GError **error)
{
  g_autoptr(DiagList) parse_diags = diag_list_new();
  g_autoptr(xmlDoc) doc = is_full(diags, source) ? NULL : xml_parse(source, XML_MAX_NODES_OWN, parse_diags);
  if (!doc)
    return true;
  g_autoptr(xmlSchemaValidCtxt) context = xmlSchemaNewValidCtxt(schema->compiled);
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(fault_free);
  xmlSchemaSetValidStructuredErrors(context, on_fault, faults);
  int result = xmlSchemaValidateDoc(context, doc);
  if (result < 0) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: cannot be checked against the schema", source->path);
    return false;
  }
  if (faults->len > 0)
    tell_new(source, doc, faults, diags);
  return true;
}

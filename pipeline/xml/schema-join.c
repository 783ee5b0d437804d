/* Joining the files of a schema. */
#include "xml/schema-join.h"
#include "diag/diag-list.h"
#include "xml/xml-parse.h"
#include <gio/gio.h>
#include <string.h>

typedef struct {
  const SchemaFile *files;
  guint n_files;
  GHashTable *done; /* names put in already */
} Sources;

static xmlDoc *parse_file(const Sources *sources, const char *name, GError **error)
{
  for (guint i = 0; i < sources->n_files; i++) {
    const SchemaFile *file = &sources->files[i];
    if (strcmp(file->name, name) != 0)
      continue;
    g_autoptr(DiagList) diags = diag_list_new();
    const Source source = { (char *)file->name, (char *)file->text, strlen(file->text) };
    xmlDoc *doc = xml_parse(&source, XML_MAX_NODES, diags);
    const Diag *diag = diag_get(diags, 0);
    if (!doc)
      g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", name, diag ? diag->text : "cannot be read");
    return doc;
  }
  g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "schema %s is missing", name);
  return NULL;
}

static void drop(xmlNode *node)
{
  if (!node)
    return;
  xmlUnlinkNode(node);
  xmlFreeNode(node);
}

/* "" when there is none; caller frees. */
static char *attribute_of(const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp((xmlNode *)node, (const xmlChar *)name);
  char *copy = g_strdup(value ? (const char *)value : "");
  xmlFree(value);
  return copy;
}

static bool include_all(Sources *sources, xmlDoc *doc, GError **error);

/* Puts the top of the included file before the include, which goes. */
static bool include_one(Sources *sources, xmlNode *include, GError **error)
{
  g_autofree char *name = attribute_of(include, "schemaLocation");
  if (g_hash_table_add(sources->done, g_strdup(name))) {
    g_autoptr(xmlDoc) doc = parse_file(sources, name, error);
    if (!doc || !include_all(sources, doc, error))
      return false;
    for (const xmlNode *child = xmlDocGetRootElement(doc)->children; child; child = child->next)
      if (child->type == XML_ELEMENT_NODE)
        xmlAddPrevSibling(include, xmlDocCopyNode((xmlNode *)child, include->doc, 1));
  }
  drop(include);
  return true;
}

static bool is_named(const xmlNode *node, const char *element, const char *attribute, const char *value)
{
  if (node->type != XML_ELEMENT_NODE || strcmp((const char *)node->name, element) != 0)
    return false;
  g_autofree char *has = attribute_of(node, attribute);
  const char *local = strchr(has, ':');
  return strcmp(local ? local + 1 : has, value) == 0;
}

static xmlNode *find_named(xmlNode *among, const char *attribute, const char *value)
{
  while (among && !is_named(among, "attributeGroup", attribute, value))
    among = among->next;
  return among;
}

/* The group takes the place of the one of its name among before, whose attributes it gets where it refers to it. */
static void redefine_group(xmlNode *group, xmlNode *before)
{
  g_autofree char *name = attribute_of(group, "name");
  xmlNode *old = find_named(before, "name", name), *self = find_named(group->children, "ref", name);
  for (xmlNode *child = old && self ? old->children : NULL; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp((const char *)child->name, "annotation") != 0)
      xmlAddPrevSibling(self, xmlDocCopyNode(child, group->doc, 1));
  drop(self);
  drop(old);
}

/* Of what xs:redefine can do, groups of attributes: they move out of it, and include_one does the rest. */
static bool redefine_one(Sources *sources, xmlNode *redefine, GError **error)
{
  xmlNode *marker = xmlNewDocNode(redefine->doc, redefine->ns, (const xmlChar *)"include", NULL);
  g_autofree char *location = attribute_of(redefine, "schemaLocation");
  xmlSetProp(marker, (const xmlChar *)"schemaLocation", (const xmlChar *)location);
  xmlAddPrevSibling(redefine, marker);
  if (!include_one(sources, marker, error))
    return false;
  for (xmlNode *child = redefine->children, *next; child; child = next) {
    next = child->next;
    if (child->type != XML_ELEMENT_NODE)
      continue;
    redefine_group(child, redefine->parent->children);
    xmlUnlinkNode(child);
    xmlAddPrevSibling(redefine, child);
  }
  drop(redefine);
  return true;
}

static bool include_all(Sources *sources, xmlDoc *doc, GError **error)
{
  for (xmlNode *child = xmlDocGetRootElement(doc)->children, *next; child; child = next) {
    next = child->next;
    const char *name = child->type == XML_ELEMENT_NODE ? (const char *)child->name : "";
    if (strcmp(name, "include") == 0 && !include_one(sources, child, error))
      return false;
    if (strcmp(name, "redefine") == 0 && !redefine_one(sources, child, error))
      return false;
  }
  return true;
}

xmlDoc *schema_join(const SchemaFile *files, guint n_files, const char *main_name, GError **error)
{
  g_autoptr(GHashTable) done = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Sources sources = { files, n_files, done };
  g_autoptr(xmlDoc) doc = parse_file(&sources, main_name, error);
  return doc && include_all(&sources, doc, error) ? g_steal_pointer(&doc) : NULL;
}

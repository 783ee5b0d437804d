/* Reading SVG: nothing is handed on that was not read here, and nothing that points out of the file. */
#include "picture/svg-check.h"
#include "picture/picture.h"
#include "xml/bytes.h"
#include "xml/escape.h"
#include "xml/xml-parse.h"
#include <string.h>

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"
#define XLINK_NAMESPACE "http://www.w3.org/1999/xlink"
#define XINCLUDE_NAMESPACE "http://www.w3.org/2001/XInclude"

typedef struct {
  GString *out, *words;
  gsize dots;   /* of the pictures in it */
  char **fault; /* *fault: the first */
} Check;

/* What is drawn. Another element of SVG would be left out without a word. */
static const char *const drawn[] = {
  "a",
  "circle",
  "clipPath",
  "defs",
  "ellipse",
  "feBlend",
  "feColorMatrix",
  "feComposite",
  "feComponentTransfer",
  "feConvolveMatrix",
  "feDiffuseLighting",
  "feDisplacementMap",
  "feDistantLight",
  "feDropShadow",
  "feFlood",
  "feFuncA",
  "feFuncB",
  "feFuncG",
  "feFuncR",
  "feGaussianBlur",
  "feImage",
  "feMerge",
  "feMergeNode",
  "feMorphology",
  "feOffset",
  "fePointLight",
  "feSpecularLighting",
  "feSpotLight",
  "feTile",
  "feTurbulence",
  "filter",
  "g",
  "image",
  "line",
  "linearGradient",
  "marker",
  "mask",
  "path",
  "pattern",
  "polygon",
  "polyline",
  "radialGradient",
  "rect",
  "stop",
  "style",
  "svg",
  "switch",
  "symbol",
  "text",
  "tspan",
  "use",
  "view",
  NULL,
};
/* What is about the drawing, not in it. */
static const char *const told[] = { "title", "desc", "metadata", NULL };

static void G_GNUC_PRINTF(3, 4) fail(Check *check, const xmlNode *at, const char *format, ...)
{
  if (*check->fault)
    return;
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  *check->fault = g_strdup_printf("%s, in line %ld; " SVG_REMEDY, text, xmlGetLineNo(at));
}

static bool is_of(const xmlNs *ns, const char *uri)
{
  return ns && ns->href && strcmp((const char *)ns->href, uri) == 0;
}

/* ---- what points elsewhere --------------------------------------------------------------------------------------- */

/* The first "url(" that is not followed by #; NULL: there is none. */
static const char *find_outside(const char *style)
{
  for (const char *at = style; *at; at++) {
    if (g_ascii_strncasecmp(at, "url(", 4) != 0)
      continue;
    const char *target = at + 4 + strspn(at + 4, " \t\r\n'\"");
    if (*target != '#')
      return at;
  }
  return NULL;
}

/* Whatever is read as style may name nothing outside; signs written as numbers could hide that. */
static void check_style(Check *check, const xmlNode *at, const char *style)
{
  const char *outside = find_outside(style);
  if (outside)
    fail(check, at, "takes something from elsewhere: %.40s", outside);
  if (strchr(style, '\\'))
    fail(check, at, "has the sign \\ in its style, which is not read");
  for (const char *rule = strchr(style, '@'); rule && !*check->fault; rule = strchr(rule + 1, '@'))
    if (g_ascii_strncasecmp(rule, "@import", 7) == 0)
      fail(check, at, "takes its style from elsewhere (@import)");
}

/* A picture inside, made anew; NULL: not a PNG within the limits. */
static char *picture_inside(Check *check, const xmlNode *at, const char *base64)
{
  gsize n = 0;
  g_autofree char *why = NULL;
  g_autofree guint8 *bytes = g_base64_decode(base64, &n);
  g_autoptr(Picture) picture = picture_read(bytes, n, &why);
  g_autoptr(GBytes) png = picture ? picture_write(picture) : NULL;
  check->dots += picture ? (gsize)picture->width * picture->height : 0;
  if (!png)
    fail(check, at, "holds a picture that is no PNG within the limits");
  else if (check->dots > PICTURE_MAX_DOTS)
    fail(check, at, "holds pictures of more than 8 million dots");
  if (*check->fault)
    return NULL;
  g_autofree char *text = g_base64_encode(g_bytes_get_data(png, NULL), g_bytes_get_size(png));
  return g_strconcat("data:image/png;base64,", text, NULL);
}

/* Where an element points to: inside, or to a picture that it holds; caller frees. */
static char *link_of(Check *check, const xmlNode *at, const char *value)
{
  static const char png[] = "data:image/png;base64,", data[] = "data:";
  const char *start = value + strspn(value, " \t\r\n");
  const char *name = (const char *)at->name;
  if (*start == '#')
    return g_strdup(start);
  bool holds = strcmp(name, "image") == 0 || strcmp(name, "feImage") == 0;
  if (holds && g_ascii_strncasecmp(start, png, strlen(png)) == 0)
    return picture_inside(check, at, start + strlen(png));
  if (holds && g_ascii_strncasecmp(start, data, strlen(data)) == 0)
    fail(check, at, "holds a picture of another kind than PNG (%.24s)", start);
  else
    fail(check, at, "points elsewhere: <%.40s> to '%.60s'", name, start);
  return NULL;
}

/* ---- writing anew ------------------------------------------------------------------------------------------------ */

static void put_attribute(Check *check, const char *name, const char *value)
{
  g_string_append_printf(check->out, " %s=\"", name);
  escape_attribute(check->out, value);
  g_string_append_c(check->out, '"');
}

static void put_link(Check *check, const xmlNode *element, const char *value)
{
  g_autofree char *link = link_of(check, element, value);
  if (link)
    put_attribute(check, "xlink:href", link);
}

/* One of another namespace says nothing to who draws. */
static void write_attribute(Check *check, const xmlNode *element, const xmlAttr *attribute)
{
  const char *name = (const char *)attribute->name;
  xmlChar *raw = xmlNodeListGetString(element->doc, attribute->children, 1);
  const char *value = raw ? (const char *)raw : "";
  if (strcmp(name, "href") == 0 && (!attribute->ns || is_of(attribute->ns, XLINK_NAMESPACE))) {
    put_link(check, element, value);
  } else if (is_of(attribute->ns, (const char *)XML_XML_NAMESPACE) && strcmp(name, "space") == 0) {
    put_attribute(check, "xml:space", value);
  } else if (!attribute->ns && g_ascii_strncasecmp(name, "on", 2) == 0) {
    fail(check, element, "holds a program (%.40s=)", name);
  } else if (!attribute->ns) {
    check_style(check, element, value);
    put_attribute(check, name, value);
  }
  xmlFree(raw);
}

static void write_words(Check *check, const xmlNode *element, const xmlNode *words)
{
  const char *text = words->content ? (const char *)words->content : "";
  if (strcmp((const char *)element->name, "style") == 0)
    check_style(check, element, text);
  else
    g_string_append(check->words, text);
  escape_content(check->out, text);
}

/* Whether it is drawn; what may not be is a fault. */
static bool is_drawn(Check *check, const xmlNode *element)
{
  const char *name = (const char *)element->name;
  if (is_of(element->ns, XINCLUDE_NAMESPACE))
    fail(check, element, "takes something from elsewhere (<%.40s>)", name);
  if ((element->ns && !is_of(element->ns, SVG_NAMESPACE)) || g_strv_contains(told, name))
    return false;
  if (strcmp(name, "script") == 0)
    fail(check, element, "holds a program (<script>)");
  else if (!g_strv_contains(drawn, name))
    fail(check, element, "holds <%.40s>, which is not drawn here", name);
  return !*check->fault;
}

static void write_element(Check *check, const xmlNode *element, guint depth)
{
  if (*check->fault || !is_drawn(check, element))
    return;
  if (depth > SVG_MAX_DEPTH)
    fail(check, element, "has more than %d elements one in the other", SVG_MAX_DEPTH);
  g_string_append_printf(check->out, "<%s", (const char *)element->name);
  if (depth == 1)
    g_string_append(check->out, " xmlns=\"" SVG_NAMESPACE "\" xmlns:xlink=\"" XLINK_NAMESPACE "\"");
  for (const xmlAttr *attribute = element->properties; attribute && !*check->fault; attribute = attribute->next)
    write_attribute(check, element, attribute);
  g_string_append_c(check->out, '>');
  for (const xmlNode *child = element->children; child && !*check->fault; child = child->next) {
    if (child->type == XML_ELEMENT_NODE)
      write_element(check, child, depth + 1);
    else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      write_words(check, element, child);
  }
  g_string_append_printf(check->out, "</%s>", (const char *)element->name);
}

static void write_drawing(Check *check, xmlDoc *doc)
{
  const xmlNode *root = xmlDocGetRootElement(doc);
  for (const xmlNode *node = doc->children; node; node = node->next)
    if (node->type == XML_PI_NODE && strcmp((const char *)node->name, "xml-stylesheet") == 0)
      fail(check, node, "takes its style from elsewhere (<?xml-stylesheet?>)");
  if (strcmp((const char *)root->name, "svg") != 0 || (root->ns && !is_of(root->ns, SVG_NAMESPACE)))
    fail(check, root, "is no picture: its first element is <%.40s>", (const char *)root->name);
  write_element(check, root, 1);
}

/* ---- reading ----------------------------------------------------------------------------------------------------- */

/* Why it could not be read, in the words for files. */
static char *unreadable(const DiagList *diags)
{
  const Diag *diag = diag_get(diags, 0);
  if (!diag)
    return g_strdup("cannot be read as SVG; " SVG_REMEDY);
  if (strcmp(diag->rule->id, "F-COUNT") == 0)
    return g_strdup_printf("holds %s; " SVG_REMEDY, diag->text);
  if (diag->line == 0)
    return g_strdup_printf("cannot be read as SVG: %s; or " SVG_REMEDY, diag->text);
  return g_strdup_printf("cannot be read as SVG: line %u: %s; or " SVG_REMEDY, diag->line, diag->text);
}

/* What stands before the first element, but for a DOCTYPE: spaces, comments, <?...?>. NULL: it has no end. */
static char *skip_prolog(char *at)
{
  for (;;) {
    at += strspn(at, " \t\r\n");
    const char *end = g_str_has_prefix(at, "<?") ? "?>" : g_str_has_prefix(at, "<!--") ? "-->" : NULL;
    if (!end)
      return at;
    at = strstr(at, end);
    if (!at)
      return NULL;
    at += strlen(end);
  }
}

/* The DOCTYPE that many programs write only names the language: without definitions of its own it is blanked out, and
 * nothing of it is read. One with definitions stays, and is refused. */
static void blank_doctype(char *text)
{
  char *start = skip_prolog(g_str_has_prefix(text, "\xEF\xBB\xBF") ? text + 3 : text), *end = start;
  if (!start || !g_str_has_prefix(start, "<!DOCTYPE"))
    return;
  for (char quote = 0; *end && (quote || *end != '>'); end++) {
    if (!quote && (*end == '[' || *end == '<') && end > start)
      return;
    if (*end == '"' || *end == '\'')
      quote = !quote ? *end : quote == *end ? 0 : quote;
  }
  for (; *end && start <= end; start++)
    if (*start != '\n')
      *start = ' ';
}

GString *svg_check(const guint8 *bytes, gsize n_bytes, GString *words, char **ret_fault)
{
  Source source;
  g_autoptr(DiagList) diags = diag_list_new();
  g_autofree char *text = g_strndup("", n_bytes); /* as long, and one zero byte more */
  memcpy(text, bytes, n_bytes);
  blank_doctype(text);
  g_autoptr(xmlDoc) doc =
      bytes_check("svg", text, n_bytes, &source, diags) ? xml_parse(&source, SVG_MAX_NODES, diags) : NULL;
  if (!doc) {
    *ret_fault = unreadable(diags);
    return NULL;
  }
  Check check = { .out = g_string_new(NULL), .words = words, .fault = ret_fault };
  write_drawing(&check, doc);
  if (*ret_fault) {
    g_string_free(check.out, TRUE);
    return NULL;
  }
  return check.out;
}

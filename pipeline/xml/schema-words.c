/* Rewording of libxml2's schema faults, by their code. The message and its parts follow fixed patterns. */
#include "xml/schema-words.h"
#include <stdbool.h>
#include <string.h>

static const char *part(const char *text)
{
  return text ? text : "";
}

/* Between `before` and `after` in the message, or NULL; caller frees. */
static char *between(const char *message, const char *before, const char *after)
{
  const char *start = strstr(message, before);
  if (!start)
    return NULL;
  start += strlen(before);
  const char *end = strstr(start, after);
  return end ? g_strndup(start, (gsize)(end - start)) : NULL;
}

/* Names without their namespace: "{urn:qmr:1}due" becomes "due"; caller frees. */
static char *plain_names(const char *text)
{
  GString *plain = g_string_new(NULL);
  for (const char *at = text; *at; at++) {
    const char *close = *at == '{' ? strchr(at, '}') : NULL;
    if (close)
      at = close;
    else
      g_string_append_c(plain, *at);
  }
  return g_string_free(plain, FALSE);
}

/* " (expected: <a> or <b>)" from "Expected is one of ( {ns}a, {ns}b )", or ""; caller frees. */
static char *expected_names(const char *message)
{
  g_autofree char *list = between(message, "Expected is", ")");
  const char *open = list ? strchr(list, '(') : NULL;
  if (!open)
    return g_strdup("");
  g_autofree char *plain = plain_names(open + 1);
  g_auto(GStrv) names = g_strsplit(plain, ",", -1);
  GString *text = g_string_new(NULL);
  for (guint i = 0; names[i]; i++)
    g_string_append_printf(text, "%s<%s>",
                           i == 0         ? " (expected: "
                           : names[i + 1] ? ", "
                                          : " or ",
                           g_strstrip(names[i]));
  g_string_append_c(text, ')');
  return g_string_free(text, FALSE);
}

char *schema_words_attribute(const xmlError *error)
{
  switch (error->code) {
  case XML_SCHEMAV_CVC_COMPLEX_TYPE_4: /* missing: there is no such place */
    return NULL;
  case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    return g_strdup(error->str1);
  default:
    return between(part(error->message), "', attribute '", "'");
  }
}

static char *content_words(const char *message)
{
  g_autofree char *expected = expected_names(message);
  bool missing = strstr(message, "Missing child element") != NULL;
  g_autofree char *element = between(message, "Element '", "'");
  g_autofree char *name = plain_names(part(element));
  return missing ? g_strdup_printf("<%s> is not complete%s", name, expected)
                 : g_strdup_printf("<%s> is not expected here%s", name, expected);
}

/* A duplicate or a reference to nothing. */
static char *identity_words(const xmlError *error)
{
  g_autofree char *key = between(part(error->message), "key-sequence [", "]");
  if (strstr(part(error->message), "No match found"))
    return g_strdup_printf("%s names nothing in this file", part(key));
  return g_strdup_printf("%s is used twice", part(key));
}

/* "due '2010-13'": the attribute or element and its value; caller frees. */
static char *subject(const xmlError *error, const char *value)
{
  g_autofree char *attribute = schema_words_attribute(error);
  g_autofree char *element = between(part(error->message), "Element '", "'");
  g_autofree char *name = plain_names(attribute ? attribute : part(element));
  return g_strdup_printf("%s '%s'", name, part(value));
}

static char *set_words(const xmlError *error)
{
  g_autofree char *what = subject(error, error->str1);
  g_autofree char *list = between(part(error->message), "of the set {", "}");
  g_auto(GStrv) words = g_strsplit(part(list), "'", -1);
  g_autofree char *plain = g_strjoinv("", words);
  return g_strdup_printf("%s is not one of: %s", what, plain);
}

/* A limit of length, range or digits: "text 'List of contents' has a length of '16'; this exceeds ...". */
static char *limit_words(const xmlError *error)
{
  const char *message = part(error->message), *start = strstr(message, "The value '");
  const char *rest = start ? strstr(start + strlen("The value '") + strlen(part(error->str1)), "' ") : NULL;
  g_autofree char *what = subject(error, error->str1);
  g_autofree char *text = g_strchomp(g_strdup(rest ? rest + strlen("' ") : "is outside its limits"));
  if (g_str_has_suffix(text, "."))
    text[strlen(text) - 1] = '\0';
  return g_strdup_printf("%s %s", what, text);
}

/* The message itself, without "Element 'x': " and the full stop. */
static char *other_words(const char *message)
{
  g_autofree char *plain = plain_names(message);
  const char *start = strstr(plain, "': ");
  g_autofree char *text = g_strdup(start ? start + strlen("': ") : plain);
  g_strchomp(text);
  if (g_str_has_suffix(text, "."))
    text[strlen(text) - 1] = '\0';
  return g_strdup_printf("does not follow the schema: %s", text);
}

char *schema_words(const xmlError *error)
{
  const char *message = part(error->message);
  switch (error->code) {
  case XML_SCHEMAV_ELEMENT_CONTENT:
    return content_words(message);
  case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    return g_strdup_printf("attribute '%s' is not allowed here", part(error->str1));
  case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
    return g_strdup_printf("attribute '%s' is missing", part(error->str1));
  case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
  case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
    return g_strdup("text may not stand here, only elements");
  case XML_SCHEMAV_CVC_ELT_1:
    return g_strdup("this element is not known to the schema");
  case XML_SCHEMAV_CVC_IDC:
    return identity_words(error);
  case XML_SCHEMAV_CVC_ENUMERATION_VALID:
    return set_words(error);
  case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1:
  case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2:
  case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3:
  case XML_SCHEMAV_CVC_PATTERN_VALID: {
    g_autofree char *what = subject(error, error->str1);
    return g_strdup_printf("%s is not written in the form that is asked for", what);
  }
  case XML_SCHEMAV_CVC_LENGTH_VALID:
  case XML_SCHEMAV_CVC_MINLENGTH_VALID:
  case XML_SCHEMAV_CVC_MAXLENGTH_VALID:
  case XML_SCHEMAV_CVC_MININCLUSIVE_VALID:
  case XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID:
  case XML_SCHEMAV_CVC_TOTALDIGITS_VALID:
  case XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID:
    return limit_words(error);
  default:
    return other_words(message);
  }
}

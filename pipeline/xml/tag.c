/* Scanning one start tag again, to point at an attribute. */
#include "xml/tag.h"
#include <string.h>

static const char *skip_space(const char *at)
{
  return at + strspn(at, " \t\r\n");
}

/* One step over `name = "value"`; false at the tag's end. The text ends in NUL, at which every span stops. */
static bool next_attribute(const char **at, const char **ret_name, gsize *ret_length, const char **ret_value)
{
  const char *name = skip_space(*at);
  gsize length = strcspn(name, " \t\r\n=/>");
  const char *equals = skip_space(name + length);
  if (length == 0 || *equals != '=')
    return false;
  const char *quote = skip_space(equals + 1);
  if (*quote != '"' && *quote != '\'')
    return false;
  const char *end = strchr(quote + 1, *quote);
  if (!end)
    return false;
  *at = end + 1;
  *ret_name = name;
  *ret_length = length;
  *ret_value = quote + 1;
  return true;
}

static const char *after_name(const Source *source, gsize tag_offset)
{
  const char *at = source->text + MIN(tag_offset, source->length_bytes);
  return at + strcspn(at, " \t\r\n/>");
}

static bool find(const Source *source, gsize tag_offset, const char *name, const char **ret_name,
                 const char **ret_value)
{
  const char *at = after_name(source, tag_offset);
  gsize length;
  while (next_attribute(&at, ret_name, &length, ret_value))
    if (strlen(name) == length && strncmp(*ret_name, name, length) == 0)
      return true;
  return false;
}

bool tag_attribute_name(const Source *source, gsize tag_offset, const char *name, gsize *ret_offset)
{
  const char *start, *value;
  if (!find(source, tag_offset, name, &start, &value))
    return false;
  *ret_offset = (gsize)(start - source->text);
  return true;
}

bool tag_attribute(const Source *source, gsize tag_offset, const char *name, gsize *ret_offset)
{
  const char *start, *value;
  if (!find(source, tag_offset, name, &start, &value))
    return false;
  *ret_offset = (gsize)(value - source->text);
  return true;
}

gsize tag_content(const Source *source, gsize tag_offset)
{
  const char *at = after_name(source, tag_offset), *name, *value;
  gsize length;
  while (next_attribute(&at, &name, &length, &value))
    continue;
  at = skip_space(at);
  if (*at == '/')
    return tag_offset;
  if (*at == '>')
    at = skip_space(at + 1);
  return (gsize)(at - source->text);
}

/* Mutants of text without comments, sections or '>' in values: tags are found by their signs. */
#include "mutate.h"
#include <stdbool.h>
#include <string.h>

typedef struct {
  const char *start, *end;  /* of the start tag, with < and > */
  const char *close, *last; /* of the end tag; the same as start and end when the element is empty */
  char *name;
  guint parent; /* index; the root is its own */
} Tag;

typedef struct {
  const char *start, *name_end; /* the space before it; end of its name */
  const char *value, *end;      /* first character of the value; after the closing quote */
} Attribute;

typedef struct {
  const char *text;
  GArray *tags; /* of Tag */
  guint stride, count;
  MutateVisit visit;
  void *data;
} Mutation;

static const char *const values[] = {
  "",
  " ",
  "x",
  "X y",
  "Yes",
  "yes",
  "green",
  "7",
  "007",
  "+7",
  "-7",
  "1000000",
  "1000001",
  "1.5",
  "1.",
  ".5",
  "1e5",
  "999999999999999",
  "1000000000000000",
  "0.123456789",
  "0.1234567890",
  "1234567890.123456",
  "31/02/2010",
  "2010-02-29",
  "2012-02-29",
  "2010-04-31",
  "2010-13",
  "2010-12",
  "1999-12-31",
  "2099-12-31",
  "2100-01-01",
  "2010-3-1",
  "2009-10",
  "2009-11",
  "2099-00",
  "2098-99",
  "1999-00",
  "2009-10-Q4",
  "2009-10-Q5",
  "2009-10-Q0",
  "2009-10-M12",
  "2009-10-M01",
  "2009-10-M13",
  "a,b",
  "a , b",
  "a,",
  ",a",
  "a,,b",
  "-a",
  "a;b",
  "estimate",
  "estimate estimate",
  "estimate  revised",
  " 2010-03-31 ",
  "  spaced   out  ",
  "&#163;5",
  "&#xE9;",
  "1234567890123456789012345678901234567890",
  "12345678901234567890123456789012345678901",
  "1.0",
  "1.1",
  "urn:qmr:1",
  "http://x",
  "cy",
  "en-GB",
  "a-b-c",
  "toolong",
};

/* A mutant: before, then middle, then after. */
static void offer(Mutation *mutation, const char *before_end, const char *middle, const char *after, const char *verb,
                  const char *name)
{
  if (mutation->count++ % mutation->stride != 0)
    return;
  g_autofree char *mutant =
      g_strdup_printf("%.*s%s%s", (int)(before_end - mutation->text), mutation->text, middle, after);
  g_autofree char *what = g_strdup_printf("%s %s", verb, name);
  mutation->visit(mutant, what, mutation->data);
}

static void find_tags(Mutation *mutation)
{
  guint depth = 0, open[300];
  for (const char *at = mutation->text; (at = strchr(at, '<')); at++) {
    const char *end = strchr(at, '>') + 1;
    if (at[1] == '/') {
      Tag *tag = &g_array_index(mutation->tags, Tag, open[--depth]);
      tag->close = at;
      tag->last = end;
      continue;
    }
    Tag tag = { .start = at, .end = end, .close = at, .last = end };
    tag.name = g_strndup(at + 1, strcspn(at + 1, " />"));
    tag.parent = depth > 0 ? open[depth - 1] : 0;
    if (end[-2] != '/')
      open[depth++] = mutation->tags->len;
    g_array_append_val(mutation->tags, tag);
  }
}

static bool next_attribute(const char *from, const Tag *tag, Attribute *ret_attribute)
{
  const char *equals = memchr(from, '=', (gsize)(tag->end - from));
  if (!equals)
    return false;
  ret_attribute->start = from;
  ret_attribute->name_end = equals;
  ret_attribute->value = equals + 2;
  ret_attribute->end = strchr(equals + 2, '"') + 1;
  return true;
}

static void mutate_attribute(Mutation *mutation, const Attribute *attribute)
{
  g_autofree char *name = g_strndup(attribute->start + 1, (gsize)(attribute->name_end - attribute->start - 1));
  offer(mutation, attribute->start, "", attribute->end, "drop attribute", name);
  offer(mutation, attribute->name_end, "x", attribute->name_end, "rename attribute", name);
  for (guint i = 0; i < G_N_ELEMENTS(values); i++) {
    g_autofree char *verb = g_strdup_printf("give '%s' to", values[i]);
    offer(mutation, attribute->value, values[i], attribute->end - 1, verb, name);
  }
}

static bool has_attribute(const Tag *tag, const char *name)
{
  g_autofree char *mark = g_strdup_printf(" %s=", name);
  return g_strstr_len(tag->start, tag->end - tag->start, mark) != NULL;
}

static void mutate_attributes(Mutation *mutation, const Tag *tag, const char *const *names)
{
  Attribute attribute;
  for (const char *at = tag->start + 1 + strlen(tag->name); next_attribute(at, tag, &attribute); at = attribute.end)
    mutate_attribute(mutation, &attribute);
  const char *place = tag->start + 1 + strlen(tag->name);
  for (; *names; names++) {
    if (has_attribute(tag, *names))
      continue;
    g_autofree char *extra = g_strdup_printf(" %s=\"%s\"", *names, mutation->count % 2 ? "1" : "yes");
    offer(mutation, place, extra, place, extra, tag->name);
  }
}

/* The element that follows within the same parent, or NULL. */
static const Tag *next_sibling(const Mutation *mutation, guint index)
{
  const Tag *tag = &g_array_index(mutation->tags, Tag, index);
  for (guint i = index + 1; i < mutation->tags->len; i++) {
    const Tag *other = &g_array_index(mutation->tags, Tag, i);
    if (other->start >= tag->last)
      return other->parent == tag->parent && i > 0 ? other : NULL;
  }
  return NULL;
}

static void mutate_element(Mutation *mutation, guint index)
{
  const Tag *tag = &g_array_index(mutation->tags, Tag, index), *next = next_sibling(mutation, index);
  const Tag *parent = &g_array_index(mutation->tags, Tag, tag->parent);
  g_autofree char *self = g_strndup(tag->start, (gsize)(tag->last - tag->start));
  offer(mutation, tag->start, "", tag->last, "drop element", tag->name);
  offer(mutation, tag->start, self, tag->start, "double element", tag->name);
  offer(mutation, tag->start, "<unknown/>", tag->start, "put <unknown/> before", tag->name);
  offer(mutation, tag->start, "<b>bold</b>", tag->start, "put <b> before", tag->name);
  offer(mutation, tag->start, "<p>paragraph</p>", tag->start, "put <p> before", tag->name);
  offer(mutation, tag->start, "stray", tag->start, "put words before", tag->name);
  offer(mutation, tag->start, "<!-- note -->", tag->start, "put a comment before", tag->name);
  g_autofree char *moved = g_strdup_printf("%.*s%s", (int)(parent->close - tag->last), tag->last, self);
  offer(mutation, tag->start, moved, parent->close, "move to the end", tag->name);
  if (next) {
    g_autofree char *swapped = g_strdup_printf("%.*s%s", (int)(next->last - next->start), next->start, self);
    offer(mutation, tag->start, swapped, next->last, "swap with its neighbour", tag->name);
  }
  if (tag->close > tag->start) {
    offer(mutation, tag->end, "", tag->close, "empty", tag->name);
    offer(mutation, tag->end, "words only", tag->close, "fill with words", tag->name);
  } else {
    g_autofree char *filled = g_strdup_printf(">words only</%s>", tag->name);
    offer(mutation, tag->end - strlen("/>"), filled, tag->end, "fill with words", tag->name);
  }
}

guint mutate(const char *text, const char *const *attributes, guint stride, MutateVisit visit, void *data)
{
  g_autoptr(GArray) tags = g_array_new(FALSE, FALSE, sizeof(Tag));
  Mutation mutation = { text, tags, stride, 0, visit, data };
  find_tags(&mutation);
  for (guint i = 0; i < tags->len; i++)
    mutate_attributes(&mutation, &g_array_index(tags, Tag, i), attributes);
  for (guint i = 1; i < tags->len; i++)
    mutate_element(&mutation, i);
  for (guint i = 0; i < tags->len; i++)
    g_free(g_array_index(tags, Tag, i).name);
  return mutation.count;
}

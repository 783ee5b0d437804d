/* Reading mixed content: words with bold, italic, links, languages and line breaks, white space folded over all of it.
 */
#include "base/text.h"
#include "record/prose-link.h"
#include "record/prose-parts.h"
#include "record/value.h"
#include "xml/tag.h"
#include "xml/xml-parse.h"
#include <string.h>

/* How words look: bold and italic, link, language. */
typedef struct {
  guint style;
  const char *href, *lang;
} Look;

typedef struct {
  const Bind *bind;
  Record *owner;
  GPtrArray *runs;
  GString *text;     /* of the run being gathered */
  Look text_look;    /* the look of text */
  Look look;         /* the look where the reader stands */
  bool break_before; /* a line break comes before text */
  bool after_space;  /* nothing, a space or a break was before: further spaces vanish */
  bool in_note;      /* the words are those of a footnote */
  bool at_joint;     /* an element that is not known begins or ends here: its words are words of their own */
  bool in_unknown;   /* it stands around: what it holds was not meant to stand here either, and is told with it */
} Reader;

static const char *const inline_names[] = { "a", "b", "br", "footnote", "i", "span", "sub", "sup", NULL };

/* Ends the run: an empty one only stays when it stands for a line break. */
static void flush(Reader *reader)
{
  if (reader->text->len > 0 || reader->break_before) {
    const Look look = reader->text->len > 0 ? reader->text_look : (Look){ 0 };
    Run *run = run_new(reader->bind->arena, reader->text->str, look.style | (reader->break_before ? RUN_BREAK : 0));
    run->href = (char *)look.href;
    run->lang = (char *)look.lang;
    g_ptr_array_add(reader->runs, run);
  }
  g_string_truncate(reader->text, 0);
  reader->break_before = false;
}

static bool same_look(const Look *a, const Look *b)
{
  return a->style == b->style && g_strcmp0(a->href, b->href) == 0 && g_strcmp0(a->lang, b->lang) == 0;
}

/* Words of the same look join the run being gathered, however they were marked up. */
static void begin_words(Reader *reader)
{
  if (reader->text->len > 0 && !same_look(&reader->text_look, &reader->look))
    flush(reader);
  reader->text_look = reader->look;
}

static void add_words(Reader *reader, const char *words)
{
  bool begun = false;
  if (reader->at_joint && !reader->after_space && g_unichar_isalnum(g_utf8_get_char(words)))
    g_string_append_c(reader->text, ' ');
  reader->at_joint &= words[0] == '\0';
  for (const char *at = words; *at; at++) {
    bool space = strchr(" \t\r\n", *at) != NULL;
    if (space && reader->after_space)
      continue;
    if (!begun)
      begin_words(reader);
    begun = true;
    g_string_append_c(reader->text, space ? ' ' : *at);
    reader->after_space = space;
  }
}

/* Removes spaces at the end of a line; runs that consisted of nothing else go. */
static void trim_end(Reader *reader)
{
  flush(reader);
  while (reader->runs->len > 0) {
    Run *run = g_ptr_array_index(reader->runs, reader->runs->len - 1);
    gsize length = strlen(run->text);
    if (length > 0 && run->text[length - 1] == ' ')
      run->text[--length] = '\0';
    if (length > 0 || (run->style & (RUN_BREAK | RUN_NOTE)))
      return;
    g_ptr_array_set_size(reader->runs, (gint)reader->runs->len - 1);
  }
}

static void add_break(Reader *reader)
{
  trim_end(reader);
  reader->break_before = true;
  reader->after_space = true;
}

static void read_nodes(Reader *reader, const xmlNode *first, const xmlNode *end);
static GPtrArray *read_words(const Bind *bind, const xmlNode *element, const xmlNode *first, const xmlNode *end,
                             Record *owner, bool in_note);

static void read_inside(Reader *reader, const xmlNode *element)
{
  read_nodes(reader, element->children, NULL);
}

/* The words of an element in another look. */
static void read_styled(Reader *reader, const xmlNode *element, Look look)
{
  const Look outer = reader->look;
  reader->look = look;
  read_inside(reader, element);
  reader->look = outer;
}

/* The value of the one attribute an element must have, checked; NULL (and a fault) when there is none. */
static const char *attribute(Reader *reader, const xmlNode *element, const char *name, bool (*check)(const char *),
                             const char *rule, const char *wanted)
{
  const Bind *bind = reader->bind;
  const char *found = NULL;
  gsize offset = xml_offset(element);
  for (const xmlAttr *at = element->properties; at; at = at->next) {
    g_autofree char *raw = bind_attribute_text(at);
    g_autofree char *value = text_fold(raw);
    gsize place = offset;
    tag_attribute(bind->source, offset, (const char *)at->name, &place);
    if (at->ns || strcmp((const char *)at->name, name) != 0)
      bind_fault(bind, "S-ATTR", place, reader->owner, "<%s> has no attribute '%s', only '%s'", element->name, at->name,
                 name);
    else if (!check(value))
      bind_fault(bind, rule, place, reader->owner, "%s '%.60s' %s", name, value, wanted);
    else
      found = arena_strdup(bind->arena, value);
  }
  if (!xmlHasProp((xmlNode *)element, (const xmlChar *)name))
    bind_fault(bind, "S-MISSING", offset, reader->owner, "<%s> lacks the attribute '%s'", element->name, name);
  return found;
}

static bool is_note_number(const char *number)
{
  gsize length = strspn(number, "0123456789");
  return length > 0 && length <= 6 && number[length] == '\0' && number[0] != '0';
}

static void read_link(Reader *reader, const xmlNode *element)
{
  if (reader->look.href)
    bind_fault(reader->bind, "S-ELEMENT", xml_offset(element), reader->owner, "<a> may not stand inside <a>");
  const char *href = attribute(reader, element, "href", prose_link_is_good, "V-LINK",
                               "is not a link (use https://..., http://..., mailto:... or #name)");
  Look look = reader->look;
  look.href = href ? href : look.href;
  read_styled(reader, element, look);
}

static void read_language(Reader *reader, const xmlNode *element)
{
  const char *lang = attribute(reader, element, "lang", prose_lang_is_good, "V-LANG",
                               "is not a language (use a code such as cy, fr or en-GB)");
  Look look = reader->look;
  look.lang = lang ? lang : look.lang;
  read_styled(reader, element, look);
}

/* What web pages and word processors call it. */
static const char *web_name(const char *name)
{
  static const char *const names[][2] = {
    { "strong", "b" }, { "em", "i" }, { "note", "footnote" }, { "fn", "footnote" }, { "endnote", "footnote" }
  };
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    if (strcmp(names[i][0], name) == 0)
      return names[i][1];
  return NULL;
}

/* What changes the look of letters there, and does not part words. */
static bool is_look(const char *name)
{
  static const char *const names[] = { "abbr", "big", "cite", "code",  "del",    "em", "font", "ins",
                                       "mark", "q",   "s",    "small", "strong", "tt", "u",    NULL };
  return g_strv_contains(names, name);
}

bool prose_knows_inline(const char *element)
{
  return g_strv_contains(inline_names, element) || is_look(element);
}

/* An attribute of the record, written as an element among its words: it is none of them. */
static bool is_lost_attribute(Reader *reader, const xmlNode *element)
{
  const Field *field = reader->owner ? spec_field(reader->owner->spec, (const char *)element->name) : NULL;
  if (!field || field->place != IN_ATTRIBUTE || field_is_set(reader->owner, field))
    return false;
  record_mark_unread(reader->owner, field);
  return true;
}

/* closest: what was perhaps meant, or NULL. held: what would be lost with it. */
static void tell_unknown(const Reader *reader, const xmlNode *element, const char *closest, const char *held)
{
  const char *name = (const char *)element->name;
  const Record *home = closest ? NULL : bind_home(reader->owner, name);
  if (home)
    bind_fault(reader->bind, "S-ELEMENT", xml_offset(element), reader->owner,
               "<%s> may not stand among words; end them before it: it belongs directly into <%s>%s", name,
               home->spec->element, held);
  else if (closest)
    bind_fault(reader->bind, "S-ELEMENT", xml_offset(element), reader->owner,
               "<%s> is not known inside text (did you mean <%s>?)%s", name, closest, held);
  else
    bind_fault(reader->bind, "S-ELEMENT", xml_offset(element), reader->owner,
               "<%s> is not known inside text (known: b, i, sup, sub, a, span, br, footnote)%s", name, held);
}

static void unknown_element(Reader *reader, const xmlNode *element)
{
  const char *name = (const char *)element->name, *web = web_name(name);
  const char *closest = web ? web : text_closest(name, inline_names);
  bool lost = is_lost_attribute(reader, element);
  g_autofree char *held = web || is_look(name) ? g_strdup("") : bind_held(element, lost);
  bool parts = !closest && !is_look(name), around = reader->in_unknown;
  if (!parts || !around || *held)
    tell_unknown(reader, element, closest, held);
  if (lost)
    return;
  bind_misplaced_behind(reader->owner, name); /* it belongs beside the words */
  reader->at_joint |= parts;
  reader->in_unknown |= parts;
  read_inside(reader, element);
  reader->in_unknown = around;
  reader->at_joint |= parts;
}

/* A break holds nothing: words in it are read as if they came after it; what nobody knows is told there. */
static void read_break(Reader *reader, const xmlNode *element)
{
  bind_no_attributes(reader->bind, element, reader->owner);
  for (const xmlNode *child = element->children; child; child = child->next)
    if (child->type != XML_ELEMENT_NODE && !bind_is_blank(child))
      bind_fault(reader->bind, "S-TEXT", xml_offset(element), reader->owner,
                 "<br/> may hold no text; put it after <br/>");
    else if (child->type == XML_ELEMENT_NODE && g_strv_contains(inline_names, (const char *)child->name))
      bind_fault(reader->bind, "S-ELEMENT", xml_offset(child), reader->owner, "<%s> may not stand inside <br/>",
                 child->name);
  add_break(reader);
  read_inside(reader, element);
}

/* ---- footnotes --------------------------------------------------------------------------------------------------- */

/* The place stands right after the words, whatever space was typed between them. */
static void add_place(Reader *reader, Run *place)
{
  bool behind_break = reader->break_before, spaced = reader->after_space && !behind_break;
  if (behind_break)
    place->style |= RUN_BREAK;
  reader->break_before = false;
  trim_end(reader);
  reader->at_joint |= spaced && reader->runs->len > 0;
  reader->after_space = false;
  place->lang = (char *)reader->look.lang;
  g_ptr_array_add(reader->runs, place);
}

/* As documents have it: its words stand elsewhere. */
static void read_place(Reader *reader, const xmlNode *element)
{
  const char *number = attribute(reader, element, "number", is_note_number, "V-INT", "is not the number of a note");
  if (number)
    add_place(reader, run_new_note(reader->bind->arena, (guint)g_ascii_strtoull(number, NULL, 10)));
}

/* What may be told of the place of a footnote. */
static void check_place(Reader *reader, const xmlNode *element)
{
  if (reader->look.href)
    bind_fault(reader->bind, "S-ELEMENT", xml_offset(element), reader->owner,
               "<footnote> may not stand inside <a>; put it behind </a>");
  bind_no_attributes(reader->bind, element, reader->owner);
}

static void read_footnote(Reader *reader, const xmlNode *element)
{
  const Bind *bind = reader->bind;
  if (bind->para_chars == G_MAXLONG) {
    read_place(reader, element);
    return;
  }
  check_place(reader, element);
  GPtrArray *words = read_words(bind, element, element->children, NULL, reader->owner, true);
  if (!words) {
    bind_fault(bind, "S-MISSING", xml_offset(element), reader->owner,
               "this footnote has no words; write them between <footnote> and </footnote>, or take it out");
    if (!element->properties && !xmlFirstElementChild((xmlNode *)element))
      return;
    words = arena_list(bind->arena);
    g_ptr_array_add(words, run_new(bind->arena, NOT_READABLE, 0));
  }
  Run *place = run_new(bind->arena, "", RUN_NOTE);
  place->note = words;
  add_place(reader, place);
}

/* One inside another: its words are the other's. */
static void read_inner_note(Reader *reader, const xmlNode *element)
{
  bind_fault(reader->bind, "S-ELEMENT", xml_offset(element), reader->owner,
             "<footnote> may not stand inside <footnote>; write one note, or two behind each other");
  bind_no_attributes(reader->bind, element, reader->owner);
  reader->at_joint = true;
  read_inside(reader, element);
  reader->at_joint = true;
}

/* What the element makes of its words; 0: nothing of that kind. */
static guint style_of(const char *name)
{
  static const struct {
    const char *name;
    guint style;
  } styles[] = { { "b", RUN_BOLD }, { "i", RUN_ITALIC }, { "sup", RUN_ABOVE }, { "sub", RUN_BELOW } };
  for (guint i = 0; i < G_N_ELEMENTS(styles); i++)
    if (strcmp(styles[i].name, name) == 0)
      return styles[i].style;
  return 0;
}

static void read_element(Reader *reader, const xmlNode *element)
{
  const char *name = bind_in_namespace(reader->bind, element) ? (const char *)element->name : "";
  Look look = reader->look;
  if (strcmp(name, "a") == 0) {
    read_link(reader, element);
  } else if (strcmp(name, "span") == 0) {
    read_language(reader, element);
  } else if (style_of(name)) {
    bind_no_attributes(reader->bind, element, reader->owner);
    look.style |= style_of(name);
    read_styled(reader, element, look);
  } else if (strcmp(name, "br") == 0) {
    read_break(reader, element);
  } else if (strcmp(name, "footnote") == 0) {
    (reader->in_note ? read_inner_note : read_footnote)(reader, element);
  } else {
    unknown_element(reader, element);
  }
}

static void read_nodes(Reader *reader, const xmlNode *first, const xmlNode *end)
{
  for (const xmlNode *child = first; child != end; child = child->next) {
    if (child->type == XML_ELEMENT_NODE)
      read_element(reader, child);
    else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      add_words(reader, (const char *)child->content);
  }
}

static void drop_last_breaks(GPtrArray *runs)
{
  while (runs->len > 0) {
    const Run *last = g_ptr_array_index(runs, runs->len - 1);
    if (last->text[0] != '\0' || (last->style & RUN_NOTE))
      return;
    g_ptr_array_set_size(runs, (gint)runs->len - 1);
  }
}

/* What is told to be too long is cut, so that whatever is written of it can be read again. */
static void cut_runs(const Reader *reader, glong most)
{
  for (guint i = 0; i < reader->runs->len; i++) {
    Run *run = g_ptr_array_index(reader->runs, i);
    glong length = text_length(run->text);
    if (length < most) {
      most -= length;
      continue;
    }
    g_autofree char *start = g_utf8_substring(run->text, 0, most - 1);
    run->text = arena_printf(reader->bind->arena, "%s…", g_strchomp(start));
    g_ptr_array_set_size(reader->runs, (gint)i + 1);
    return;
  }
}

static void check_length(const Reader *reader, const xmlNode *element)
{
  glong length = runs_length(reader->runs);
  if (length <= reader->bind->para_chars)
    return;
  g_autofree char *has = amount_format(amount_from_int(length), 0);
  bind_fault(reader->bind, "V-LENGTH", xml_offset(element), reader->owner,
             "this paragraph is %s characters; at most 8,000", has);
  cut_runs(reader, VALUE_TEXT_CHARS);
}

static GPtrArray *read_words(const Bind *bind, const xmlNode *element, const xmlNode *first, const xmlNode *end,
                             Record *owner, bool in_note)
{
  g_autoptr(GString) text = g_string_new(NULL);
  Reader reader = {
    .bind = bind, .owner = owner, .runs = arena_list(bind->arena), .text = text, .after_space = true, .in_note = in_note
  };
  read_nodes(&reader, first, end);
  trim_end(&reader);
  drop_last_breaks(reader.runs);
  check_length(&reader, element);
  return reader.runs->len > 0 ? reader.runs : NULL;
}

GPtrArray *prose_read_stretch(const Bind *bind, const xmlNode *element, const xmlNode *first, const xmlNode *end,
                              Record *owner)
{
  return read_words(bind, element, first, end, owner, false);
}

GPtrArray *prose_read_runs(const Bind *bind, const xmlNode *element, Record *owner)
{
  return prose_read_stretch(bind, element, element->children, NULL, owner);
}

bool prose_is_inline(const Bind *bind, const xmlNode *node)
{
  if (node->type == XML_ELEMENT_NODE)
    return bind_in_namespace(bind, node) && g_strv_contains(inline_names, (const char *)node->name);
  return !bind_is_blank(node);
}

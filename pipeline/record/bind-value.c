/* Binding of one field's value, with the message for a value that is not what the field holds. */
#include "base/text.h"
#include "record/bind.h"
#include "record/terms.h"
#include "record/value-guess.h"
#include "record/value-spell.h"
#include "record/value.h"
#include "xml/tag.h"
#include "xml/xml-parse.h"
#include <string.h>

/* The value as quoted in messages: at most 60 characters; caller frees. */
static char *shorten(const char *text)
{
  enum { SHOWN = 60 };
  if (text_length(text) <= SHOWN)
    return g_strdup(text);
  g_autofree char *start = g_utf8_substring(text, 0, SHOWN);
  return g_strconcat(start, "…", NULL);
}

/* An attribute's value as it stands in the file, where the XML was mended to read it; NULL: it is what was read. */
static char *as_typed(const Bind *bind, const char *text, gsize offset)
{
  gsize n = strlen(text);
  const char *at = bind->source->text + offset;
  bool whole = offset > 0 && offset + n < bind->source->length_bytes && (at[-1] == '"' || at[-1] == '\'');
  return whole && at[n] == at[-1] && memcmp(at, text, n) != 0 ? g_strndup(at, n) : NULL;
}

/* What to write in place of words where a number belongs, or ""; caller frees. */
static char *state_hint(const Spec *spec, const char *text)
{
  const Field *state = spec_field(spec, "state");
  g_autofree char *spelled = value_spell(text);
  if (!state || state->type != FIELD_TERM || strpbrk(spelled, "0123456789"))
    return g_strdup("");
  static const char *const nothing[] = { "nil", "zero", "nought", "none", "no", "nothing", NULL };
  g_autofree char *lower = g_ascii_strdown(text, -1);
  if (g_strv_contains(nothing, lower) && !(g_str_equal(lower, "no") && spec_field(spec, "text")))
    return g_strdup("; where it is nought, write 0; where there is no figure, leave it out and give a state");
  bool answer = g_ascii_strcasecmp(text, "yes") == 0 || g_ascii_strcasecmp(text, "no") == 0;
  if (answer && spec_field(spec, "text"))
    return g_strdup_printf("; of an indicator whose unit is yes-no write text=\"%s\"", text);
  int meant = terms_meant(state->detail, text);
  return meant > 0 ? g_strdup_printf("; leave it out and write state=\"%s\"", terms_name(state->detail, meant))
                   : g_strdup("; where there is none, leave it out and give a state");
}

/* "95+" where a value belongs: 95 and its flag; NULL: a range. Caller frees. */
static char *near_number(const char *bounded)
{
  g_auto(GStrv) parts = g_strsplit(bounded, "\"", -1); /* number="95" bound="at-least" */
  if (g_strv_length(parts) < 4 || !strstr(parts[2], "bound"))
    return NULL;
  bool over = g_str_equal(parts[3], "at-least") || g_str_equal(parts[3], "above");
  return g_strdup_printf("must be written %s, with flags=\"%s\" beside it", parts[1], over ? "over" : "under");
}

/* A target "<5" or "5-7", or a value written so: what to write for it. */
static void guess_bound(const Record *record, const Field *field, const char *text, ValueFault *fault)
{
  bool number = g_str_equal(fault->rule, "V-NUM") && g_str_equal(field->name, "number");
  bool may = number && spec_field(record->spec, "bound"), value = number && spec_field(record->spec, "flags");
  g_autofree char *bounded = may || value ? value_guess_bound(text) : NULL;
  if (!bounded || (!may && g_str_has_prefix(fault->text, "must be written")))
    return;
  g_autofree char *instead = may ? g_strdup_printf("must be written %s", bounded) : near_number(bounded);
  g_free(fault->text);
  fault->text = instead ? g_steal_pointer(&instead)
                        : g_strdup("is a range, which only a target may be: write the number, with how far it may be "
                                   "off as lower and upper beside it");
}

static void tell(const Bind *bind, const Record *record, const Field *field, const char *text, ValueFault *fault,
                 gsize offset)
{
  if (field->place == IN_ATTRIBUTE)
    tag_attribute(bind->source, offset, field->name, &offset);
  g_autofree char *typed = as_typed(bind, text, offset);
  g_autofree char *shown = shorten(typed ? typed : text);
  guess_bound(record, field, text, fault);
  g_autofree char *hint = g_str_equal(fault->rule, "V-NUM") ? state_hint(record->spec, text) : g_strdup("");
  if (fault->no_quote)
    bind_fault(bind, fault->rule, offset, record, "%s %s", field_label(field), fault->text);
  else
    bind_fault(bind, fault->rule, offset, record, "%s '%s' %s%s", field_label(field), shown, fault->text, hint);
  g_free(fault->text);
}

/* White space to fold: anything but single spaces between words. */
static bool is_folded(const char *text)
{
  if (g_ascii_isspace(text[0]))
    return false;
  for (const char *at = text; *at; at++)
    if (g_ascii_isspace(*at) && (*at != ' ' || at[1] == ' ' || at[1] == '\0'))
      return false;
  return true;
}

void bind_text(const Bind *bind, Record *record, const Field *field, const char *raw, gsize offset)
{
  g_autofree char *folded = is_folded(raw) ? NULL : text_fold(raw);
  const char *text = folded ? folded : raw;
  ValueFault fault = { 0 };
  if (value_read(bind->arena, field, text, record_at(record, field), &fault))
    return;
  if (text[0] || (field->flags & FIELD_KEY)) /* a reference of no letters is one that somebody meant to give */
    record_mark_unread(record, field);
  tell(bind, record, field, text, &fault, offset);
}

/* The words of an element that may hold nothing else; caller frees. */
static char *plain_content(const Bind *bind, const xmlNode *element, const Record *record)
{
  GString *text = g_string_new(NULL);
  for (const xmlNode *child = element->children; child; child = child->next) {
    if (child->type == XML_ELEMENT_NODE)
      bind_fault(bind, "S-ELEMENT", xml_offset(child), record, "<%s> may not stand inside <%s>, only text", child->name,
                 element->name);
    else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      g_string_append(text, (const char *)child->content);
  }
  return g_string_free(text, FALSE);
}

static void check_words(const Bind *bind, const xmlNode *element, Record *record, const Field *field, bool words)
{
  if (!words && xmlChildElementCount((xmlNode *)element) > 0)
    record_mark_unread(record, field);
  if (words || !(field->flags & FIELD_REQUIRED))
    return;
  bind_fault(bind, "V-EMPTY", xml_offset(element), record, "%s is empty", field_label(field));
}

void bind_content(const Bind *bind, const xmlNode *element, Record *record, const Field *field)
{
  void *at = record_at(record, field);
  if (field->type == FIELD_PROSE) {
    *(Prose **)at = prose_read(bind, element, record);
    check_words(bind, element, record, field, *(Prose **)at);
  } else if (field->type == FIELD_RUNS) {
    *(GPtrArray **)at = prose_read_runs(bind, element, record);
    check_words(bind, element, record, field, *(GPtrArray **)at);
  } else {
    g_autofree char *text = plain_content(bind, element, record);
    if (field->place == IN_CONTENT && !(field->flags & FIELD_REQUIRED) && text[strspn(text, " \t\r\n")] == '\0')
      return;
    bind_text(bind, record, field, text, tag_content(bind->source, xml_offset(element)));
  }
}

/* pseudo OUT WORDS LAYOUT...: writes a file of words of a language that nobody speaks: all English of the words, of the
 * layouts and of the renderers in Greek letters. What is still in Latin ones in a document of it has been said by code.
 */
#include "document/english.h"
#include "layout/layout.h"
#include "record/record-read.h"
#include "xml/escape.h"
#include <stdio.h>
#include <string.h>

static const char *const greek[] = { "α", "β", "ξ", "δ", "ε", "φ", "γ", "η", "ι", "ψ", "κ", "λ", "μ",
                                     "ν", "ο", "π", "θ", "ρ", "σ", "τ", "υ", "ω", "ϊ", "χ", "ύ", "ζ" };
static const char *const capitals[] = { "Α", "Β", "Ξ", "Δ", "Ε", "Φ", "Γ", "Η", "Ι", "Ψ", "Κ", "Λ", "Μ",
                                        "Ν", "Ο", "Π", "Θ", "Ρ", "Σ", "Τ", "Υ", "Ω", "Ϊ", "Χ", "Ύ", "Ζ" };

/* Letters outside of the {paths} become Greek. */
static char *pseudo(const char *text)
{
  GString *out = g_string_new(NULL);
  guint depth = 0;
  for (; *text; text++) {
    depth += *text == '{';
    depth -= *text == '}' && depth > 0;
    if (!depth && g_ascii_islower(*text))
      g_string_append(out, greek[*text - 'a']);
    else if (!depth && g_ascii_isupper(*text))
      g_string_append(out, capitals[*text - 'A']);
    else
      g_string_append_c(out, *text);
  }
  return g_string_free(out, FALSE);
}

typedef struct {
  GString *words, *phrases;
  GHashTable *known; /* of char *: names and texts that were written */
} Pseudo;

static void add(const Pseudo *p, GString *out, const char *format, const char *name, const char *text)
{
  if (!g_hash_table_add(p->known, g_strdup(name)))
    return;
  g_autofree char *said = pseudo(text);
  g_autoptr(GString) a = g_string_new(NULL), b = g_string_new(NULL);
  escape_attribute(a, name);
  escape_attribute(b, said);
  g_string_append_printf(out, format, a->str, b->str);
}

static void add_phrase(const Pseudo *p, const char *text)
{
  g_autofree char *stripped = g_strstrip(g_strdup(text));
  g_autofree char *said = pseudo(stripped);
  if (strcmp(said, stripped) != 0)
    add(p, p->phrases, "  <phrase text=\"%s\" as=\"%s\"/>\n", stripped, stripped);
}

/* All texts of a layout, whether readers see them or not. */
static void add_texts(const Pseudo *p, const Record *record)
{
  for (guint i = 0; i < record->spec->n_fields; i++) {
    const Field *field = &record->spec->fields[i];
    const void *at = record_at(record, field);
    if (field->type == FIELD_TEXT && *(char *const *)at)
      add_phrase(p, *(char *const *)at);
    const GPtrArray *list = field->type == FIELD_MANY || field->type == FIELD_ANY || field->type == FIELD_RUNS
                                ? *(GPtrArray *const *)at
                                : NULL;
    for (guint k = 0; list && k < list->len; k++) {
      if (field->type == FIELD_RUNS)
        add_phrase(p, ((const Run *)g_ptr_array_index(list, k))->text);
      else
        add_texts(p, g_ptr_array_index(list, k));
    }
  }
}

static void *read_file(Arena *arena, const char *path, const Spec *spec)
{
  g_autoptr(DiagList) diags = diag_list_new();
  void *record = record_read_file(arena, path, spec, diags, NULL);
  if (!record)
    g_error("%s cannot be read", path);
  return record;
}

int main(int argc, char **argv)
{
  g_autoptr(Arena) arena = arena_new();
  const Pseudo p = { g_string_new(NULL), g_string_new(NULL),
                     g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL) };
  const Words *words = read_file(arena, argv[2], &words_spec);
  for (guint i = 0; i < words->words->len; i++) {
    const Word *word = g_ptr_array_index(words->words, i);
    add(&p, p.words, "  <word name=\"%s\" text=\"%s\"/>\n", word->name, word->text);
  }
  for (guint i = 0; english_name(i); i++)
    add(&p, p.words, "  <word name=\"%s\" text=\"%s\"/>\n", english_name(i), english_word(english_name(i)));
  g_hash_table_remove_all(p.known);
  for (int i = 3; i < argc; i++)
    add_texts(&p, read_file(arena, argv[i], &layout_spec));
  g_autofree char *all =
      g_strdup_printf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<words xmlns=\"urn:qmr:1\" format=\"1.0\" "
                      "lang=\"qaa\">\n%s%s</words>\n",
                      p.words->str, p.phrases->str);
  g_string_free(p.words, TRUE);
  g_string_free(p.phrases, TRUE);
  g_hash_table_unref(p.known);
  return g_file_set_contents(argv[1], all, -1, NULL) ? 0 : 3;
}

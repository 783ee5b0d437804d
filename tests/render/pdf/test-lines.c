/* Lines: where they break, long words, fallbacks, the space at a line's end. */
#include "record/prose.h"
#include "render/pdf/type/lines.h"
#include "testing.h"
#include <string.h>

typedef struct {
  Arena *arena;
  Style *style;
  Fonts *fonts;
  TypeStyle *type;
} Setup;

static int set_up(void **state)
{
  Setup *setup = g_new0(Setup, 1);
  setup->arena = arena_new();
  setup->style = record_new(setup->arena, &style_spec, NULL);
  setup->style->font = arena_strdup(setup->arena, "Liberation Sans");
  setup->type = record_new(setup->arena, &type_style_spec, &setup->style->record);
  setup->type->size_pt = (OptAmount){ { 10, 0 }, true };
  setup->fonts = fonts_new(setup->style, NULL);
  *state = setup;
  return setup->fonts ? 0 : 1;
}

static int tear_down(void **state)
{
  Setup *setup = *state;
  fonts_free(setup->fonts);
  arena_free(setup->arena);
  g_free(setup);
  return 0;
}

/* The lines with "|" between, a space at a line's end kept. Caller frees. */
static char *broken(const Lines *lines)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < lines_count(lines); i++) {
    const Line *line = &g_array_index(lines->lines, Line, i);
    for (guint a = line->first; a < line->first + line->n; a++) {
      const Atom *atom = &g_array_index(lines->atoms, Atom, a);
      g_string_append(out, atom->part->text);
      g_string_append(out, atom->flags & ATOM_SPACE ? " " : "");
    }
    g_string_append(out, i + 1 < lines_count(lines) ? "|" : "");
  }
  return g_string_free(out, FALSE);
}

static void assert_broken(Setup *setup, const char *text, double width_pt, const char *expected)
{
  g_autoptr(Lines) lines = lines_new_text(setup->fonts, setup->type, text, width_pt);
  g_autofree char *got = broken(lines);
  assert_string_equal(got, expected);
  for (guint i = 0; i < lines_count(lines); i++)
    assert_true(lines_line_width_pt(lines, i) <= width_pt + 0.01);
}

static void words_fill_lines(void **state)
{
  assert_broken(*state, "one two three four", 40, "one two |three |four");
  assert_broken(*state, "one two three four", 1000, "one two three four");
  assert_broken(*state, "", 50, "");
  assert_broken(*state, "   ", 50, "");
}

static void breaks_stand_where_unicode_allows(void **state)
{
  assert_broken(*state, "fly-tipping and/or litter", 32, "fly-|tipping |and/or |litter");
  assert_broken(*state, "in 2009/10", 23, "in |2009|/10"); /* a figure that is too wide is cut in need only */
  assert_broken(*state, "in 2009/10", 40, "in |2009/10");
  assert_broken(*state,
                "no\xC2\xA0"
                "break here",
                50, "no break |here");
}

static void long_words_are_cut(void **state)
{
  assert_broken(*state, "Donaudampfschifffahrt", 42, "Donauda|mpfschiff|fahrt");
  Setup *setup = *state;
  g_autofree char *word = g_strnfill(5000, 'w');
  g_autoptr(Lines) lines = lines_new_text(setup->fonts, setup->type, word, 100);
  assert_in_range(lines_count(lines), 385, 390); /* a "w" is 7.2 pt wide: 13 a line */
  g_autofree char *got = broken(lines);
  g_auto(GStrv) parts = g_strsplit(got, "|", -1);
  g_autofree char *joined = g_strjoinv("", parts);
  assert_string_equal(joined, word);
}

static void every_script_has_a_font(void **state)
{
  Setup *setup = *state;
  static const char text[] = "Władysław Siân Dŵr Ελένη علي 王小明 <&\">";
  g_autoptr(Lines) lines = lines_new_text(setup->fonts, setup->type, text, 1000);
  g_autofree char *got = broken(lines);
  assert_string_equal(got, text);
  for (guint a = 0; a < lines->atoms->len; a++)
    for (guint i = 0; i < g_array_index(lines->atoms, Atom, a).part->n_glyphs; i++)
      assert_int_not_equal(g_array_index(lines->atoms, Atom, a).part->glyphs[i].index, 0);
}

/* What people paste: ticks, crosses, boxes, stars, faces of telephones; the languages of those whom councils serve. */
static void what_people_paste_has_a_font(void **state)
{
  Setup *setup = *state;
  static const char text[] = "✓ ✔ ✗ ✘ ☑ ☐ ☒ ★ ☆ ☎ ✉ ⚠ ➔ ◆ ⬆ ▲ ● ■ ≥ ≠ ਪੰਜਾਬੀ বাংলা हिन्दी ગુજરાતી தமிழ் ไทย አማርኛ Հայերեն";
  g_autoptr(Lines) lines = lines_new_text(setup->fonts, setup->type, text, 1000);
  g_autoptr(Outputs) outputs = outputs_new();
  fonts_used(setup->fonts, outputs);
  assert_int_equal(outputs_lacking(outputs)->len, 0);
}

static void what_no_font_has_is_noted(void **state)
{
  Setup *setup = *state;
  g_autoptr(Lines) lines =
      lines_new_text(setup->fonts, setup->type, "b\xEF\x82\xB7 a\xEF\x82\xB7 \xF0\x9F\x9F\xB0", 1000);
  g_autoptr(Outputs) outputs = outputs_new();
  fonts_used(setup->fonts, outputs);
  fonts_used(setup->fonts, outputs);
  assert_int_equal(outputs_lacking(outputs)->len, 2);
  assert_int_equal(g_array_index(outputs_lacking(outputs), gunichar, 0), 0xF0B7);
  assert_int_equal(g_array_index(outputs_lacking(outputs), gunichar, 1), 0x1F7F0);
}

/* A vowel that is drawn before its consonant is read after it, and neither is taken for the other afterwards. */
static void letters_drawn_before_others_are_read_after_them(void **state)
{
  Setup *setup = *state;
  static const char text[] = "ਵਿੱਚ ਸੇਵਾਵਾਂ ਸਿਹਤ हिन्दी कि विकास কি খবর";
  g_autoptr(Lines) lines = lines_new_text(setup->fonts, setup->type, text, 1000);
  g_autoptr(GString) got = g_string_new(NULL);
  for (guint a = 0; a < lines->atoms->len; a++) {
    const Atom *atom = &g_array_index(lines->atoms, Atom, a);
    g_autofree char *written = part_written(atom->part, 0, strlen(atom->part->text));
    g_string_append_printf(got, "%s%s", written, atom->flags & ATOM_SPACE ? " " : "");
  }
  assert_string_equal(got->str, text);
}

static void words_written_from_right_are_cut(void **state)
{
  Setup *setup = *state;
  g_autofree char *word = g_strconcat("الأحمد", "الأحمد", "الأحمد", "الأحمد", NULL);
  g_autoptr(Lines) lines = lines_new_text(setup->fonts, setup->type, word, 40);
  assert_true(lines_count(lines) > 1);
  g_autoptr(GString) got = g_string_new(NULL);
  for (guint a = 0; a < lines->atoms->len; a++) {
    const Part *part = g_array_index(lines->atoms, Atom, a).part;
    g_autofree char *written = part_written(part, 0, strlen(part->text));
    g_string_append(got, written);
  }
  assert_string_equal(got->str, word);
}

static void what_no_font_has_is_replaced(void **state)
{
  assert_broken(*state, "a\xF0\x9F\x98\x80z", 100, "a□z");
  assert_broken(*state, "soft\xC2\xADhyphen zero\xE2\x80\x8Bwidth", 45, "softhyphe|n zero|width");
}

static void chinese_breaks_between_characters(void **state)
{
  assert_broken(*state, "王小明王小明", 35, "王小明|王小明");
}

static void runs_join_and_break(void **state)
{
  Setup *setup = *state;
  g_autoptr(GPtrArray) runs = g_ptr_array_new();
  g_ptr_array_add(runs, run_new(setup->arena, "un", 0));
  g_ptr_array_add(runs, run_new(setup->arena, "believ", RUN_BOLD));
  g_ptr_array_add(runs, run_new(setup->arena, "able words", 0));
  g_ptr_array_add(runs, run_new(setup->arena, "new line", RUN_BREAK));
  g_autoptr(Lines) lines = lines_new(setup->fonts, setup->type, runs, 65);
  g_autofree char *got = broken(lines);
  assert_string_equal(got, "unbelievable |words |new line");
  double min_pt, max_pt;
  lines_widths_pt(setup->fonts, setup->type, runs, &min_pt, &max_pt);
  assert_float_equal(min_pt, lines_line_width_pt(lines, 0), 0.01);
  assert_true(max_pt > min_pt);
}

static void words_are_shaped_once(void **state)
{
  Setup *setup = *state;
  Face *face = fonts_face(setup->fonts, setup->type, 0);
  assert_ptr_equal(token_get(setup->fonts, face, "again", 5, false), token_get(setup->fonts, face, "again", 5, false));
  assert_ptr_not_equal(fonts_face(setup->fonts, setup->type, RUN_BOLD), face);
}

typedef struct {
  gint32 x_pu;
  gunichar c;
} Drawn;

static gint by_place(gconstpointer a, gconstpointer b)
{
  const Drawn *x = a, *y = b;
  return (x->x_pu > y->x_pu) - (x->x_pu < y->x_pu);
}

/* The letters from left to right; caller frees. */
static char *letters_of(GArray *drawn)
{
  GString *out = g_string_new(NULL);
  g_array_sort(drawn, by_place);
  for (guint i = 0; i < drawn->len; i++) {
    gunichar c = g_array_index(drawn, Drawn, i).c,
             mirrored = c; /* a bracket from the right is drawn as its mirror image */
    g_unichar_get_mirror_char(c, &mirrored);
    g_string_append_unichar(out, MIN(c, mirrored));
  }
  return g_string_free(out, FALSE);
}

static void take_letters(GArray *drawn, const Part *part, gint32 x_pu)
{
  const char *text = part->text;
  for (guint i = 0; i < part->n_glyphs; text += part->glyphs[i++].bytes) {
    Drawn letter = { x_pu + part->glyphs[i].x_pu, g_utf8_get_char(text) };
    g_array_append_val(drawn, letter);
  }
}

static char *drawn_by_us(const Lines *lines)
{
  g_autoptr(GArray) drawn = g_array_new(FALSE, FALSE, sizeof(Drawn));
  assert_int_equal(lines_count(lines), 1);
  const Line *line = &g_array_index(lines->lines, Line, 0);
  g_autofree AtomPlace *places = g_new(AtomPlace, line->n + 1);
  line_place(lines, line, 0, places);
  for (guint i = 0; i < line->n; i++)
    take_letters(drawn, g_array_index(lines->atoms, Atom, line->first + i).part, places[i].x_pu);
  return letters_of(drawn);
}

/* The same as pango lays it out, who does it for every desktop. */
static char *drawn_by_pango(Setup *setup, const char *text)
{
  g_autoptr(GArray) drawn = g_array_new(FALSE, FALSE, sizeof(Drawn));
  Face *face = fonts_face(setup->fonts, setup->type, 0);
  PangoLayout *layout = pango_layout_new(face->context);
  pango_layout_set_text(layout, text, -1);
  for (const char *p = text; *p; p = g_utf8_next_char(p)) {
    PangoRectangle box;
    pango_layout_index_to_pos(layout, (int)(p - text), &box);
    Drawn letter = { MIN(box.x, box.x + box.width), g_utf8_get_char(p) };
    if (!g_unichar_isspace(letter.c) && g_unichar_type(letter.c) != G_UNICODE_FORMAT)
      g_array_append_val(drawn, letter);
  }
  g_object_unref(layout);
  return letters_of(drawn);
}

static void assert_as_pango(Setup *setup, const GPtrArray *runs)
{
  g_autoptr(Lines) lines = lines_new(setup->fonts, setup->type, runs, 2000);
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < runs->len; i++) {
    const Run *run = g_ptr_array_index(runs, i);
    g_string_append_printf(text, run->lang ? "\u2067%s\u2069" : "%s", run->text);
  }
  g_autofree char *ours = drawn_by_us(lines), *theirs = drawn_by_pango(setup, text->str);
  assert_string_equal(ours, theirs);
}

/* No lam before an alef here: one glyph stands for both. */
static void two_directions_stand_as_unicode_says(void **state)
{
  static const char *const texts[] = {
    "רבעון 2",
    "(רבעון 2)",
    "בשנת 2026 (רבעון 2) – 75%",
    "بين 2025-10-01 و 31/12/2025، منها 12.5% من \"ممتاز\".",
    "In 2026 (רבעון 2), 75% of",
    "A שלום B עולם C",
    "שלום and then עולם",
    "[שנת] {2} <ab>",
    "abc שנת-2 def-3 שלום, 4.5; (x)",
    "£1,234.50 שלום £5",
    "1 2 3 שלום 4 5 6",
    "+44 שלום -5%",
  };
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
    Run alone = { .text = (char *)texts[i] }, before = { .text = (char *)"Then (1) " },
        apart = { .text = (char *)texts[i], .lang = (char *)"he" }, behind = { .text = (char *)", and 2 (ends)." };
    g_autoptr(GPtrArray) runs = g_ptr_array_new();
    g_ptr_array_add(runs, &alone);
    assert_as_pango(*state, runs);
    g_ptr_array_index(runs, 0) = &before;
    g_ptr_array_add(runs, &apart);
    g_ptr_array_add(runs, &behind);
    assert_as_pango(*state, runs);
  }
}

/* What begins from the right stands at the right. */
static void a_paragraph_from_the_right_begins_there(void **state)
{
  Setup *setup = *state;
  g_autoptr(Lines) from_right = lines_new_text(setup->fonts, setup->type, "שלום abc", 200);
  g_autoptr(Lines) from_left = lines_new_text(setup->fonts, setup->type, "abc שלום", 200);
  assert_int_equal(from_right->base, 1);
  assert_int_equal(from_left->base, 0);
  assert_true(from_left->two_directions);
}

static void a_missing_family_is_named(void **state)
{
  Setup *setup = *state;
  g_autoptr(GError) error = NULL;
  Style style = *setup->style;
  style.font = (char *)"Comic Relief";
  assert_null(fonts_new(&style, &error));
  assert_non_null(strstr(error->message, "font 'Comic Relief' of the house style is not known"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(words_fill_lines),
    cmocka_unit_test(breaks_stand_where_unicode_allows),
    cmocka_unit_test(long_words_are_cut),
    cmocka_unit_test(every_script_has_a_font),
    cmocka_unit_test_setup_teardown(what_people_paste_has_a_font, set_up, tear_down),
    cmocka_unit_test_setup_teardown(letters_drawn_before_others_are_read_after_them, set_up, tear_down),
    cmocka_unit_test_setup_teardown(what_no_font_has_is_noted, set_up, tear_down),
    cmocka_unit_test(runs_join_and_break),
    cmocka_unit_test(what_no_font_has_is_replaced),
    cmocka_unit_test(words_are_shaped_once),
    cmocka_unit_test(chinese_breaks_between_characters),
    cmocka_unit_test(a_missing_family_is_named),
    cmocka_unit_test(words_written_from_right_are_cut),
    cmocka_unit_test(two_directions_stand_as_unicode_says),
    cmocka_unit_test(a_paragraph_from_the_right_begins_there),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}

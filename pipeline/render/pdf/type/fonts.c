/* Fonts: our own fontconfig with nothing but the files listed here, one font map a family, faces by look and size. */
#include "render/pdf/type/fonts.h"
#include "record/prose.h"
#include "render/pdf/type/pen.h"
#include <fontconfig/fontconfig.h>
#include <gio/gio.h>
#include <pango/pangofc-fontmap.h>

/* Files are looked for in the directories in turn: packages have moved them. */
typedef struct {
  const char *family, *package;
  const char *directories[3];
  const char *files[5];
} FontFiles;

#define TRUETYPE "/usr/share/fonts/truetype/"
static const FontFiles families[] = {
  { "Andika",
    "fonts-sil-andika",
    { TRUETYPE "andika" },
    { "Andika-Regular.ttf", "Andika-Bold.ttf", "Andika-Italic.ttf", "Andika-BoldItalic.ttf" } },
  { "DejaVu Sans",
    "fonts-dejavu-extra",
    { TRUETYPE "dejavu" },
    { "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf", "DejaVuSans-BoldOblique.ttf" } },
  { "Liberation Sans",
    "fonts-liberation2",
    { TRUETYPE "liberation2", TRUETYPE "liberation" },
    { "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSans-Italic.ttf",
      "LiberationSans-BoldItalic.ttf" } },
  { "Noto Sans",
    "fonts-noto-core",
    { TRUETYPE "noto" },
    { "NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf", "NotoSans-BoldItalic.ttf" } },
};
#define NOTO(name, file)                                                                                               \
  {                                                                                                                    \
    "Noto Sans " name, "fonts-noto-core", { TRUETYPE "noto" },                                                         \
    {                                                                                                                  \
      "NotoSans" file "-Regular.ttf", "NotoSans" file "-Bold.ttf"                                                      \
    }                                                                                                                  \
  }
/* Asked in this order for a character that the family lacks: symbols, then the scripts of those whom councils serve. */
static const FontFiles fallbacks[] = {
  { "Liberation Sans",
    "fonts-liberation2",
    { TRUETYPE "liberation2", TRUETYPE "liberation" },
    { "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSans-Italic.ttf",
      "LiberationSans-BoldItalic.ttf" } },
  { "Noto Sans Arabic",
    "fonts-noto-core",
    { TRUETYPE "noto" },
    { "NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf" } },
  { "Droid Sans Fallback", "fonts-droid-fallback", { TRUETYPE "droid" }, { "DroidSansFallbackFull.ttf" } },
  NOTO("Symbols 2", "Symbols2"),
  NOTO("Symbols", "Symbols"),
  NOTO("Math", "Math"),
  NOTO("Gurmukhi", "Gurmukhi"),
  NOTO("Devanagari", "Devanagari"),
  NOTO("Bengali", "Bengali"),
  NOTO("Gujarati", "Gujarati"),
  NOTO("Tamil", "Tamil"),
  NOTO("Telugu", "Telugu"),
  NOTO("Kannada", "Kannada"),
  NOTO("Malayalam", "Malayalam"),
  NOTO("Sinhala", "Sinhala"),
  NOTO("Hebrew", "Hebrew"),
  NOTO("Ethiopic", "Ethiopic"),
  NOTO("Armenian", "Armenian"),
  NOTO("Georgian", "Georgian"),
  NOTO("Thai", "Thai"),
  NOTO("Lao", "Lao"),
  NOTO("Khmer", "Khmer"),
  NOTO("Myanmar", "Myanmar"),
  NOTO("Thaana", "Thaana"),
  NOTO("Syriac", "Syriac"),
};
enum { N_SETS = 1 + G_N_ELEMENTS(fallbacks) };

typedef struct {
  const FontFiles *files;
  bool tried;
  FcConfig *config;
  PangoFontMap *map; /* NULL: not there */
  PangoContext *context;
  GHashTable *glyph_texts; /* file name -> (glyph -> text): looks that share a file share its glyphs */
} FontSet;

struct Fonts {
  const Style *style;
  FontSet sets[N_SETS]; /* the style's family, then the fallbacks */
  GPtrArray *faces;     /* of Face */
  Face *last[4];        /* last asked of the family, by look */
  GHashTable *tokens;   /* of Token, its own key */
  GPtrArray *stand_ins; /* of char * */
  GHashTable *lacking;  /* set of characters that no font has */
  Pen *pen;
};

static bool set_add_files(FontSet *set)
{
  for (guint d = 0; d < G_N_ELEMENTS(set->files->directories) && set->files->directories[d]; d++) {
    guint n = 0;
    for (guint f = 0; f < G_N_ELEMENTS(set->files->files) && set->files->files[f]; f++) {
      g_autofree char *path = g_build_filename(set->files->directories[d], set->files->files[f], NULL);
      n += FcConfigAppFontAddFile(set->config, (const FcChar8 *)path) ? 1 : 0;
    }
    if (n)
      return true;
  }
  return false;
}

static cairo_font_options_t *font_options(void)
{
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  return options;
}

static bool set_open(FontSet *set)
{
  if (set->tried)
    return set->map;
  set->tried = true;
  set->config = FcConfigCreate();
  if (!set_add_files(set))
    return false;
  if (!g_atomic_pointer_get(&set->map)) {
    FcConfigSetCurrent(set->config); /* before the font map: pango would read the system's configuration otherwise */
    set->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  }
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(set->map), set->config);
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(set->map), 72);
  set->context = pango_font_map_create_context(set->map);
  cairo_font_options_t *options = font_options();
  pango_cairo_context_set_font_options(set->context, options);
  pango_cairo_context_set_resolution(set->context, 72);
  pango_context_set_round_glyph_positions(set->context, FALSE);
  pango_context_set_language(set->context, pango_language_from_string("en"));
  cairo_font_options_destroy(options);
  set->glyph_texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
  return true;
}

static void set_clear(FontSet *set)
{
  g_clear_object(&set->context);
  g_clear_object(&set->map);
  if (set->config)
    FcConfigDestroy(set->config);
  g_clear_pointer(&set->glyph_texts, g_hash_table_unref);
}

static void face_free(gpointer data)
{
  Face *face = data;
  g_clear_pointer(&face->plain_item, pango_item_free);
  g_clear_pointer(&face->attributes, pango_attr_list_unref);
  g_clear_object(&face->coverage);
  g_clear_object(&face->font);
  g_free(face);
}

/* Ligatures off: a glyph that stands for two letters would need ActualText, which readers do not bear. */
static PangoAttrList *face_attributes(const PangoFontDescription *description)
{
  PangoAttrList *list = pango_attr_list_new();
  pango_attr_list_insert(list, pango_attr_font_desc_new(description));
  pango_attr_list_insert(list, pango_attr_font_features_new("liga 0, clig 0, dlig 0"));
  pango_attr_list_insert(list, pango_attr_fallback_new(FALSE));
  return list;
}

static guint32 space_glyph(const Face *face, const char *space, gint32 *ret_width_pu)
{
  PangoGlyphString *glyphs = pango_glyph_string_new();
  pango_shape_full(space, (int)strlen(space), space, (int)strlen(space), &face->plain, glyphs);
  guint32 glyph = glyphs->glyphs[0].glyph;
  *ret_width_pu = glyphs->glyphs[0].geometry.width;
  pango_glyph_string_free(glyphs);
  return glyph;
}

/* What the glyphs of the font's file stand for. */
static GHashTable *glyph_texts(FontSet *set, PangoFont *font)
{
  FcChar8 *file = NULL;
  if (FcPatternGetString(pango_fc_font_get_pattern(PANGO_FC_FONT(font)), FC_FILE, 0, &file) != FcResultMatch)
    file = (FcChar8 *)"";
  GHashTable *texts = g_hash_table_lookup(set->glyph_texts, file);
  if (!texts) {
    texts = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    g_hash_table_insert(set->glyph_texts, g_strdup((const char *)file), texts);
  }
  return texts;
}

static void face_measure(Face *face, FontSet *set)
{
  GList *items = pango_itemize(face->context, "x", 0, 1, face->attributes, NULL);
  face->plain_item = items->data;
  g_list_free(items);
  face->plain = face->plain_item->analysis;
  face->font = g_object_ref(face->plain.font);
  face->glyph_texts = glyph_texts(set, face->font);
  face->scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(face->font));
  face->coverage = pango_font_get_coverage(face->font, pango_language_from_string("en"));
  PangoFontMetrics *metrics = pango_font_get_metrics(face->font, pango_language_from_string("en"));
  face->ascent_pu = pango_font_metrics_get_ascent(metrics);
  face->descent_pu = pango_font_metrics_get_descent(metrics);
  pango_font_metrics_unref(metrics);
  face->space_glyph = space_glyph(face, " ", &face->space_pu);
  g_hash_table_insert(face->glyph_texts, GUINT_TO_POINTER(face->space_glyph), g_strdup(" "));
  gint32 width_pu;
  guint32 no_break = space_glyph(face, "\xC2\xA0", &width_pu); /* keeps words together here; readers see a space */
  g_hash_table_insert(face->glyph_texts, GUINT_TO_POINTER(no_break), g_strdup(" "));
}

static Face *face_make(Fonts *fonts, guint set_index, guint variant, gint32 size_pu)
{
  FontSet *set = &fonts->sets[set_index];
  if (!set_open(set))
    return NULL;
  Face *face = g_new0(Face, 1);
  face->id = fonts->faces->len;
  face->set = set_index;
  face->variant = variant;
  face->size_pu = size_pu;
  face->context = set->context;
  face->stand_ins = fonts->stand_ins;
  PangoFontDescription *description = pango_font_description_new();
  pango_font_description_set_family_static(description, set->files->family);
  pango_font_description_set_weight(description, variant & RUN_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(description, variant & RUN_ITALIC ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_font_description_set_absolute_size(description, size_pu);
  face->attributes = face_attributes(description);
  pango_font_description_free(description);
  face_measure(face, set);
  g_ptr_array_add(fonts->faces, face);
  return face;
}

static Face *face_find(Fonts *fonts, guint set_index, guint variant, gint32 size_pu)
{
  for (guint i = 0; i < fonts->faces->len; i++) {
    Face *face = g_ptr_array_index(fonts->faces, i);
    if (face->set == set_index && face->variant == variant && face->size_pu == size_pu)
      return face;
  }
  return face_make(fonts, set_index, variant, size_pu);
}

static void token_free(gpointer data)
{
  Token *token = data;
  for (guint i = 0; i < token->n_parts; i++)
    part_clear(&token->parts[i]);
  g_free(token->parts);
  g_free((char *)token->text);
  g_free(token);
}

static guint token_hash(gconstpointer key)
{
  const Token *token = key;
  guint hash = 2166136261u ^ token->face->id;
  for (guint i = 0; i < token->length_bytes; i++)
    hash = (hash ^ (guchar)token->text[i]) * 16777619u;
  return hash;
}

static gboolean token_equal(gconstpointer a, gconstpointer b)
{
  const Token *x = a, *y = b;
  return x->face == y->face && x->length_bytes == y->length_bytes && x->rtl == y->rtl &&
         memcmp(x->text, y->text, x->length_bytes) == 0;
}

static const FontFiles *family_find(const char *family)
{
  for (guint i = 0; i < G_N_ELEMENTS(families); i++)
    if (g_ascii_strcasecmp(families[i].family, family) == 0)
      return &families[i];
  return NULL;
}

Fonts *fonts_new(const Style *style, GError **error)
{
  const FontFiles *files = family_find(style->font ? style->font : "Liberation Sans");
  if (!files) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                "font '%s' of the house style is not known: use Liberation Sans, Andika, DejaVu Sans or Noto Sans",
                style->font);
    return NULL;
  }
  g_autoptr(Fonts) fonts = g_new0(Fonts, 1);
  fonts->style = style;
  fonts->faces = g_ptr_array_new_with_free_func(face_free);
  fonts->tokens = g_hash_table_new_full(token_hash, token_equal, NULL, token_free);
  fonts->stand_ins = g_ptr_array_new_with_free_func(g_free);
  fonts->lacking = g_hash_table_new(NULL, NULL);
  fonts->pen = pen_new();
  fonts->sets[0].files = files;
  for (guint i = 0; i < G_N_ELEMENTS(fallbacks); i++)
    fonts->sets[i + 1].files = &fallbacks[i];
  if (!set_open(&fonts->sets[0])) {
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "font '%s' is not installed: install the package %s",
                files->family, files->package);
    return NULL;
  }
  return g_steal_pointer(&fonts);
}

void fonts_free(Fonts *fonts)
{
  if (!fonts)
    return;
  g_hash_table_unref(fonts->tokens);
  g_ptr_array_unref(fonts->faces);
  g_ptr_array_unref(fonts->stand_ins);
  g_hash_table_unref(fonts->lacking);
  for (guint i = 0; i < N_SETS; i++)
    set_clear(&fonts->sets[i]);
  pen_free(fonts->pen);
  g_free(fonts);
}

void fonts_used(const Fonts *fonts, Outputs *outputs)
{
  for (guint i = 0; i < N_SETS; i++) {
    GHashTableIter files;
    gpointer file;
    if (!fonts->sets[i].glyph_texts)
      continue;
    g_hash_table_iter_init(&files, fonts->sets[i].glyph_texts);
    while (g_hash_table_iter_next(&files, &file, NULL))
      outputs_use(outputs, file);
  }
  GHashTableIter each;
  gpointer character;
  g_hash_table_iter_init(&each, fonts->lacking);
  while (g_hash_table_iter_next(&each, &character, NULL))
    outputs_lack(outputs, GPOINTER_TO_UINT(character));
}

gint32 type_size_pu(const TypeStyle *type)
{
  double size_pt = type->size_pt.given ? amount_to_double(type->size_pt.amount) : 11;
  return (gint32)(CLAMP(size_pt, 1, 400) * PANGO_SCALE + 0.5);
}

Face *fonts_face(Fonts *fonts, const TypeStyle *type, guint run_style)
{
  guint variant = (run_style & (RUN_BOLD | RUN_ITALIC)) | (type->bold ? RUN_BOLD : 0) | (type->italic ? RUN_ITALIC : 0);
  gint32 size_pu = type_size_pu(type);
  Face *last = fonts->last[variant];
  if (!last || last->size_pu != size_pu)
    fonts->last[variant] = last = face_find(fonts, 0, variant, size_pu);
  return last;
}

Face *fonts_fallback(Fonts *fonts, const Face *face, gunichar character)
{
  if (g_hash_table_contains(fonts->lacking, GUINT_TO_POINTER(character)))
    return NULL;
  for (guint i = 1; i < N_SETS; i++) {
    if (fonts->sets[i].files->family == fonts->sets[0].files->family)
      continue;
    Face *other = face_find(fonts, i, face->variant, face->size_pu);
    if (other && pango_coverage_get(other->coverage, (int)character) == PANGO_COVERAGE_EXACT)
      return other;
  }
  if (g_unichar_type(character) != G_UNICODE_SPACE_SEPARATOR) /* another space stands for it, and nothing is lost */
    g_hash_table_add(fonts->lacking, GUINT_TO_POINTER(character));
  return NULL;
}

guint32 face_glyph(const Face *face, gunichar character)
{
  return pango_fc_font_get_glyph(PANGO_FC_FONT(face->font), character);
}

const Style *fonts_style(const Fonts *fonts)
{
  return fonts->style;
}

const GPtrArray *fonts_stand_ins(const Fonts *fonts)
{
  return fonts->stand_ins;
}

GHashTable *fonts_tokens(Fonts *fonts)
{
  return fonts->tokens;
}

Pen *fonts_pen(Fonts *fonts)
{
  return fonts->pen;
}

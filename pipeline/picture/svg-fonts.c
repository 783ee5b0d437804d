/* A fontconfig with nothing but the files listed here. */
#include "picture/svg-fonts.h"
#include "picture/picture.h"
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

/* Packages have moved them: a file may stand in one of two folders. */
static const char *const folders[] = { "liberation2", "liberation", "noto", "droid" };
static const char *const files[] = {
  "LiberationSans-Regular.ttf",
  "LiberationSans-Bold.ttf",
  "LiberationSans-Italic.ttf",
  "LiberationSans-BoldItalic.ttf",
  "LiberationSerif-Regular.ttf",
  "LiberationSerif-Bold.ttf",
  "LiberationSerif-Italic.ttf",
  "LiberationSerif-BoldItalic.ttf",
  "LiberationMono-Regular.ttf",
  "LiberationMono-Bold.ttf",
  "LiberationMono-Italic.ttf",
  "LiberationMono-BoldItalic.ttf",
  "NotoSansArabic-Regular.ttf",
  "NotoSansArabic-Bold.ttf",
  "DroidSansFallbackFull.ttf",
  "NotoSans-Regular.ttf",
  "NotoSans-Bold.ttf",
  "NotoSansSymbols-Regular.ttf",
  "NotoSansSymbols2-Regular.ttf",
  "NotoSansMath-Regular.ttf",
};

/* Asked for by other names; whatever else is asked for is the first. */
#define ALIAS(name, family)                                                                                            \
  "<alias binding=\"same\"><family>" name "</family><prefer><family>" family "</family></prefer></alias>"
static const char rules[] = "<fontconfig>" ALIAS("serif", "Liberation Serif") ALIAS("Times", "Liberation Serif")
    ALIAS("Times New Roman", "Liberation Serif") ALIAS("Cambria", "Liberation Serif")
        ALIAS("Georgia", "Liberation Serif") ALIAS("monospace", "Liberation Mono") ALIAS("Courier", "Liberation Mono")
            ALIAS("Courier New", "Liberation Mono")
                ALIAS("Consolas", "Liberation Mono") "<match target=\"pattern\"><edit name=\"family\" "
                                                     "mode=\"append_last\"><string>Liberation Sans</string>"
                                                     "</edit></match></fontconfig>";

static char *path_of(const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS(folders); i++) {
    g_autofree char *path = g_build_filename("/usr/share/fonts/truetype", folders[i], name, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
      return g_steal_pointer(&path);
  }
  return NULL;
}

GPtrArray *picture_fonts(void)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
    char *path = path_of(files[i]);
    if (path)
      g_ptr_array_add(paths, path);
  }
  return paths;
}

void svg_fonts_prepare(void)
{
  FcConfig *config = FcConfigCreate();
  FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)rules, FcFalse);
  g_autoptr(GPtrArray) paths = picture_fonts();
  for (guint i = 0; i < paths->len; i++)
    FcConfigAppFontAddFile(config, g_ptr_array_index(paths, i));
  FcConfigSetCurrent(config); /* before the font map: pango would read the system's configuration otherwise */
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(pango_cairo_font_map_get_default()), config);
}

static FcBool is_in(const FcFontSet *fonts, gunichar sign)
{
  FcCharSet *signs;
  for (int i = 0; i < fonts->nfont; i++)
    if (FcPatternGetCharSet(fonts->fonts[i], FC_CHARSET, 0, &signs) == FcResultMatch && FcCharSetHasChar(signs, sign))
      return FcTrue;
  return FcFalse;
}

gunichar svg_fonts_lack(const char *words)
{
  const FcFontSet *fonts = FcConfigGetFonts(NULL, FcSetApplication);
  for (; *words; words = g_utf8_next_char(words)) {
    gunichar sign = g_utf8_get_char(words);
    if (g_unichar_isgraph(sign) && !g_unichar_iszerowidth(sign) && !(fonts && is_in(fonts, sign)))
      return sign;
  }
  return 0;
}

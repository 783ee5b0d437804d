/* A fontconfig with nothing but the files listed here. */
#include "picture/svg-fonts.h"
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

/* Packages have moved them: a file may stand in one of two folders. */
static const char *const folders[] = { "liberation2", "liberation", "noto", "droid" };
static const char *const files[] = {
  "LiberationSans-Regular.ttf",    "LiberationSans-Bold.ttf",        "LiberationSans-Italic.ttf",
  "LiberationSans-BoldItalic.ttf", "LiberationSerif-Regular.ttf",    "LiberationSerif-Bold.ttf",
  "LiberationSerif-Italic.ttf",    "LiberationSerif-BoldItalic.ttf", "LiberationMono-Regular.ttf",
  "LiberationMono-Bold.ttf",       "LiberationMono-Italic.ttf",      "LiberationMono-BoldItalic.ttf",
  "NotoSansArabic-Regular.ttf",    "NotoSansArabic-Bold.ttf",        "DroidSansFallbackFull.ttf",
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

static void add_file(FcConfig *config, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS(folders); i++) {
    g_autofree char *path = g_build_filename("/usr/share/fonts/truetype", folders[i], name, NULL);
    if (FcConfigAppFontAddFile(config, (const FcChar8 *)path))
      return;
  }
}

void svg_fonts_prepare(void)
{
  FcConfig *config = FcConfigCreate();
  FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)rules, FcFalse);
  for (guint i = 0; i < G_N_ELEMENTS(files); i++)
    add_file(config, files[i]);
  FcConfigSetCurrent(config); /* before the font map: pango would read the system's configuration otherwise */
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(pango_cairo_font_map_get_default()), config);
}

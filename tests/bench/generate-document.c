/* Makes a document of any size for the PDF stage alone: the workload of 150 rows of six cells, about 11,700 words,
 * 2,300 different, in five sections with lists and symbols. Usage: generate-document ROWS DOCUMENT; the style and the
 * words are those of DOCUMENT. The same size always gives the same file. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static guint32 state = 2463534242u;

static guint32 random_below(guint32 n)
{
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state % n;
}

static void put_word(GString *out)
{
  static const char *const small[] = { "the", "of", "and", "to", "in", "a", "for", "is", "on", "with", "by", "at" };
  static const char *const syllables[] = { "com", "mun", "ser", "vice", "tar",  "get",  "part", "ner", "im",   "prove",
                                           "con", "sul", "ta",  "re",   "port", "plan", "er",   "ing", "ment", "al" };
  if (random_below(5) < 2) {
    g_string_append(out, small[random_below(G_N_ELEMENTS(small))]);
    return;
  }
  guint32 word = random_below(2300);
  for (guint i = 0; i < 2 + word % 2; i++, word /= 20)
    g_string_append(out, syllables[word % 20]);
}

static void put_words(GString *out, guint n)
{
  for (guint i = 0; i < n; i++) {
    if (i)
      g_string_append_c(out, ' ');
    put_word(out);
    if (random_below(14) == 0)
      g_string_append_c(out, i + 1 < n ? ',' : '.');
  }
}

static void put_para(GString *out, guint n)
{
  g_string_append(out, "<para>");
  put_words(out, n);
  g_string_append(out, "</para>\n");
}

static void put_row(GString *out, guint i)
{
  static const char *const symbols[] = { "green\" word=\"Green", "amber\" word=\"Amber", "red\" word=\"Red" };
  g_string_append_printf(out, "<row><cell><para>HP%u-%u</para></cell><cell>", i / 30 + 1, i);
  put_para(out, 12);
  g_string_append_printf(out, "</cell><cell><symbol name=\"%s\"/></cell><cell>", symbols[i % 3]);
  put_para(out, 4);
  g_string_append_printf(out, "</cell><cell><value number=\"%u.%u\" unit=\"percent\" decimals=\"1\"/></cell><cell>",
                         random_below(90) + 1, random_below(10));
  put_para(out, random_below(20) ? 48 : 240);
  g_string_append(out, "</cell></row>\n");
}

static void put_section(GString *out, guint number, guint first, guint n)
{
  g_string_append_printf(
      out, "<section page=\"portrait\"><heading level=\"1\" id=\"s%u\" contents=\"yes\">Section %u</heading>\n", number,
      number);
  put_para(out, 60);
  g_string_append(out, "<text level=\"2\"><ul>");
  for (guint i = 0; i < 4; i++) {
    g_string_append(out, "<li>");
    put_words(out, 12);
    g_string_append(out, "</li>");
  }
  g_string_append_printf(out, "</ul></text><table id=\"t%u\"><caption>Milestones of section %u</caption>", number,
                         number);
  static const char *const columns[] = { "Ref.", "Milestone", "Progress", "Officer", "Figure", "Commentary" };
  static const guint shares[] = { 9, 22, 11, 14, 10, 34 };
  for (guint i = 0; i < 6; i++)
    g_string_append_printf(out, "<column heading=\"%s\" share=\"%u\"%s/>", columns[i], shares[i],
                           i ? "" : " row-header=\"yes\"");
  g_string_append(out, "<group>\n");
  for (guint i = 0; i < n; i++)
    put_row(out, first + i);
  g_string_append(out, "</group></table></section>\n");
}

int main(int argc, char **argv)
{
  g_autofree char *text = NULL;
  guint rows = argc == 3 ? (guint)atoi(argv[1]) : 0;
  if (!rows || !g_file_get_contents(argv[2], &text, NULL, NULL) || !strstr(text, "<section"))
    return fprintf(stderr, "usage: generate-document ROWS DOCUMENT\n"), 2;
  g_autoptr(GString) out = g_string_new_len(text, strstr(text, "<section") - text);
  g_string_append(out, "<section page=\"portrait\"><contents depth=\"2\" title=\"Contents\"/></section>\n");
  for (guint i = 0; i < 5; i++)
    put_section(out, i + 1, rows * i / 5, rows * (i + 1) / 5 - rows * i / 5);
  g_string_append(out, "</document>\n");
  fputs(out->str, stdout);
  return 0;
}

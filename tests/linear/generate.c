/* generate: input files of any size, grown in one kind of item. generate KIND N DIRECTORY [DOCUMENT] writes framework,
 * plan, return, previous, accepted and paper of a small service that has N more items of the kind; with DOCUMENT also
 * document.xml in its style. generate --copies N FILE DIRECTORY writes FILE N times, with its number for every "0000".
 * generate --kinds lists the kinds, each with the family of its files. The same call always gives the same files. */
#include "kinds.h"
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Words number i of a prose that does not repeat itself soon. */
static void put_words(GString *out, guint i)
{
  static const char *const words[] = { "service", "review",  "partner", "contract", "school", "library",
                                       "park",    "housing", "benefit", "training", "survey", "road" };
  for (guint k = 0; k < 6; k++, i = i / 2 + 7 * k)
    g_string_append_printf(out, "%s%s%c", k ? " " : "", words[(i + k) % G_N_ELEMENTS(words)], (char)('a' + i % 26));
}

/* A period of its own for each of about 1,300 numbers. */
static void put_period(GString *out, guint i)
{
  guint year = 2000 + i / 16 % 98, part = i % 16;
  g_string_append_printf(out, "%u-%02u", year, (year + 1) % 100);
  if (part > 0)
    g_string_append_printf(out, part < 5 ? "-Q%u" : "-M%u", part < 5 ? part : part - 4);
}

/* text with # for the number, $ for a #, @ for words of its own, ^ for a period of its own, ~ for a letter. */
static void put_numbered(GString *out, const char *text, guint i)
{
  for (; *text; text++) {
    if (*text == '#')
      g_string_append_printf(out, "%u", i);
    else if (*text == '$')
      g_string_append_c(out, '#');
    else if (*text == '@')
      put_words(out, i);
    else if (*text == '^')
      put_period(out, i);
    else if (*text == '~')
      g_string_append_c(out, (char)('a' + i % 26));
    else
      g_string_append_c(out, *text);
  }
}

/* What the kind puts into a slot. */
static void put_part(GString *out, const Kind *kind, const char *slot, gsize length, guint n)
{
  for (const Part *part = kind->parts; part->slot; part++) {
    if (strlen(part->slot) != length || strncmp(part->slot, slot, length) != 0)
      continue;
    g_string_append(out, part->before ? part->before : "");
    for (guint i = 1; i <= n; i++)
      put_numbered(out, part->each, i);
    g_string_append(out, part->after ? part->after : "");
    g_string_append_c(out, '\n');
  }
}

/* A file's text with every {slot} filled. */
static void put_file(GString *out, const Kind *kind, const char *text, guint n)
{
  for (const char *at = text; *at; at++) {
    if (*at != '{') {
      g_string_append_c(out, *at);
      continue;
    }
    const char *end = strchr(at, '}');
    put_part(out, kind, at + 1, (gsize)(end - at - 1), n);
    at = end;
  }
}

static void write_file(const char *directory, const char *name, const GString *text)
{
  g_autofree char *path = g_build_filename(directory, name, NULL);
  if (!g_file_set_contents(path, text->str, (gssize)text->len, NULL))
    exit(3);
}

static char *read_file(const char *path)
{
  char *text;
  if (!g_file_get_contents(path, &text, NULL, NULL))
    exit(3);
  return text;
}

/* The smallest picture: one dot. */
static void write_picture(const char *directory)
{
  static const char base64[] =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";
  gsize n_bytes;
  g_autofree guchar *bytes = g_base64_decode(base64, &n_bytes);
  g_autoptr(GString) text = g_string_new_len((const char *)bytes, (gssize)n_bytes);
  write_file(directory, "picture.png", text);
}

static void write_drawings(guint n, const char *directory)
{
  for (guint i = 1; i <= n; i++) {
    g_autofree char *name = g_strdup_printf("drawing-%u.svg", i);
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_printf(text,
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\" "
                    "fill=\"#%06x\"/></svg>\n",
                    i);
    write_file(directory, name, text);
  }
}

static void write_kind(const Kind *kind, guint n, const char *directory)
{
  for (const Skeleton *file = skeletons; file->name; file++) {
    g_autoptr(GString) out = g_string_new(NULL);
    put_file(out, kind, file->text, n);
    write_file(directory, file->name, out);
  }
  write_picture(directory);
  if (kind->drawings)
    write_drawings(n, directory);
}

/* A document with the style and the words of another one. */
static void write_document(const Kind *kind, guint n, const char *directory, const char *model)
{
  g_autofree char *text = read_file(model);
  g_autoptr(GString) out = g_string_new_len(text, strstr(text, "<section") - text);
  put_file(out, kind, "<section page=\"portrait\">\n{document}</section>\n</document>\n", n);
  write_file(directory, "document.xml", out);
}

static void write_copies(guint n, const char *path, const char *directory)
{
  g_autofree char *text = read_file(path);
  g_auto(GStrv) pieces = g_strsplit(text, "0000", -1);
  for (guint i = 1; i <= n; i++) {
    g_autofree char *number = g_strdup_printf("%04u", i), *name = g_strdup_printf("copy-%s.xml", number);
    g_autoptr(GString) out = g_string_new(pieces[0]);
    for (char **piece = pieces + 1; *piece; piece++)
      g_string_append_printf(out, "%s%s", number, *piece);
    write_file(directory, name, out);
  }
}

static const Kind *find_kind(const char *name)
{
  const Kind *kind = kinds;
  while (kind->name && strcmp(kind->name, name) != 0)
    kind++;
  return kind->name ? kind : NULL;
}

int main(int argc, char **argv)
{
  if (argc == 2 && strcmp(argv[1], "--kinds") == 0) {
    static const char *const families[] = { "service", "paper", "document" };
    for (const Kind *kind = kinds; kind->name; kind++)
      printf("%s %s\n", kind->name, families[kind->family]);
    return 0;
  }
  bool copies = argc == 5 && strcmp(argv[1], "--copies") == 0;
  const Kind *kind = argc >= 4 && !copies ? find_kind(argv[1]) : NULL;
  guint n = argc >= 4 ? (guint)atoi(argv[2]) : 0;
  if (n == 0 || (!copies && !kind)) {
    fprintf(stderr, "usage: generate KIND N DIRECTORY [DOCUMENT] | --copies N FILE DIRECTORY | --kinds\n");
    return 2;
  }
  g_mkdir_with_parents(argv[copies ? 4 : 3], 0777);
  if (copies)
    write_copies(n, argv[3], argv[4]);
  else
    write_kind(kind, n, argv[3]);
  if (kind && argc == 5)
    write_document(kind, n, argv[3], argv[4]);
  return 0;
}

/* PDFs as others send them, drawn by cairo: make-pdf KIND [NUMBER] FILE; of the kind "lines" what stands on standard
 * input, a paragraph a line, a page after an empty one. */
#include <cairo-pdf.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double size = 11, leading = 14;

static void font(cairo_t *cr, double points, int bold)
{
  cairo_select_font_face(cr, "Liberation Sans", CAIRO_FONT_SLANT_NORMAL,
                         bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size(cr, points);
}

static double width_of(cairo_t *cr, const char *text)
{
  cairo_text_extents_t extents;
  cairo_text_extents(cr, text, &extents);
  return extents.x_advance;
}

static void put(cairo_t *cr, double x, double y, const char *text)
{
  cairo_move_to(cr, x, y);
  cairo_show_text(cr, text);
}

static void put_right(cairo_t *cr, double right, double y, const char *text)
{
  put(cr, right - width_of(cr, text), y, text);
}

/* Breaks lines at spaces, and behind hyphens that end a word of the list; the height after the last line. */
static double flow(cairo_t *cr, double x, double y, double width, const char *text)
{
  char line[1000] = "", word[200], longer[1000];
  while (*text) {
    size_t n = strcspn(text, " ");
    snprintf(word, sizeof word, "%.*s", (int)n, text);
    text += n + (text[n] == ' ');
    snprintf(longer, sizeof longer, "%.700s%s%s", line, *line ? " " : "", word);
    if (*line && width_of(cr, longer) > width) {
      put(cr, x, y, line);
      y += leading;
      snprintf(line, sizeof line, "%s", word);
    } else {
      snprintf(line, sizeof line, "%s", longer);
    }
  }
  put(cr, x, y, line);
  return y + leading;
}

static const char *const columns[] = {
  "Wardens walked every street of the borough in spring and wrote down where lamps were out or drains were blocked. "
  "Most of what they found was mended before the month had ended. People who had told the Council of a lamp were "
  "written to when it burned again. Nobody had done so in earlier years, and many wrote back to say how glad they "
  "were of it. In summer the wardens looked at parks and playgrounds in the same way.",
  "Libraries stayed open on two evenings more than a year ago. Visits rose in all branches but one, whose roof was "
  "being mended. Volunteers read to children on Saturdays, and a bus took books to the villages along the river. "
  "Readers chose a fifth of all new books themselves. The survey of readers will be made again in autumn and told to "
  "members in the winter, together with what it cost to open longer hours there.",
};

static void paragraphs(cairo_t *cr)
{
  font(cr, 16, 1);
  put(cr, 60, 80, "Wardens and lamps");
  font(cr, size, 0);
  double y = flow(cr, 60, 110, 300, columns[0]);
  y = flow(cr, 60, y + 8, 300, columns[1]);
  put(cr, 60, y + 8, "The perfor-");
  put(cr, 60, y + 8 + leading, "mance of a multi-");
  put(cr, 60, y + 8 + 2 * leading,
      "agency team is the of\xEF\xAC\x81"
      "ce\xE2\x80\x99s perfor\xC2\xAD");
  put(cr, 60, y + 8 + 3 * leading, "mance, and performance has many multi-agency parts.");
}

static void in_columns(cairo_t *cr, double shift)
{
  font(cr, size, 0);
  flow(cr, 60, 100, 220, columns[0]);
  flow(cr, 310, 100 + shift, 220, columns[1]);
}

static void table(cairo_t *cr)
{
  static const char *const rows[][4] = { { "Ref.", "What is counted", "2009/10", "Target" },
                                         { "LS 1", "Visits to libraries", "1,204", "1,150" },
                                         { "LS 2", "Lamps that burn", "98.5%", "97.0%" },
                                         { "", "Total", "12", "9" } };
  for (int i = 0; i < 4; i++) {
    font(cr, size, i == 0);
    put(cr, 60, 100 + i * 20, rows[i][0]);
    put(cr, 110, 100 + i * 20, rows[i][1]);
    put_right(cr, 350, 100 + i * 20, rows[i][2]);
    put_right(cr, 430, 100 + i * 20, rows[i][3]);
  }
  font(cr, size, 0);
  flow(cr, 60, 220, 300, "Words below the table belong to no row of it, and go on over the end of their own line.");
}

static void bullets(cairo_t *cr)
{
  static const char *const items[] = { "Lamps are mended within a week, wherever somebody has told the Council of one.",
                                       "Drains are looked at.", "Parks stay open." };
  font(cr, size, 0);
  put(cr, 60, 90, "Three things were promised:");
  double y = 110;
  for (int i = 0; i < 3; i++) {
    put(cr, 60, y, "\xE2\x80\xA2");
    y = flow(cr, 78, y, 250, items[i]);
  }
}

static void running(cairo_t *cr, cairo_surface_t *surface, int pages)
{
  for (int page = 1; page <= pages; page++) {
    char text[200];
    font(cr, 9, 0);
    put(cr, 60, 40, "Merebank Borough Council");
    snprintf(text, sizeof text, "Page %d of %d", page, pages);
    put_right(cr, 535, 810, text);
    font(cr, size, 0);
    snprintf(text, sizeof text, "Visit number %d was made, and what was seen was written down at once.", page);
    flow(cr, 60, 100, 470, text);
    if (page == 1) /* goes on over the page */
      flow(cr, 60, 700, 470,
           "The last words of a page need not end a sentence: what is begun here at the foot of the page, with words "
           "that fill the line up to its end, finds its way and its");
    if (page == 2)
      flow(cr, 60, 86, 470, "figure of 4,711 only overleaf.");
    cairo_surface_show_page(surface);
  }
}

/* As a scanner does it. */
static void scan(cairo_t *cr)
{
  cairo_surface_t *dots = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 600, 800);
  cairo_t *on = cairo_create(dots);
  cairo_set_source_rgb(on, 1, 1, 1);
  cairo_paint(on);
  cairo_set_source_rgb(on, 0, 0, 0);
  font(on, 20, 0);
  put(on, 50, 100, "Nobody can read this");
  cairo_set_source_surface(cr, dots, 0, 0);
  cairo_paint(cr);
  cairo_destroy(on);
  cairo_surface_destroy(dots);
}

static void lines(cairo_t *cr, cairo_surface_t *surface)
{
  char line[1000];
  double y = 80;
  font(cr, size, 0);
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = '\0';
    if (!*line)
      cairo_surface_show_page(surface);
    y = *line ? flow(cr, 60, y, 470, line) + 8 : 80;
  }
}

static void stamp(cairo_t *cr)
{
  font(cr, 180, 1);
  cairo_save(cr);
  cairo_translate(cr, 60, 700);
  cairo_rotate(cr, -0.9);
  cairo_set_source_rgb(cr, 0.9, 0.9, 0.9);
  put(cr, 0, 0, "DRAFT");
  cairo_restore(cr);
  cairo_set_source_rgb(cr, 0, 0, 0);
}

int main(int argc, char **argv)
{
  if (argc != 3 && argc != 4)
    return 2;
  const char *kind = argv[1];
  int number = argc == 4 ? atoi(argv[2]) : 0, a3 = strcmp(kind, "a3") == 0;
  cairo_surface_t *surface = cairo_pdf_surface_create(argv[argc - 1], a3 ? 1191 : 595, 842);
  cairo_t *cr = cairo_create(surface);
  if (strcmp(kind, "paragraphs") == 0)
    paragraphs(cr);
  if (strcmp(kind, "stamp") == 0)
    stamp(cr), paragraphs(cr);
  if (strcmp(kind, "columns") == 0 || a3)
    in_columns(cr, 0);
  if (strcmp(kind, "staggered") == 0)
    in_columns(cr, leading / 2);
  if (strcmp(kind, "table") == 0)
    table(cr);
  if (strcmp(kind, "sideways") == 0) {
    cairo_translate(cr, 40, 800);
    cairo_rotate(cr, -M_PI / 2);
    table(cr);
  }
  if (strcmp(kind, "bullets") == 0)
    bullets(cr);
  if (strcmp(kind, "scan") == 0)
    scan(cr);
  if (strcmp(kind, "lines") == 0)
    lines(cr, surface);
  if (strcmp(kind, "running") == 0)
    running(cr, surface, number);
  if (strcmp(kind, "mixed") == 0) { /* words, a scan, an empty page, words */
    bullets(cr);
    cairo_surface_show_page(surface);
    scan(cr);
    cairo_surface_show_page(surface);
    cairo_surface_show_page(surface);
    bullets(cr);
  }
  cairo_destroy(cr);
  cairo_surface_finish(surface);
  bool made = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy(surface);
  return made ? 0 : 3;
}

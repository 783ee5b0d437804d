/* SVG: one door to librsvg, which draws in a process of its own, within limits of its own. */
#include "picture/picture.h"
#include "picture/svg-check.h"
#include "picture/svg-fonts.h"
#include <errno.h>
#include <fcntl.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
  DOTS_A_PX = 3, /* 288 an inch */
  MOST_PX = 666, /* about the width of a page, in all 2,000 dots */
  CPU_SECONDS = 5,
  CPU_SECONDS_ALL = 30, /* of all drawings of a run */
  WAIT_SECONDS = 60,
};

typedef enum { NOTHING_YET, SIZELESS, WORDLESS, FAILED, BLANK, DRAWN } State;

/* What the process that draws leaves behind. */
typedef struct {
  State state;
  guint width, height;
  gunichar lacks; /* WORDLESS: what no font has */
  guint8 rgba[PICTURE_MAX_DOTS * 4];
} Canvas;

/* ---- drawing ----------------------------------------------------------------------------------------------------- */

/* As large as it says; without a size as wide as a page. False: it says nothing that could be a size. */
static bool size_of(RsvgHandle *handle, double *ret_width, double *ret_height)
{
  gboolean has_width, has_height, has_box;
  RsvgLength width, height;
  RsvgRectangle box;
  if (!rsvg_handle_get_intrinsic_size_in_pixels(handle, ret_width, ret_height)) {
    rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height, &height, &has_box, &box);
    if (!has_box || !(box.width > 0 && box.height > 0))
      return false;
    bool said = has_width && width.unit == RSVG_UNIT_PX;
    *ret_width = said ? width.length : MOST_PX;
    *ret_height = *ret_width * (box.height / box.width);
  }
  return *ret_width > 0 && *ret_height > 0 && isfinite(*ret_width) && isfinite(*ret_height);
}

static guint dots_of(double px)
{
  return (guint)MAX(1, floor(px + 0.5)) * DOTS_A_PX;
}

/* In dots: no wider than a page, and within the limits of pictures. */
static void set_size(Canvas *canvas, double width, double height)
{
  double scale = MIN(1, MOST_PX / width);
  scale = MIN(scale, PICTURE_MAX_SIDE / DOTS_A_PX / height);
  scale = MIN(scale, sqrt(PICTURE_MAX_DOTS * 0.98 / (DOTS_A_PX * DOTS_A_PX) / width / height));
  canvas->width = dots_of(width * scale);
  canvas->height = dots_of(height * scale);
}

/* Out of cairo's dots, which are multiplied by their opacity. Whether anything is seen. */
static bool take_dots(Canvas *canvas, const guint8 *from, int stride)
{
  guint8 *to = canvas->rgba;
  bool seen = false;
  for (guint y = 0; y < canvas->height; y++)
    for (guint x = 0; x < canvas->width; x++, to += 4) {
      guint32 dot = ((const guint32 *)(const void *)(from + (gsize)y * (gsize)stride))[x], alpha = dot >> 24;
      for (guint i = 0; i < 3 && alpha; i++)
        to[i] = (guint8)MIN(255, (((dot >> (16 - 8 * i)) & 0xFF) * 255 + alpha / 2) / alpha);
      to[3] = (guint8)alpha;
      seen = seen || alpha;
    }
  return seen;
}

static State render(RsvgHandle *handle, Canvas *canvas)
{
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, (int)canvas->width, (int)canvas->height);
  cairo_t *cr = cairo_create(surface);
  const RsvgRectangle all = { 0, 0, canvas->width, canvas->height };
  if (!rsvg_handle_render_document(handle, cr, &all, NULL) || cairo_status(cr) != CAIRO_STATUS_SUCCESS)
    return FAILED;
  cairo_surface_flush(surface);
  return take_dots(canvas, cairo_image_surface_get_data(surface), cairo_image_surface_get_stride(surface)) ? DRAWN
                                                                                                           : BLANK;
}

static State draw(const GString *svg, const GString *words, Canvas *canvas)
{
  double width, height;
  svg_fonts_prepare();
  canvas->lacks = svg_fonts_lack(words->str);
  if (canvas->lacks)
    return WORDLESS;
  RsvgHandle *handle = rsvg_handle_new_from_data((const guint8 *)svg->str, svg->len, NULL);
  if (!handle)
    return FAILED;
  rsvg_handle_set_dpi(handle, 96);
  if (!size_of(handle, &width, &height))
    return SIZELESS;
  set_size(canvas, width, height);
  return render(handle, canvas);
}

/* ---- a process of its own ---------------------------------------------------------------------------------------- */

/* Silent, short, and unable to write anywhere. */
static void set_limits(guint cpu_seconds)
{
  for (int number = 1; number < NSIG; number++)
    signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  setrlimit(RLIMIT_CPU, &(struct rlimit){ cpu_seconds, cpu_seconds + 1 });
  setrlimit(RLIMIT_FSIZE, &(struct rlimit){ 0, 0 });
  setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
  alarm(WAIT_SECONDS);
  int nowhere = open("/dev/null", O_RDWR);
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    dup2(nowhere, fd);
  setenv("RAYON_NUM_THREADS", "1", 1); /* of librsvg: room for threads counts as memory */
}

/* Seconds that are left of those for all drawings. */
static guint seconds_left(void)
{
  struct rusage used;
  getrusage(RUSAGE_CHILDREN, &used);
  glong seconds = used.ru_utime.tv_sec + used.ru_stime.tv_sec;
  return seconds >= CPU_SECONDS_ALL ? 0 : (guint)MIN(CPU_SECONDS, CPU_SECONDS_ALL - seconds);
}

static int wait_for(pid_t child)
{
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR)
    continue;
  return status;
}

static char *fault_of(const Canvas *canvas, int status)
{
  State state = canvas->state;
  int number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  if (number == SIGXCPU || number == SIGKILL || number == SIGALRM)
    return g_strdup("takes too long to draw; " SVG_REMEDY);
  if (number || state == NOTHING_YET || state == FAILED)
    return g_strdup("is too intricate to be drawn here; " SVG_REMEDY);
  if (state == WORDLESS)
    return g_strdup_printf("holds the sign U+%04X, which no font here has; " SVG_REMEDY, canvas->lacks);
  if (state == SIZELESS)
    return g_strdup("does not say how large it is: its <svg> needs a width and a height above 0, or a viewBox");
  if (state == BLANK)
    return g_strdup("shows nothing: all of it is empty, unseen or outside its viewBox");
  return NULL;
}

static Picture *picture_of(const Canvas *canvas)
{
  Picture *picture = g_new0(Picture, 1);
  picture->width = canvas->width;
  picture->height = canvas->height;
  picture->density = DOTS_A_PX;
  picture->rgba = g_memdup2(canvas->rgba, (gsize)canvas->width * canvas->height * 4);
  return picture;
}

static Picture *draw_apart(const GString *svg, const GString *words, Canvas *canvas, char **ret_fault)
{
  guint seconds = seconds_left();
  pid_t child = seconds > 0 ? fork() : -1;
  if (child == 0) {
    set_limits(seconds);
    canvas->state = draw(svg, words, canvas);
    _exit(0);
  }
  if (seconds == 0)
    *ret_fault = g_strdup("comes after drawings that took all the time there is; " SVG_REMEDY);
  else if (child < 0)
    *ret_fault = g_strdup_printf("cannot be drawn now: %s", g_strerror(errno));
  else
    *ret_fault = fault_of(canvas, wait_for(child));
  return *ret_fault ? NULL : picture_of(canvas);
}

/* With room for what the other process leaves. */
static Picture *draw_checked(const GString *svg, const GString *words, char **ret_fault)
{
  Canvas *canvas = mmap(NULL, sizeof *canvas, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (canvas == MAP_FAILED) {
    *ret_fault = g_strdup_printf("cannot be drawn now: %s", g_strerror(errno));
    return NULL;
  }
  Picture *picture = draw_apart(svg, words, canvas, ret_fault);
  munmap(canvas, sizeof *canvas);
  if (picture)
    picture->words = words->str[strspn(words->str, " \t\r\n")] != '\0';
  return picture;
}

static Picture *svg_read(const guint8 *bytes, gsize n_bytes, char **ret_fault)
{
  g_autoptr(GString) words = g_string_new(NULL);
  g_autoptr(GString) svg = svg_check(bytes, n_bytes, words, ret_fault);
  return svg ? draw_checked(svg, words, ret_fault) : NULL;
}

/* XML, whatever it is written in, or packed. */
static bool is_drawing(const guint8 *bytes, gsize n_bytes)
{
  static const char *const starts[] = { "<", "\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF", "\x1F\x8B" };
  gsize at = 0;
  while (at < n_bytes && strchr(" \t\r\n", bytes[at]) && bytes[at])
    at++;
  for (guint i = 0; i < G_N_ELEMENTS(starts); i++)
    if (n_bytes - at >= strlen(starts[i]) && memcmp(bytes + at, starts[i], strlen(starts[i])) == 0)
      return true;
  return n_bytes - at > 1 && bytes[at] == 0 && bytes[at + 1] == '<';
}

Picture *picture_read_any(const guint8 *bytes, gsize n_bytes, char **ret_fault)
{
  return is_drawing(bytes, n_bytes) ? svg_read(bytes, n_bytes, ret_fault) : picture_read(bytes, n_bytes, ret_fault);
}

/* The one place that looks at the environment. */
#include "program/terminal.h"
#include <glib.h>
#include <unistd.h>

static bool is_dumb(void)
{
  return g_strcmp0(g_getenv("TERM"), "dumb") == 0;
}

bool terminal_is(int fd)
{
  return isatty(fd) && !is_dumb();
}

bool terminal_has_colours(int fd)
{
  const char *none = g_getenv("NO_COLOR"); /* https://no-color.org: set, and not empty */
  return terminal_is(fd) && !(none && *none);
}

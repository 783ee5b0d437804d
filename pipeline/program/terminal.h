/* Whether somebody looks on: what is shown on a terminal, and nowhere else. */
#pragma once
#include <stdbool.h>

/* Whether messages to a file descriptor may be coloured: it is a terminal that can, and nobody set NO_COLOR. */
bool terminal_has_colours(int fd);
/* Whether a line there may be written over. */
bool terminal_is(int fd);

/* How long something takes and when it began: for people who wait, and for whom keeps track of files. Nothing that is
 * made may depend on it. */
#pragma once
#include <glib.h>
#include <time.h>

gint64 clock_ticks_us(void);          /* since some moment, in microseconds */
struct timespec clock_of_files(void); /* now, as file systems date what is written now */
char *clock_stamp(void);              /* "2026-11-30T15-54-57.460392Z", for names of logs; caller frees */

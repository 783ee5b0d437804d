/* What the process that opens a PDF tells the one that started it: letters with their places, page by page, as bytes
 * that nobody believes before they are checked. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#if defined(__SANITIZE_ADDRESS__)
#define QMR_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define QMR_SANITIZED
#endif
#endif

enum {
  STREAM_MARK = 0x514D5250,
  STREAM_LABEL_BYTES = 32,
  STREAM_PAGE_LETTERS = 200000,     /* of one page */
  STREAM_LETTERS = 4 * 1000 * 1000, /* of all pages */
  STREAM_PAGES = 3000,              /* that are read */
};

typedef enum { OPEN_YES, OPEN_LOCKED, OPEN_BROKEN } OpenState;

typedef struct {
  guint32 mark, state, pages;
} StreamHead;

typedef struct {
  guint32 mark, number;
  float width, height; /* in points, as the page is turned */
  guint32 letters;     /* that follow */
  guint32 pictures;
  guint32 crowded; /* it holds more than are told */
  char label[STREAM_LABEL_BYTES];
} StreamPage;

enum { LETTER_BOLD = 1 };

/* In points from the left and the top of the page. A space or a line break parts words. */
typedef struct {
  float left, top, right, bottom, size;
  guint32 letter, style;
} StreamLetter;

/* Limits of a process that has to do with a hostile file, then nothing but reading, writing and memory: no other file,
 * no network, no program. */
void limits_set(guint64 memory_bytes, guint cpu_seconds, guint64 file_bytes);
void limits_close_doors(void);

/* Opens the PDF at the descriptor and tells all of it to another. Ends the process. */
void door_tell(int pdf, int to) G_GNUC_NORETURN;

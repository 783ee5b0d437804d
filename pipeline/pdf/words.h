/* A page of a PDF as words with places, and as lines of them. */
#pragma once
#include "pdf/stream.h"

/* In points from the left and the top, as the page is read. text is borrowed. */
typedef struct {
  float left, top, right, bottom, size;
  bool bold;
  guint order; /* in which the file has it */
  const char *text;
} Word;

typedef struct {
  float left, right, top, bottom;
} Box;

/* Words beside each other, from left to right. */
typedef struct {
  Box box;
  float size;       /* of most of its words */
  bool bold;        /* all of them are */
  guint first, end; /* in the words of the page */
  guint order;      /* of its first word */
} Line;

typedef struct {
  guint number;
  float width, height; /* as it is read: words that stand upright */
  char *label;
  guint pictures;
  bool crowded;
  guint letters, unread; /* that can be read, and that cannot */
  GArray *words;         /* of Word */
  GArray *lines;         /* of Line, from top to bottom */
} Page;

/* The page of letters that were told; text goes into the chunk. Lines are not found yet. */
Page *page_new(const StreamPage *head, const StreamLetter *letters, GStringChunk *chunk);
void page_free(gpointer page);
/* Finds the lines of the words that there are. */
void page_find_lines(Page *page);
Word *page_word(const Page *page, guint index);
Line *page_line(const Page *page, guint index);

Box box_of_words(const Page *page, guint first, guint end);
void box_add(Box *box, const Box *more);
/* Whether the word is a bullet, or labels what follows: "1." "(a)" "3.2". */
bool word_is_bullet(const char *text);
bool word_is_label(const char *text);

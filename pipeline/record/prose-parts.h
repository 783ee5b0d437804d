/* What the files that read prose share. */
#pragma once
#include "record/bind.h"

typedef struct {
  const Bind *bind;
  Record *owner; /* the record whose prose it is */
} ProseReader;

ProseBlock *prose_block_new(const ProseReader *reader, const xmlNode *element, ProseKind kind);
/* A table of at most thirty columns; NULL: nothing in it. */
ProseBlock *prose_read_table(const ProseReader *reader, const xmlNode *element);
/* A picture made anew from its file; where it cannot be, a paragraph that says so with the words it stands for. */
ProseBlock *prose_read_picture(const ProseReader *reader, const xmlNode *element);

/* Whether prose has elements of that name: blocks, or what stands among words. */
bool prose_knows(const char *element);
bool prose_knows_inline(const char *element);
/* Whether it is an element of the names; tells of anything else. */
bool prose_is_named(const ProseReader *reader, const xmlNode *child, const char *const *names);
/* The first node after the words that begin with first. */
const xmlNode *prose_words_end(const ProseReader *reader, const xmlNode *first);
/* Words that begin with first and stand where only elements of the names may; NULL: white space. */
GPtrArray *prose_read_stray(const ProseReader *reader, const xmlNode *first, const xmlNode *end,
                            const char *const *names);
/* Whether the element has an attribute whose name is nearly that one. */
bool prose_has_slip(const xmlNode *element, const char *name);
/* The words of an element that is not known here, as those of one paragraph. */
GPtrArray *prose_lost_runs(const ProseReader *reader, const xmlNode *element);

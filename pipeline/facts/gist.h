/* The telling words of texts, and which of several texts share them. */
#pragma once
#include "facts/sentence.h"

/* The beginning of a word without its ending: "homes" and "home" are "hom"; "" of words that are not wanted, of those
 * that hold sentences together, and of numbers. Caller frees. */
char *gist_stem(const char *word);

/* A set of stems, of char *; to free with g_hash_table_unref. */
GHashTable *gist_new(void);
guint gist_shared(GHashTable *a, GHashTable *b);
/* The stems of words, to those that are telling and to those of any word, also of officers' work at large ("measures",
 * "target"). Each may be NULL. */
void gist_add_text(GHashTable *telling, GHashTable *any, const char *text);
void gist_add_sentences(GHashTable *telling, GHashTable *any, const GPtrArray *sentences);
/* Of words of three letters or more all, and figures as they are written: for texts that are nearly the same. */
void gist_add_wording(GHashTable *gist, const GPtrArray *sentences);

/* Which of several texts, by number, have a stem. */
typedef struct Gists Gists;
Gists *gists_new(void);
void gists_free(Gists *gists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Gists, gists_free)
void gists_add(Gists *gists, guint text, GHashTable *gist);
/* How many texts beside one have the stem. */
guint gists_count(const Gists *gists, const char *stem, guint beside);
/* The text that shares most of the stems with the gist of another, itself left aside, by stems that at most so many
 * have; how many it shares. Of several the first; *ret_ties: how many share as many. 0: none does. */
guint gists_nearest(const Gists *gists, GHashTable *gist, guint beside, guint most, guint *ret_text, guint *ret_ties);

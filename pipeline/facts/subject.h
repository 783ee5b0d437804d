/* What a sentence is about, where it does not say a code: the indicator of whose title it has most words. */
#pragma once
#include "facts/sentence.h"
#include "model/indicator.h"

typedef struct Subjects Subjects;

/* Of indicators; borrows them. */
Subjects *subjects_new(const GPtrArray *indicators);
void subjects_free(Subjects *subjects); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Subjects, subjects_free)

/* The one indicator of whose title the sentence has two telling words, and at least half of all or two that no other
 * title has; NULL: none, or several.
 */
const Indicator *subject_of(const Subjects *subjects, const Sentence *sentence);
/* The same of some of its tokens, up to before end. */
const Indicator *subject_between(const Subjects *subjects, const Sentence *sentence, guint first, guint end);
/* Whether the token, which may be NULL, is a telling word of the indicator's title. */
bool subject_has(const Subjects *subjects, const Indicator *indicator, const Token *token);

/* The beginning by which a word is known in all its forms: "planners" and "planning" are "plan"; "" of small words.
 * Caller frees. */
char *subject_stem(const char *word);

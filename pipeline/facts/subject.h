/* What a sentence is about, where it does not say a code: the indicator of whose title it has most words. */
#pragma once
#include "facts/sentence.h"
#include "model/report.h"

typedef struct Subjects Subjects;

/* Of the report's indicators; borrows them. */
Subjects *subjects_new(const Report *report);
void subjects_free(Subjects *subjects); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Subjects, subjects_free)

/* The one indicator of whose title the sentence has two telling words and at least half of all; NULL: none, or several.
 */
const Indicator *subject_of(const Subjects *subjects, const Sentence *sentence);

/* The beginning by which a word is known in all its forms: "planners" and "planning" are "plan"; "" of small words.
 * Caller frees. */
char *subject_stem(const char *word);

/* How much of one text is another text again. */
#pragma once
#include "record/prose.h"

/* Share of the runs of four words of now that before has too, in percent; *ret_words: the words of now. */
guint likeness(const Prose *now, const Prose *before, guint *ret_words);

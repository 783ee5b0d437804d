/* Rating rules in words of the document's language. */
#pragma once
#include "document/document.h"
#include "model/rate.h"

/* What a rule means by a word of the key ("green", "amber", "red"): "The target is missed by no more than 5% of it."
 * NULL when the rule never gives that rating. Caller frees. */
char *rating_rule_words(const Document *document, const RatingRule *rule, int rating);

/* Which symbols of an indicator and its measures are shown, once they are judged. */
#pragma once
#include "facts/inputs.h"

/* Stated symbols and directions; where there are none those by the rules, if they may stand in. said: what the return
 * says, or NULL. */
void symbols_show(const Inputs *inputs, const IndicatorProgress *said, Indicator *report);
/* No symbol stands beside a figure that cannot be read: whose word it was cannot be told any more. With which one it is
 * compared is another thing: an officer knew it without the rule. */
void symbols_hide(const Inputs *inputs, Indicator *report);
/* What stands for a rating where nobody gives one, by what is said in the place of the value. */
int symbols_unrated(const Reading *value);

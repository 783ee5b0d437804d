/* The rules of all parts of the pipeline, for messages and for `qmr explain`. */
#pragma once

/* Makes them known. Every main does so first. */
void rules_add_all(void);

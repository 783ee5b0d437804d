/* What may stand next on a command line, for the completion of shells: read from a program's own table. */
#pragma once
#include "program/program.h"

/* Appends a line for each word that may stand in the place of the last of words (NULL-terminated, "" for nothing yet;
 * a shell may have parted --out=x into three). The lines "<files>", "<folders>" and "<layouts>" ask the shell for XML
 * files and folders, for folders, and for what 'qmr layouts' lists. */
void complete_words(const Program *program, const GOptionEntry *shared, char *const *words, GString *out);
/* Appends the word as a line if it begins so. */
void complete_offer(const char *word, const char *begun, GString *out);

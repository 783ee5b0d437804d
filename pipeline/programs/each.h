/* Lists of reports that are made by one process, each by itself: a batch. */
#pragma once
#include "program/program.h"

/* Makes the reports of a list, and gives account of them; the exit code. */
typedef int (*EachFunc)(const Program *program, const char *list, const char *account);

/* Makes list after list, NULL-terminated. What it says of LIST.xml goes to LIST.account.log, its account to
 * LIST.account. EXIT_CLEAN: all were made, or what is wrong with their files stands in their accounts; EXIT_WORLD: of
 * some not even a page could be made, or it was asked to stop. */
int each_list(const Program *program, char *const *lists, EachFunc make);
/* The lists that a file names, text_escape'd, a line each; NULL: it cannot be read. Caller frees with g_strfreev. */
char **each_named(const char *path, GError **error);

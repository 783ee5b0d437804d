/* The end of a program that cannot go on: a sentence and exit code 3, whatever the machine or a library does to it. */
#pragma once
#include <signal.h>
#include <stdbool.h>

/* From now on a crash, an abort, too little memory, too much time or a signal that asks to stop is told on standard
 * error after the program's name (kept: must outlive the program), and the exit code is 3. Nothing that was being
 * written replaces anything. */
void last_words_prepare(const char *name);
/* Leaves the telling to a parent process, which sees the signal. */
void last_words_leave(void);
/* Adds the signals that ask to stop (SIGTERM, SIGINT, SIGHUP, SIGQUIT) to a set; whether a signal is one. */
void last_words_add_endings(sigset_t *set);
bool last_words_is_ending(int number);
/* A library said that there is too little memory, and ends the process next. */
void last_words_of_memory(void);

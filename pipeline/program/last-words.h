/* The end of a program that cannot go on: a sentence and exit code 3, whatever the machine or a library does to it. */
#pragma once

/* From now on a crash, an abort, too little memory or too much time is told on standard error after the program's name
 * (kept: must outlive the program), and the exit code is 3. Nothing that was being written replaces anything. */
void last_words_prepare(const char *name);
/* Leaves the telling to a parent process, which sees the signal. */
void last_words_leave(void);
/* A library said that there is too little memory, and ends the process next. */
void last_words_of_memory(void);

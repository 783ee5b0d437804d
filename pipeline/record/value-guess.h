/* Guesses at numbers that are written in another way; for messages only. NULL or false: it is none such; the caller
 * frees. */
#pragma once
#include <stdbool.h>

/* The number that was meant by "£1,234.50" or "94%". */
char *value_guess_amount(const char *written);
/* "6m 35s", "6 minutes and 35 seconds", "6:60", "1:06:35", "6:35.4": minutes and seconds as they are written, 6:35. */
char *value_guess_time(const char *text);
/* What to write for a target of "less than 5", "90+" or "5-7": 'number="5" bound="below"'. */
char *value_guess_bound(const char *written);
/* "2548.6 E", "12(P)": the number, and in *ret_flag what the letter behind it stands for. */
char *value_guess_flagged(const char *text, const char **ret_flag);
/* "over 500", "> 500", "c. 500": the number, and in *ret_flag how near it is. */
char *value_guess_near(const char *text, const char **ret_flag);
/* "568 (4.81 per 1,000)": the two numbers. */
bool value_guess_rate(const char *text, char **ret_number, char **ret_rate);
/* "48,12" with a point. */
char *value_guess_point(const char *text);
/* "$84.9M", "1.2 million": the number in full, the number as it is counted, and in *ret_word what it counts in. */
bool value_guess_scaled(const char *text, char **ret_whole, char **ret_counted, const char **ret_word);
/* "3rd", "5th of 43", "12=": the place. */
char *value_guess_place(const char *text);
/* "27 & 30", "27; 30": both. */
bool value_guess_two(const char *text, char **ret_first, char **ret_second);
/* "5*", "5¹": the number before the mark of a note. */
char *value_guess_marked(const char *text);
/* "5 days", "5°C": the number, and in *ret_word what stands behind it. */
char *value_guess_counted(const char *text, const char **ret_word);
/* "1.5e3": 1500. */
char *value_guess_power(const char *text);
/* "2009/10" is no figure. */
bool value_is_year(const char *text);
/* "3 of 4", "1 in 5", "3/4": 'numerator="3" denominator="4"'. */
char *value_guess_parts(const char *text);

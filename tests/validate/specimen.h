/* Specimens: for every kind of file one that uses each of its fields, made from the rows of its records. */
#pragma once
#include "record/record.h"

/* The text of a file whose root is spec; caller frees. */
char *specimen_new(const Spec *spec);

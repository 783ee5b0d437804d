/* What a run that makes a report says of it: how far it is, and what it made. */
#pragma once
#include "folder/folder.h"
#include "program/program.h"

/* What progress is told of. */
typedef struct {
  const Program *program;
  const char *folder;
} Telling;

/* The next step, to standard error; "": the last one is done. data: a Telling. */
void telling_progress(const char *what, void *data);
/* The folder, its files and how much was found, to standard output. */
void telling_summary(const Folder *folder, const Outputs *files, const DiagList *diags);

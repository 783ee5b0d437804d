/* Which documents are to be made: names of layouts become a list of documents. */
#pragma once
#include "layout/layout-list.h"
#include "report/request.h"

/* What was asked for. */
typedef struct {
  char *const *layouts; /* names or paths, NULL-terminated; NULL: the standard one */
  char *const *settings, *const *formats;
  const char *words, *shelf, *only, *name; /* as in ReportDocument */
  bool assurance;                          /* with the team's layout of findings, if there is one */
} Choice;

/* A list of documents and the words that it borrows. */
typedef struct {
  GPtrArray *documents; /* of ReportDocument */
  GPtrArray *paths;     /* of char * */
} Chosen;

void chosen_init(Chosen *chosen);
void chosen_clear(Chosen *chosen);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Chosen, chosen_clear)

/* Fills the list from the layouts that there are; what is wrong with the names, or NULL. Caller frees. */
char *choose(const Choice *choice, const GPtrArray *list, Chosen *chosen);

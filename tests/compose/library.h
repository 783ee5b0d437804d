/* A small report model of a library service, and what is needed to read pieces of layouts against it. */
#pragma once
#include "compose/language/compiler.h"
#include "compose/language/scope.h"
#include "model/report.h"

typedef struct {
  Arena *arena;
  DiagList *diags;
  Compiler compiler;
  Layout *layout; /* pieces are read as its attribute `title` */
  Report *report;
  GPtrArray *reports;
  World world;
  Document *document; /* with a few words */
  Frame frame;
  Shape shape; /* of the report */
  Scope scope;
} Library;

Library *library_new(void);
void library_free(Library *library);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Library, library_free)

/* The only message, without its place; NULL: there is none. Fails when there are several. Forgets it. */
char *library_fault(Library *library);

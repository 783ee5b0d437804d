/* A renderer is one function and a few words: it writes a document in one format. The list stands in
 * render/renderers.c. */
#pragma once
#include "base/outputs.h"
#include "document/document.h"
#include <gio/gio.h>

/* What a renderer may be told; all may be left out. */
typedef struct {
  const char *profile; /* xlsx: "public" (default) or "working" */
} RenderOptions;

typedef struct {
  const char *name;   /* "pdf" */
  const char *suffix; /* ".pdf"; "" for a directory (csv) */
  const char *about;  /* one line for --help */
  bool pages;         /* has pages; others are given the document without columns of page numbers */
  /* What is wrong with a document of which this format cannot be made, or NULL; caller frees. NULL: made of all. */
  char *(*refuses)(const Document *document);
  /* Adds the file, or several with names (a folder), to outputs. False: a wrong world, GError set. */
  bool (*write)(const Document *document, const RenderOptions *options, Outputs *outputs, GError **error);
} Renderer;

/* One a format, each in its own room. */
extern const Renderer renderer_csv, renderer_html, renderer_pdf, renderer_xlsx;

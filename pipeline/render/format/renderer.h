/* A renderer is one function and a few words: it writes a document in one format. The list stands in
 * render/renderers.c. */
#pragma once
#include "document/document.h"
#include <gio/gio.h>

typedef struct {
  const char *profile;     /* xlsx: "public" (default) or "working" */
  const char *attach_path; /* pdf: file to attach as the source (model.xml), or NULL */
} RenderOptions;

typedef struct {
  const char *name;   /* "pdf" */
  const char *suffix; /* ".pdf"; "" for a directory (csv) */
  const char *about;  /* one line for --help */
  bool pages;         /* has pages; others are given the document without columns of page numbers */
  /* Writes path atomically (a directory: each file). False: a wrong world, GError set. */
  bool (*write)(const Document *document, const char *path, const RenderOptions *options, GError **error);
} Renderer;

/* One a format, each in its own room. */
extern const Renderer renderer_csv, renderer_html, renderer_pdf, renderer_xlsx;

/* The stage tick: what bears out each figure, date and reference that a document shows. It reads inputs, facts and the
 * document; nothing goes back. */
#pragma once
#include "document/document.h"
#include "document/origins.h"
#include "facts/fact.h"
#include "model/tick.h"

typedef struct Ticker Ticker;

/* What the documents of a run are held against: indexed once. Borrows the inputs, whose arena it lives in. */
Ticker *ticker_new(const Inputs *inputs);
/* The ticks of a document that was composed of these inputs with its origins noted; name: of its files. *ret_page,
 * where it is asked for, is the document with a mark at each of them. */
const TickList *tick_document(const Ticker *ticker, const Document *document, const Origins *origins, const char *name,
                              const Document **ret_page);

/* How values read: figures with unit, states, flags, dates and periods as words of the document's language. */
#include "document/document.h"

const char *document_word(const Document *document, const char *name)
{
  for (guint i = 0; i < document->words->len; i++) {
    const Word *word = g_ptr_array_index(document->words, i);
    if (g_str_equal(word->name, name))
      return word->text;
  }
  return name;
}

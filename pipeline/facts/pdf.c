/* From the words of a PDF, which are checked here, to a paper. */
#include "facts/pdf.h"
#include "base/text.h"
#include "facts/pdf-run.h"
#include "record/record-read.h"
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

bool pdf_is(const char *path)
{
  char head[8] = "";
  gsize n = strlen(path);
  if (n > 4 && g_ascii_strcasecmp(path + n - 4, ".pdf") == 0)
    return true;
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  bool is_one = fd >= 0 && pread(fd, head, 5, 0) == 5 && memcmp(head, "%PDF-", 5) == 0;
  if (fd >= 0)
    close(fd);
  return is_one;
}

/* ---- what the program says is checked ---------------------------------------------------------------------------- */

static bool is_page(const SuppliedPage *page, guint nth, const Supplied *supplied)
{
  guint blocks = page->text ? page->text->blocks->len : 0;
  return page->number == (int)nth + 1 && page->number <= supplied->pages && page->places->len == blocks;
}

/* NULL: it is not as its schema and this program want it. */
static const Supplied *check(Arena *arena, const char *path, const GString *text)
{
  static const Spec *const specs[] = { &supplied_spec, NULL };
  g_autoptr(DiagList) faults = diag_list_new();
  const Supplied *supplied = record_read_memory(arena, path, text->str, text->len, specs, faults);
  if (!supplied || diag_count(faults, LEVEL_NOTE) > 0)
    return NULL;
  for (guint i = 0; i < supplied->page->len; i++)
    if (!is_page(g_ptr_array_index(supplied->page, i), i, supplied))
      return NULL;
  bool all = (int)supplied->page->len == supplied->pages;
  return all || supplied->why != WHY_NONE ? supplied : NULL;
}

/* ---- places ------------------------------------------------------------------------------------------------------ */

static void mark(GArray *marks, gsize offset, int number)
{
  SourcePage page = { (guint32)offset, (guint)number };
  if (marks->len == 0 || g_array_index(marks, SourcePage, marks->len - 1).offset < page.offset)
    g_array_append_val(marks, page);
}

/* Where each page begins in what was read. */
static void mark_pages(Arena *arena, const Supplied *supplied)
{
  enum { TAG_BYTES = sizeof "<p>" - 1 };
  GArray *marks = g_array_new(FALSE, FALSE, sizeof(SourcePage));
  arena_own(arena, marks, (GDestroyNotify)g_array_unref);
  for (guint i = 0; i < supplied->page->len; i++) {
    const SuppliedPage *page = g_ptr_array_index(supplied->page, i);
    mark(marks, page->record.offset, page->number);
    for (guint k = 0; k < page->places->len; k++) {
      const SuppliedPlace *place = g_ptr_array_index(page->places, k);
      const ProseBlock *block = g_ptr_array_index(page->text->blocks, k);
      if (place->over > 0)
        mark(marks, block->offset + TAG_BYTES + (gsize)place->over, page->number + 1);
    }
  }
  Source *source = (Source *)supplied->record.source; /* it was read for us alone */
  source->pages = (const SourcePage *)(const void *)marks->data;
  source->n_pages = marks->len;
}

/* ---- what is said of it ------------------------------------------------------------------------------------------ */

/* "page 3", "pages 3, 7 to 9"; NULL: none lacks that. Caller frees. */
static char *pages_that_lack(const Supplied *supplied, int lacks)
{
  g_autoptr(GString) list = g_string_new(NULL);
  guint n = 0;
  for (guint i = 0, end; i < supplied->page->len; i = end) {
    for (end = i; end < supplied->page->len; end++)
      if (((const SuppliedPage *)g_ptr_array_index(supplied->page, end))->lacks != lacks)
        break;
    if (end > i)
      g_string_append_printf(list, n > 0 ? ", %u" : "%u", i + 1);
    if (end > i + 1)
      g_string_append_printf(list, " to %u", end);
    n += end - i;
    end = MAX(end, i + 1);
  }
  return n > 0 ? g_strdup_printf("%s %s", n == 1 ? "page" : "pages", list->str) : NULL;
}

static void tell_lacks(const Supplied *supplied, const char *path, DiagList *diags)
{
  static const char *const texts[][2] = {
    [LACKS_WORDS] = { "is a picture without words (scanned, perhaps): nothing on it is checked",
                      "are pictures without words (scanned, perhaps): nothing on them is checked" },
    [LACKS_LETTERS] = { "is set in fonts that do not say which letters they show: its words cannot be checked",
                        "are set in fonts that do not say which letters they show: their words cannot be checked" },
    [LACKS_REST] = { "holds more words than are read of one page: the others are not checked",
                     "hold more words than are read of one page: the others are not checked" },
  };
  for (int lacks = LACKS_WORDS; lacks <= LACKS_REST; lacks++) {
    g_autofree char *pages = pages_that_lack(supplied, lacks);
    if (pages)
      diag_file(diags, "F-PDF-PAGE", path, "%s %s", pages, texts[lacks][g_str_has_prefix(pages, "pages")]);
  }
}

static void tell_stop(const Supplied *supplied, const char *path, DiagList *diags)
{
  static const char *const texts[] = {
    [WHY_LOCKED] = "cannot be opened",
    [WHY_BROKEN] = "is damaged",
    [WHY_SLOW] = "takes too long to read",
    [WHY_MUCH] = "is more than is read of one file",
  };
  guint read = supplied->page->len;
  if (read == 0)
    diag_file(diags, "F-PDF", path, "its first page %s: nothing of its %d %s was read", texts[supplied->why],
              supplied->pages, supplied->pages == 1 ? "page" : "pages");
  else
    diag_file(diags, "F-PDF-PAGE", path, "page %u %s: it and what follows are not checked; %u of %d pages were read",
              read + 1, texts[supplied->why], read, supplied->pages);
}

static void tell_unopened(int why, const char *path, DiagList *diags)
{
  static const char *const texts[] = {
    [WHY_NONE] = "has no page",
    [WHY_LOCKED] = "is protected by a password: nobody can read it; ask for a copy without one",
    [WHY_BROKEN] = "is damaged and cannot be opened; ask for it again, or have it saved as PDF anew",
    [WHY_SLOW] = "takes too long to open; have it saved as PDF anew",
    [WHY_MUCH] = "holds more than is read of one file",
  };
  diag_file(diags, "F-PDF", path, "%s", texts[why]);
}

static bool has_words(const Supplied *supplied)
{
  for (guint i = 0; i < supplied->page->len; i++)
    if (((const SuppliedPage *)g_ptr_array_index(supplied->page, i))->text)
      return true;
  return false;
}

/* Whether there is something to be held against other documents. */
static bool tell(const Supplied *supplied, const char *path, DiagList *diags)
{
  bool words = has_words(supplied);
  if (supplied->pages == 0)
    tell_unopened(supplied->why, path, diags);
  else if (supplied->why != WHY_NONE)
    tell_stop(supplied, path, diags);
  else if (!words)
    diag_file(diags, "F-PDF", path,
              "holds no word that can be read, on none of its %d %s: it was scanned, perhaps; ask for the file that "
              "was printed",
              supplied->pages, supplied->pages == 1 ? "page" : "pages");
  if (words)
    tell_lacks(supplied, path, diags);
  return words;
}

static void tell_kind(PdfKind kind, const char *path, DiagList *diags)
{
  if (kind == PDF_IS_NONE)
    diag_file(diags, "F-PDF", path, "is called a PDF and is none");
  else if (kind == PDF_IS_TOO_LARGE)
    diag_file(diags, "F-PDF", path, "is larger than 256 MB, the most that is read of one PDF");
  else
    diag_file(diags, "F-PDF", path,
              "cannot be read: it takes more time or memory than one file is given; have it saved as PDF anew");
}

const Supplied *pdf_read_words(Arena *arena, const char *path, DiagList *diags, GError **error)
{
  PdfKind kind = PDF_IS_ONE;
  GError *fault = NULL;
  g_autoptr(GString) text = pdf_run(path, &kind, &fault);
  if (fault) {
    g_propagate_error(error, fault);
    return NULL;
  }
  const Supplied *supplied = text ? check(arena, path, text) : NULL;
  if (!supplied)
    tell_kind(kind, path, diags);
  if (!supplied || !tell(supplied, path, diags))
    return NULL;
  mark_pages(arena, supplied);
  return supplied;
}

/* ---- as a paper -------------------------------------------------------------------------------------------------- */

SPEC(page_section_spec, Section, "page", "page", FIELD(Section, ref, NULL, IN_ATTRIBUTE, FIELD_CODE, FIELD_KEY, NULL),
     FIELD(Section, text, NULL, IN_ELEMENT, FIELD_PROSE, 0, NULL));

static void add_page(Arena *arena, Paper *paper, const SuppliedPage *page)
{
  Section *section = record_new(arena, &page_section_spec, &paper->record);
  section->record.source = page->record.source;
  section->record.offset = page->record.offset;
  section->ref = arena_printf(arena, "%d", page->number);
  section->text = page->text;
  section->sections = arena_list(arena);
  section->priorities = arena_list(arena);
  g_ptr_array_add(paper->sections, section);
}

Paper *pdf_read_paper(Arena *arena, const char *path, DiagList *diags, GError **error)
{
  const Supplied *supplied = pdf_read_words(arena, path, diags, error);
  if (!supplied)
    return NULL;
  Paper *paper = record_new(arena, &paper_spec, NULL);
  g_autofree char *name = g_path_get_basename(path), *tame = text_tame(name);
  paper->record.source = supplied->record.source;
  paper->record.offset = supplied->record.offset;
  paper->ref = arena_strdup(arena, tame);
  for (guint i = 0; i < supplied->page->len; i++)
    if (((const SuppliedPage *)g_ptr_array_index(supplied->page, i))->text)
      add_page(arena, paper, g_ptr_array_index(supplied->page, i));
  return paper;
}

bool pdf_is_paper(const Record *paper)
{
  return paper->source && paper->source->n_pages > 0;
}

/* clang-format off */
const Rule rules_pdf[] = {
  { "F-PDF", LEVEL_ERROR, "file", "a PDF cannot be read",
    "What somebody supplies as PDF is held against the other documents word by word; of this one there are no words to be had, and nothing in it was checked.",
    "Ask for a copy that opens without a password and in which words can be selected and copied: saved as PDF, not scanned." },
  { "F-PDF-PAGE", LEVEL_WARNING, "file", "a page of a PDF cannot be read",
    "What stands on it was not held against the other documents.",
    "Read the page yourself, or ask for a copy in which its words can be selected and copied." },
  { NULL },
};
/* clang-format on */

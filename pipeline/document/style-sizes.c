/* Ranges of sizes; schemas/style.xsd has the same. */
#include "document/style-sizes.h"

/* In tenths. */
typedef struct {
  const char *attribute; /* NULL ends a list */
  int low, high;
} SizeRange;

static const SizeRange style_ranges[] = {
  { "cell-padding-pt", 0, 400 }, { "rule-pt", 0, 100 }, { "indent-pt", 0, 1000 }, { NULL, 0, 0 }
};
static const SizeRange type_ranges[] = {
  { "size-pt", 40, 1440 }, { "leading", 8, 40 }, { "before-pt", 0, 2000 }, { "after-pt", 0, 2000 }, { NULL, 0, 0 }
};
static const SizeRange page_ranges[] = {
  { "width-mm", 500, 15000 }, { "height-mm", 500, 15000 }, { "top-mm", 0, 5000 }, { "bottom-mm", 0, 5000 },
  { "left-mm", 0, 5000 },     { "right-mm", 0, 5000 },     { NULL, 0, 0 }
};

enum { LEAST_ROOM_MM = 25 }; /* between margins */

typedef struct {
  SizeFault fault;
  void *data;
} Checking;

static bool check_range(const Checking *checking, const Record *record, const SizeRange *range)
{
  const OptAmount *size = record_at(record, spec_field(record->spec, range->attribute));
  const Amount low = { range->low, 1 }, high = { range->high, 1 };
  if (!size->given || (amount_compare(size->amount, low) >= 0 && amount_compare(size->amount, high) <= 0))
    return true;
  g_autofree char *is = amount_to_string(size->amount), *least = amount_format(low, range->low % 10 ? 1 : 0);
  g_autofree char *most = amount_format(high, range->high % 10 ? 1 : 0);
  g_autofree char *text = g_strdup_printf("%s '%s' must be from %s to %s", range->attribute, is, least, most);
  checking->fault(record, range->attribute, text, checking->data);
  return false;
}

/* Whether all are within their ranges. */
static bool check_ranges(const Checking *checking, const Record *record, const SizeRange *ranges)
{
  bool fine = true;
  for (; ranges->attribute; ranges++)
    fine &= check_range(checking, record, ranges);
  return fine;
}

/* What is left of a page between two margins; side: the width or the height. */
static void check_room(const Checking *checking, const PageStyle *page, const char *attribute, const char *side,
                       OptAmount size, OptAmount before, OptAmount after)
{
  Amount margins, room;
  if (!size.given || !before.given || !after.given || !amount_add(before.amount, after.amount, &margins) ||
      !amount_subtract(size.amount, margins, &room) || amount_compare(room, amount_from_int(LEAST_ROOM_MM)) >= 0)
    return;
  g_autofree char *left = amount_to_string(room);
  g_autofree char *text =
      g_strdup_printf("the margins leave %s mm of the %s, and words need at least %d", left, side, LEAST_ROOM_MM);
  checking->fault(&page->record, attribute, text, checking->data);
}

void style_check_sizes(const Style *style, SizeFault fault, void *data)
{
  const Checking checking = { fault, data };
  check_ranges(&checking, &style->record, style_ranges);
  for (guint i = 0; i < style->types->len; i++)
    check_ranges(&checking, g_ptr_array_index(style->types, i), type_ranges);
  for (guint i = 0; i < style->pages->len; i++) {
    const PageStyle *page = g_ptr_array_index(style->pages, i);
    if (!check_ranges(&checking, &page->record, page_ranges))
      continue;
    check_room(&checking, page, "width-mm", "width", page->width_mm, page->left_mm, page->right_mm);
    check_room(&checking, page, "height-mm", "height", page->height_mm, page->top_mm, page->bottom_mm);
  }
}

/* Ranges of numbers; schemas/layout.xsd has the same. */
#include "layout/layout-sizes.h"
#include "record/record-walk.h"

static const struct {
  const char *attribute;
  int low, high;
} ranges[] = { { "years", 1, 50 }, { "width-share", 1, 100 }, { "share", 1, 1000 }, { "depth", 1, 6 } };

typedef struct {
  SizeFault fault;
  void *data;
} Checking;

static void check_record(const Record *record, void *data)
{
  const Checking *checking = data;
  for (guint i = 0; i < G_N_ELEMENTS(ranges); i++) {
    const Field *field = spec_field(record->spec, ranges[i].attribute);
    int value = field && field->type == FIELD_INT ? *(const int *)record_at(record, field) : -1;
    if (value < 0 || (value >= ranges[i].low && value <= ranges[i].high))
      continue;
    g_autofree char *text =
        g_strdup_printf("%s '%d' must be from %d to %d", field->name, value, ranges[i].low, ranges[i].high);
    checking->fault(record, field->name, text, checking->data);
  }
}

void layout_check_sizes(const Layout *layout, SizeFault fault, void *data)
{
  Checking checking = { fault, data };
  record_walk(&layout->record, check_record, &checking);
}

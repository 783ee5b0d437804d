/* Records: every type of field is read, written and read again as the same. */
#include "testing.h"

#include "record/record-carry.h"
#include "record/record-read.h"
#include "record/record-write.h"
#include "sample.h"
#include <string.h>

static const Spec *const specs[] = { &plan_spec, NULL };

static const char sample[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<plan xmlns=\"urn:qmr:1\" format=\"1.0\" code=\"HP\">\n"
    "  <summary>Words <b>in bold</b> &amp; <a href=\"https://example.org/?a=1&amp;b=2\"><i>linked</i></a>, £5<br/>new "
    "line</summary>\n"
    "  <aside>Aside</aside>\n"
    "  <milestone due=\"2010-03-31\" code=\"HP1-3\" period=\"2009-10-Q4\" target=\"-12.50\" unit=\"percent\" "
    "flags=\"estimate revised\" count=\"7\" key=\"yes\" areas=\"6, 30, 31\">\n"
    "    <title>Open &lt;two&gt; \"centres\"</title>\n"
    "    <commentary>\n"
    "      <h>Heading</h>\n"
    "      <p>One <span lang=\"cy\">dau</span> three</p>\n"
    "      <ol>\n"
    "        <li>plain</li>\n"
    "        <li>\n"
    "          <p>first</p>\n"
    "          <ul>\n"
    "            <li>inner</li>\n"
    "          </ul>\n"
    "        </li>\n"
    "      </ol>\n"
    "      <table caption=\"A &quot;small&quot; table\">\n"
    "        <tr><th>Area</th><th>Value</th></tr>\n"
    "        <tr><td>6</td><td></td></tr>\n"
    "      </table>\n"
    "    </commentary>\n"
    "  </milestone>\n"
    "  <milestone due=\"2010-04\" code=\"HP1-4\">\n"
    "    <title>Plain</title>\n"
    "    <commentary>One paragraph of words.</commentary>\n"
    "  </milestone>\n"
    "  <note>first</note>\n"
    "  <thing code=\"T1\">words</thing>\n"
    "  <note>second</note>\n"
    "  <thing code=\"T2\"/>\n"
    "</plan>\n";

static Plan *read_clean(Arena *arena, const char *text)
{
  g_autoptr(DiagList) diags = diag_list_new();
  Plan *plan = record_read_memory(arena, "sample.xml", text, strlen(text), specs, diags);
  g_autoptr(GString) messages = g_string_new(NULL);
  diag_print_text(diags, messages);
  assert_string_equal(messages->str, "");
  assert_non_null(plan);
  return plan;
}

static char *write_out(const Plan *plan)
{
  GString *out = g_string_new(NULL);
  record_write(&plan->record, out);
  return g_string_free(out, FALSE);
}

static void test_round_trip(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  g_autofree char *written = write_out(read_clean(arena, sample));
  assert_string_equal(written, sample);
}

static void test_values(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Plan *plan = read_clean(arena, sample);
  assert_string_equal(plan->code, "HP");
  assert_int_equal(plan->milestone->len, 2);
  Milestone *first = g_ptr_array_index(plan->milestone, 0);
  assert_int_equal(first->due.year, 2010);
  assert_int_equal(first->due.day, 31);
  assert_int_equal(first->period.kind, PERIOD_QUARTER);
  assert_true(first->target.given);
  assert_int_equal(first->target.amount.units, -1250);
  assert_int_equal(first->target.amount.scale, 2);
  assert_int_equal(first->unit, UNIT_PERCENT);
  assert_int_equal(first->flags, 1u << FLAG_ESTIMATE | 1u << FLAG_REVISED);
  assert_int_equal(first->count, 7);
  assert_true(first->key);
  assert_int_equal(first->areas->len, 3);
  assert_string_equal(g_ptr_array_index(first->areas, 2), "31");
  assert_string_equal(first->title, "Open <two> \"centres\"");
  Milestone *second = g_ptr_array_index(plan->milestone, 1);
  assert_int_equal(second->due.day, 0);
  assert_false(second->target.given);
  assert_int_equal(second->areas->len, 0);
  assert_int_equal(plan->things->len, 4);
  assert_ptr_equal(((Record *)g_ptr_array_index(plan->things, 1))->spec, &thing_spec);
  assert_ptr_equal(second->record.parent, plan);
}

static void test_name_and_place(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Plan *plan = read_clean(arena, sample);
  Milestone *second = g_ptr_array_index(plan->milestone, 1);
  g_autofree char *name = record_name(&second->record);
  assert_string_equal(name, "milestone HP1-4");
  const Source *source = second->record.source;
  Place tag = source_place(source, record_offset(&second->record, NULL));
  Place due = source_place(source, record_offset(&second->record, "due"));
  assert_int_equal(tag.column, 3);
  assert_int_equal(due.line, tag.line);
  assert_int_equal(due.column, 19);
  assert_string_equal(due.file, "sample.xml");
}

static void test_copy(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Plan *plan = read_clean(arena, sample);
  Plan *copy = record_copy(arena, &plan->record, NULL);
  g_autofree char *written = write_out(copy);
  assert_string_equal(written, sample);
  Milestone *first = g_ptr_array_index(copy->milestone, 0);
  assert_ptr_equal(first->record.parent, copy);
  assert_ptr_not_equal(first, g_ptr_array_index(plan->milestone, 0));
  g_ptr_array_set_size(copy->milestone, 0);
  assert_int_equal(plan->milestone->len, 2);
}

static void *read_any(Arena *arena, const char *text)
{
  static const Spec *const any[] = { &plan_spec, &made_spec, NULL };
  g_autoptr(DiagList) diags = diag_list_new();
  return record_read_memory(arena, "sample.xml", text, strlen(text), any, diags);
}

/* What could not be read is known of the record, goes over to others and stands in files that say so. */
static void test_unread(void **state)
{
  (void)state;
  g_autoptr(Arena) arena = arena_new();
  Plan *plan =
      read_any(arena, "<plan xmlns=\"urn:qmr:1\" format=\"1.0\" code=\"A\">"
                      "<milestone code=\"A1\" due=\"soon\" count=\"7\"><title>T</title><words>W</words></milestone>"
                      "<zzqq x=\"1\"/></plan>");
  const Milestone *milestone = g_ptr_array_index(plan->milestone, 0);
  assert_true(record_is_unread(&milestone->record, "due"));
  assert_true(record_is_unread(&milestone->record, "commentary"));
  assert_false(record_is_unread(&milestone->record, "period"));
  assert_false(record_is_unread(&milestone->record, "count"));
  assert_true(record_is_unread(&plan->record, "milestone"));
  assert_true(plan->record.unread_within);
  Plan *made = record_carry(arena, &plan->record, &made_spec, NULL);
  g_autofree char *written = write_out(made);
  assert_string_equal(written, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<made xmlns=\"urn:qmr:1\" format=\"1.0\" code=\"A\" unread=\"milestone\">\n"
                               "  <milestone code=\"A1\" count=\"7\" unread=\"due commentary\">\n"
                               "    <title>T</title>\n"
                               "  </milestone>\n"
                               "</made>\n");
  g_autofree char *again = write_out(read_any(arena, written));
  assert_string_equal(again, written);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_round_trip), cmocka_unit_test(test_values), cmocka_unit_test(test_name_and_place),
    cmocka_unit_test(test_copy),       cmocka_unit_test(test_unread),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}

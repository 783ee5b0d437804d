/* Conservation: councils whose items are continued, completed, renumbered, merged, closed and dropped at random through
 * four quarters. In each quarter the counts of the report are those of our own books, and exactly the dropped items are
 * findings; whether the last report is a return or a model. thread [COUNCILS [SEED]] */
#include "check/checks.h"
#include "merge/complete.h"
#include "merge/merge.h"
#include "model/readable.h"
#include "record/record-read.h"
#include "record/record-write.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KINDS = 4, QUARTERS = 4, FIRST = 9, BY_RETURN = 0, BY_PLAN = 1 };

static const struct {
  int kind;
  const char *label, *prefix;
  bool ends; /* once complete it may leave the plan */
} kinds[KINDS] = { { ENTRY_MILESTONE, "milestone", "M", true },
                   { ENTRY_INDICATOR, "indicator", "LI", false },
                   { ENTRY_TREATMENT, "risk treatment", "T", true },
                   { ENTRY_EQUALITY, "equality action", "E", true } };

typedef struct {
  char *code, *previously; /* previously: codes with commas, or NULL */
  bool complete, closed;   /* closed: still in the plan */
} Item;

/* What becomes of the items of one kind from one quarter to the next. */
typedef struct {
  guint before, fresh, ended, closed, merged, dropped, now;
} Books;

typedef struct {
  guint64 seed;
  guint next;              /* number of the next code */
  GPtrArray *items[KINDS]; /* of Item: in the plan */
  Books books[KINDS];
  GString *closings[2]; /* XML: of the return, and of the plan, which keeps them */
  GPtrArray *dropped;   /* of char *: "milestone M7" */
} Council;

static guint chance(Council *c, guint of)
{
  c->seed = c->seed * G_GUINT64_CONSTANT(6364136223846793005) + G_GUINT64_CONSTANT(1442695040888963407);
  return (guint)(c->seed >> 33) % of;
}

static Item *item_new(Council *c, guint kind)
{
  Item *item = g_new0(Item, 1);
  item->code = g_strdup_printf("%s %u", kinds[kind].prefix, c->next++);
  return item;
}

static void item_free(gpointer data)
{
  Item *item = data;
  g_free(item->code);
  g_free(item->previously);
  g_free(item);
}

/* ---- one quarter to the next ------------------------------------------------------------------------------------- */

static void say_closed(Council *c, const char *code, const char *now)
{
  g_autofree char *goes_on = now ? g_strdup_printf(" now=\"%s\"", now) : g_strdup("");
  g_string_append_printf(c->closings[chance(c, 2)], "<closed ref=\"%s\"%s>Members decided so.</closed>", code, goes_on);
}

/* By the plan's former codes, or by closing words. */
static void lead(Council *c, const char *code, Item *to)
{
  if (chance(c, 2)) {
    say_closed(c, code, to->code);
    return;
  }
  char *all = to->previously ? g_strdup_printf("%s, %s", to->previously, code) : g_strdup(code);
  g_free(to->previously);
  to->previously = all;
}

static void drop(Council *c, guint kind, const Item *item)
{
  c->books[kind].dropped++;
  g_ptr_array_add(c->dropped, g_strdup_printf("%s %s", kinds[kind].label, item->code));
}

/* The item, or what it became, goes to kept. last: one that was kept before, to merge with; or NULL. */
static void move(Council *c, guint kind, Item *item, Item *last, GPtrArray *kept)
{
  Books *books = &c->books[kind];
  guint what = chance(c, 20);
  if (item->complete && kinds[kind].ends && what < 10) {
    books->ended++;
    item_free(item);
  } else if (item->complete || what < 9) {
    item->complete |= what < 2;
    g_ptr_array_add(kept, item);
  } else if (what < 12) {
    Item *other = item_new(c, kind);
    lead(c, item->code, other);
    g_ptr_array_add(kept, other);
    item_free(item);
  } else if (what < 14 && last && !last->closed) {
    lead(c, item->code, last);
    books->merged++;
    item_free(item);
  } else if (what < 17) {
    say_closed(c, item->code, NULL);
    books->closed++;
    item_free(item);
  } else if (what < 19) {
    drop(c, kind, item);
    item_free(item);
  } else {
    g_string_append_printf(c->closings[BY_RETURN], "<closed ref=\"%s\">It waits for money.</closed>", item->code);
    books->closed++;
    item->closed = true;
    g_ptr_array_add(kept, item);
  }
}

static void go_on(Council *c, guint kind)
{
  GPtrArray *items = c->items[kind], *kept = g_ptr_array_new_with_free_func(item_free);
  c->books[kind] = (Books){ 0 };
  for (guint i = 0; i < items->len; i++) {
    Item *item = g_ptr_array_index(items, i);
    if (item->closed) { /* stays in the plan, and nobody speaks of it */
      g_ptr_array_add(kept, item);
      continue;
    }
    c->books[kind].before++;
    move(c, kind, item, kept->len ? g_ptr_array_index(kept, kept->len - 1) : NULL, kept);
  }
  /* never none: what is reported on twice a year is compared with the last report that speaks of it */
  for (guint n = 1 + chance(c, 2); n > 0; n--) {
    c->books[kind].fresh++;
    g_ptr_array_add(kept, item_new(c, kind));
  }
  for (guint i = 0; i < kept->len; i++)
    c->books[kind].now += !((const Item *)g_ptr_array_index(kept, i))->closed;
  g_ptr_array_set_free_func(items, NULL);
  g_ptr_array_unref(items);
  c->items[kind] = kept;
}

/* ---- as XML ------------------------------------------------------------------------------------------------------ */

static const char *const framework =
    "<framework xmlns=\"urn:qmr:1\" format=\"1.0\" council=\"Merebank\" title=\"Plan\" from=\"2009-10\" to=\"2011-12\">"
    "<directorate ref=\"d\" title=\"D\"><department ref=\"s\" title=\"S\" officer=\"OD\"/></directorate>"
    "<role ref=\"OD\" title=\"Director\"/></framework>";

static void add_planned(GString *out, guint kind, const Item *item)
{
  g_autofree char *previously =
      item->previously ? g_strdup_printf(" previously=\"%s\"", item->previously) : g_strdup("");
  switch (kind) {
  case 0:
    g_string_append_printf(out,
                           "<milestone ref=\"%s\"%s year=\"2009-10\" due=\"2010-03\"><text>Do it.</text></milestone>",
                           item->code, previously);
    return;
  case 1:
    g_string_append_printf(out,
                           "<indicator ref=\"%s\"%s title=\"Number of things\" category=\"quality\" unit=\"count\" "
                           "polarity=\"higher\" kind=\"flow\" frequency=\"quarterly\"/>",
                           item->code, previously);
    return;
  case 2:
    g_string_append_printf(out, "<treatment ref=\"%s\"%s><text>Do it.</text></treatment>", item->code, previously);
    return;
  default:
    g_string_append_printf(
        out, "<equality-action ref=\"%s\"%s strategy=\"A\" impact=\"high\"><text>Do it.</text></equality-action>",
        item->code, previously);
  }
}

static void add_all(const Council *c, GString *out, guint kind)
{
  for (guint i = 0; i < c->items[kind]->len; i++)
    add_planned(out, kind, g_ptr_array_index(c->items[kind], i));
}

static GString *plan_of(const Council *c)
{
  GString *out = g_string_new("<plan xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"s\" title=\"Plan\" from=\"2009-10\" "
                              "years=\"1\" status=\"final\">"
                              "<objective ref=\"O 1\" title=\"Objective\">");
  add_all(c, out, 0);
  g_string_append(out, "</objective>");
  add_all(c, out, 1);
  g_string_append(out, "<risk ref=\"R 1\" objective=\"O 1\"><text>Risk.</text>");
  add_all(c, out, 2);
  g_string_append(out, "</risk>");
  add_all(c, out, 3);
  g_string_append_printf(out, "%s</plan>", c->closings[BY_PLAN]->str);
  return out;
}

static GString *return_of(const Council *c, guint quarter)
{
  static const char *const elements[KINDS] = { "milestone", "indicator", "treatment", "equality-action" };
  GString *out = g_string_new(NULL);
  g_string_append_printf(
      out, "<return xmlns=\"urn:qmr:1\" format=\"1.0\" service=\"s\" period=\"2009-10-Q%u\" status=\"final\">",
      quarter);
  for (guint kind = 0; kind < KINDS; kind++)
    for (guint i = 0; i < c->items[kind]->len; i++) {
      const Item *item = g_ptr_array_index(c->items[kind], i);
      if (!item->closed)
        g_string_append_printf(out, "<%s ref=\"%s\" rating=\"%s\">%s<commentary>Work goes on.</commentary></%s>",
                               elements[kind], item->code, item->complete ? "complete" : "amber",
                               kind == 1 ? "<value number=\"5\"/>" : "", elements[kind]);
    }
  g_string_append_printf(out, "%s</return>", c->closings[BY_RETURN]->str);
  return out;
}

/* ---- the pipeline ------------------------------------------------------------------------------------------------ */

static void *read_one(Arena *arena, const char *name, const char *text, const Spec *spec, DiagList *diags)
{
  const Spec *specs[] = { spec, NULL };
  Record *record = record_read_memory(arena, name, text, strlen(text), specs, diags);
  if (!record || diag_count(diags, LEVEL_ERROR) > 0) {
    g_autoptr(GString) said = g_string_new(NULL);
    diag_print_text(diags, said);
    fprintf(stderr, "%s cannot be read: %s\n%s\n", name, said->str, text);
    exit(3);
  }
  readable_settle(record);
  return record;
}

static guint complain(const char *text, guint quarter, guint64 seed)
{
  printf("seed %" G_GUINT64_FORMAT ", quarter %u: %s\n", seed, quarter, text);
  return 1;
}

static guint compare_books(const Council *c, const Report *report, guint quarter, guint64 seed)
{
  guint faults = 0;
  for (guint kind = 0; kind < KINDS; kind++) {
    const Books *b = &c->books[kind];
    ItemTally is = { .kind = kinds[kind].kind };
    for (guint i = 0; i < report->tallies->len; i++)
      if (((const ItemTally *)g_ptr_array_index(report->tallies, i))->kind == kinds[kind].kind)
        is = *(const ItemTally *)g_ptr_array_index(report->tallies, i);
    g_autofree char *ours = g_strdup_printf("%u + %u - %u - %u - %u - %u = %u", b->before, b->fresh, b->ended,
                                            b->closed, b->merged, b->dropped, b->now);
    g_autofree char *theirs = g_strdup_printf("%d + %d - %d - %d - %d - %d = %d", is.before, is.fresh, is.ended,
                                              is.closed, is.merged, is.dropped, is.now);
    g_autofree char *text = g_strdup_printf("%s: %s in our books, %s in the report", kinds[kind].label, ours, theirs);
    bool conserved = is.before + is.fresh - is.ended - is.closed - is.merged - is.dropped - is.unclear == is.now;
    if (strcmp(ours, theirs) != 0 || !conserved || is.unclear)
      faults += complain(text, quarter, seed);
  }
  return faults;
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char *joined(GPtrArray *names)
{
  g_ptr_array_sort(names, compare_names);
  g_ptr_array_add(names, NULL);
  char *all = g_strjoinv("; ", (char **)names->pdata);
  g_ptr_array_remove_index(names, names->len - 1);
  return all;
}

/* Exactly the dropped ones are findings, and no closing words are doubted. */
static guint compare_findings(const Council *c, const FindingList *found, guint quarter, guint64 seed)
{
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func(g_free);
  guint faults = 0;
  for (guint i = 0; i < found->findings->len; i++) {
    const Finding *finding = g_ptr_array_index(found->findings, i);
    const char *end = strstr(finding->text, " was reported in ");
    if (strcmp(finding->rule, "M-VANISHED") == 0 && end)
      g_ptr_array_add(told, g_strndup(finding->text, end - finding->text));
    else if (strcmp(finding->rule, "R-UNKNOWN") == 0 || strcmp(finding->rule, "R-NOW") == 0 ||
             strcmp(finding->rule, "R-CLOSED") == 0 || strcmp(finding->rule, "M-NEW-CODES") == 0 ||
             strncmp(finding->rule, "C-MILESTONE", 6) == 0)
      faults += complain(finding->text, quarter, seed);
  }
  g_autofree char *is = joined(told), *should = joined(c->dropped);
  g_autofree char *text = g_strdup_printf("told as gone: %s; dropped were: %s", is, should);
  return faults + (strcmp(is, should) != 0 ? complain(text, quarter, seed) : 0);
}

/* The last reports as texts: returns, or the model of the last quarter. */
static guint run_quarter(const Council *c, guint quarter, GPtrArray *texts, bool models, guint64 seed)
{
  g_autoptr(Arena) arena = arena_new();
  g_autoptr(DiagList) diags = diag_list_new();
  g_autoptr(GString) plan = plan_of(c), current = return_of(c, quarter);
  g_autoptr(GPtrArray) earlier = g_ptr_array_new();
  Inputs inputs = { .arena = arena, .also = arena_list(arena) };
  inputs.framework = read_one(arena, "framework.xml", framework, &framework_spec, diags);
  inputs.plan = read_one(arena, "plan.xml", plan->str, &plan_spec, diags);
  inputs.current = read_one(arena, "return.xml", current->str, &return_spec, diags);
  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add(earlier, read_one(arena, "earlier.xml", g_ptr_array_index(texts, i),
                                      models ? &report_spec : &return_spec, diags));
  inputs_place_previous(&inputs, earlier);
  inputs.period = inputs.current->period;
  Report *report = merge_report(&inputs);
  const FindingList *found = check_report(&inputs, report, diags);
  complete_report(arena, report);
  GString *model = g_string_new(NULL);
  record_write(&report->record, model);
  guint faults = quarter == 1 ? report->changes->len
                              : compare_books(c, report, quarter, seed) + compare_findings(c, found, quarter, seed);
  g_ptr_array_add(texts, models ? g_strdup(model->str) : g_strdup(current->str));
  g_string_free(model, TRUE);
  return faults;
}

static guint run_council(guint64 seed, bool models, guint *ret_moved)
{
  Council c = { .seed = seed, .next = 1 };
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
  c.dropped = g_ptr_array_new_with_free_func(g_free);
  c.closings[BY_RETURN] = g_string_new(NULL);
  c.closings[BY_PLAN] = g_string_new(NULL);
  for (guint kind = 0; kind < KINDS; kind++) {
    c.items[kind] = g_ptr_array_new_with_free_func(item_free);
    for (guint i = 0; i < FIRST; i++)
      g_ptr_array_add(c.items[kind], item_new(&c, kind));
  }
  guint faults = run_quarter(&c, 1, texts, models, seed);
  for (guint quarter = 2; quarter <= QUARTERS; quarter++) {
    g_ptr_array_set_size(c.dropped, 0);
    g_string_truncate(c.closings[BY_RETURN], 0);
    for (guint kind = 0; kind < KINDS; kind++) {
      go_on(&c, kind);
      *ret_moved += c.books[kind].before - c.books[kind].now + 2 * c.books[kind].fresh;
    }
    faults += run_quarter(&c, quarter, texts, models, seed);
  }
  for (guint kind = 0; kind < KINDS; kind++)
    g_ptr_array_unref(c.items[kind]);
  g_ptr_array_unref(c.dropped);
  g_string_free(c.closings[BY_RETURN], TRUE);
  g_string_free(c.closings[BY_PLAN], TRUE);
  return faults;
}

int main(int argc, char **argv)
{
  guint councils = argc > 1 ? (guint)atoi(argv[1]) : 60, faults = 0, moved = 0;
  guint64 seed = argc > 2 ? g_ascii_strtoull(argv[2], NULL, 10) : 1;
  checks_add_rules();
  for (guint i = 0; i < councils; i++) {
    faults += run_council(seed + i, false, &moved);
    faults += run_council(seed + i, true, &moved);
  }
  printf("%u councils twice through four quarters, %u items came or went, %u faults\n", councils, moved, faults);
  return faults > 0 || moved < councils;
}

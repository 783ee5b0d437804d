/* From the calendar's rows to folders of reports. */
#include "quarter/worklist.h"
#include "base/text.h"
#include "folder/folder.h"
#include <string.h>

typedef struct {
  Arena *arena;
  const Holding *holding;
  const Framework *framework;
  const Calendar *calendar;
  Worklist *list;
  DiagList *diags;
  Date today;
  GPtrArray *departments; /* of const Department, in the order of the framework */
  GHashTable *places;     /* ref to the place of the first that has it, from 1 */
  GHashTable *folders;    /* folder to its Task */
} Working;

static Task *task_at(const Worklist *list, guint index)
{
  return g_ptr_array_index(list->tasks, index);
}

/* The folder of a report below its period. */
static const char *folder_of(const Working *w, const char *above, const char *ref)
{
  g_autofree char *period = period_to_string(w->list->period), *name = folder_name(ref);
  return arena_printf(w->arena, "%s/%s%s", period, above, name);
}

/* The task of a folder, which is made when it is the first of its kind. */
static Task *task_of(const Working *w, int whose, const char *folder, const char *ref)
{
  Task *task = g_hash_table_lookup(w->folders, folder);
  if (task)
    return task;
  task = arena_alloc(w->arena, sizeof *task);
  task->folder = folder;
  task->whose = (Whose)whose;
  task->ref = ref;
  task->kinds = arena_list(w->arena);
  task->earlier = arena_list(w->arena);
  task->also = arena_list(w->arena);
  task->needs = arena_list(w->arena);
  task->place = w->list->tasks->len;
  g_ptr_array_add(w->list->tasks, task);
  g_hash_table_insert(w->folders, (gpointer)folder, task);
  return task;
}

static bool is_wanted(const CalendarReport *kind, const char *ref)
{
  return ref && (kind->refs->len == 0 || g_ptr_array_find_with_equal_func(kind->refs, ref, g_str_equal, NULL));
}

static void refuse(Task *task, const char *why)
{
  task->state = TASK_REFUSED;
  task->why = why;
}

/* what: "there is a second return for the period,". */
static void refuse_twice(const Working *w, Task *task, const char *what, const Held *const twice[2])
{
  refuse(task, arena_printf(w->arena, "%s %s: take one of them out of the folder", what, twice[1]->path));
  task->twice[0] = twice[0];
  task->twice[1] = twice[1];
}

/* ---- services and plans ------------------------------------------------------------------------------------------ */

static void refuse_shut(const Working *w, Task *task, const char *thing, const char *folder)
{
  refuse(task, arena_printf(w->arena, "no %s of it was found, and the folder %s cannot be opened", thing, folder));
  task->ours = true;
}

/* How late it is nobody can tell. */
static void tell_future(const Working *w, const Task *task)
{
  g_autofree char *day = date_given(task->submitted) ? date_to_string(task->submitted) : NULL;
  if (day && task->form && date_compare(task->submitted, w->today) > 0)
    diag_file(w->diags, "Q-FUTURE", task->form->path,
              "it says that it was submitted on %s, a day that is still to come: it is not said how late it is", day);
}

static void find_form(const Working *w, Task *task)
{
  const Held *twice[2];
  task->form = holding_return(w->holding, task->ref, w->list->period, twice);
  task->submitted = holding_submitted(w->holding, task->ref, w->list->period);
  tell_future(w, task);
  if (task->form)
    task->state = task->form->is_final && task->plan && task->plan->is_final ? TASK_FINAL : TASK_DRAFT;
  else if (twice[1])
    refuse_twice(w, task, "there is a second return for the period,", twice);
  else if (w->holding->shut_returns)
    refuse_shut(w, task, "return", w->holding->shut_returns);
  else
    task->state = TASK_MISSING;
}

/* Nothing can be made of a return without the plan that it belongs to; what was received is told all the same. */
static void find_no_plan(const Working *w, Task *task, const Held *const twice[2])
{
  bool received = task->form || task->state == TASK_REFUSED;
  if (twice[1]) {
    refuse_twice(w, task, "two of its plans begin together; the second is", twice);
    return;
  }
  if (w->holding->shut_plans) {
    refuse_shut(w, task, "plan", w->holding->shut_plans);
    return;
  }
  task->no_plan = true;
  task->why = "no plan of it is in force in the period";
  task->state = received ? TASK_REFUSED : TASK_MISSING;
}

static void want_service(const Working *w, const CalendarReport *kind, const Department *department)
{
  const Held *other, *twice[2], *plan = holding_plan(w->holding, department->ref, w->list->period, twice);
  Task *task = task_of(w, kind->whose, folder_of(w, "", department->ref), department->ref);
  g_ptr_array_add(task->kinds, (void *)kind);
  task->title = department->title;
  task->officer = department->officer;
  task->plan = plan;
  if (kind->whose == WHOSE_SERVICES)
    find_form(w, task);
  else if (plan)
    task->state = plan->is_final ? TASK_FINAL : TASK_DRAFT;
  if (!plan)
    find_no_plan(w, task, twice);
  task->accepted = holding_accepted(w->holding, department->ref, &other);
  if (other)
    diag_file(w->diags, "Q-TWICE", other->path,
              "there is another file of what was accepted of '%s': none of both is used", department->ref);
  if (plan && kind->whose == WHOSE_SERVICES && task->kinds->len == 1) {
    holding_earlier(w->holding, plan, w->list->period, task->earlier);
    holding_pdfs(w->holding, w->list->period, task->also);
  }
}

static gint compare_places(gconstpointer a, gconstpointer b)
{
  guint one = GPOINTER_TO_UINT(*(const gpointer *)a), other = GPOINTER_TO_UINT(*(const gpointer *)b);
  return (one > other) - (one < other);
}

/* The places of the departments that a row of the calendar names, in the order of the framework. Caller unrefs. */
static GPtrArray *named_departments(const Working *w, const CalendarReport *kind)
{
  GPtrArray *places = g_ptr_array_new();
  for (guint i = 0; i < kind->refs->len; i++) {
    gpointer place = g_hash_table_lookup(w->places, g_ptr_array_index(kind->refs, i));
    if (place)
      g_ptr_array_add(places, place);
  }
  g_ptr_array_sort(places, compare_places);
  return places;
}

static void want_services(const Working *w, const CalendarReport *kind)
{
  g_autoptr(GPtrArray) named = named_departments(w, kind);
  bool all = kind->refs->len == 0;
  guint last = 0; /* a row may name one twice */
  for (guint i = 0; i < (all ? w->departments->len : named->len); i++) {
    guint place = all ? i + 1 : GPOINTER_TO_UINT(g_ptr_array_index(named, i));
    const Department *department = g_ptr_array_index(w->departments, place - 1);
    if (department->ref && place != last)
      want_service(w, kind, department);
    last = place;
  }
}

/* ---- boards, directorates, the council --------------------------------------------------------------------------- */

static gint compare_tasks(gconstpointer a, gconstpointer b)
{
  const Task *one = *(const Task *const *)a, *other = *(const Task *const *)b;
  return (one->place > other->place) - (one->place < other->place);
}

/* Models are those of the services that are made before; directorate NULL: of all. */
static void add_models(const Working *w, Task *task, const Directorate *directorate)
{
  for (guint i = 0; !directorate && i < w->list->tasks->len; i++)
    if (task_at(w->list, i)->whose == WHOSE_SERVICES)
      g_ptr_array_add(task->needs, task_at(w->list, i));
  for (guint k = 0; directorate && k < directorate->departments->len; k++) {
    const char *ref = ((const Department *)g_ptr_array_index(directorate->departments, k))->ref;
    Task *made = ref ? g_hash_table_lookup(w->folders, folder_of(w, "", ref)) : NULL;
    if (made && made->whose == WHOSE_SERVICES)
      g_ptr_array_add(task->needs, made);
  }
  g_ptr_array_sort(task->needs, compare_tasks);
}

static void want_group(const Working *w, const CalendarReport *kind, const char *ref, const char *title,
                       const Directorate *directorate)
{
  static const char *const above[] = {
    [WHOSE_BOARDS] = "boards/", [WHOSE_DIRECTORATES] = "directorates/", [WHOSE_COUNCIL] = ""
  };
  if (!is_wanted(kind, ref))
    return;
  Task *task = task_of(w, kind->whose, folder_of(w, above[kind->whose], ref), ref);
  g_ptr_array_add(task->kinds, (void *)kind);
  task->title = title;
  if (task->kinds->len == 1)
    add_models(w, task, directorate);
  if (task->needs->len == 0)
    refuse(task, "the calendar asks for no report of a service that it could be made of");
}

static void want_boards(const Working *w, const CalendarReport *kind)
{
  for (guint i = 0; i < w->framework->boards->len; i++) {
    const Board *board = g_ptr_array_index(w->framework->boards, i);
    want_group(w, kind, board->ref, board->title, NULL);
  }
}

static void want_directorates(const Working *w, const CalendarReport *kind)
{
  for (guint i = 0; i < w->framework->directorates->len; i++) {
    const Directorate *directorate = g_ptr_array_index(w->framework->directorates, i);
    want_group(w, kind, directorate->ref, directorate->title, directorate);
  }
}

static void want_council(const Working *w, const CalendarReport *kind)
{
  want_group(w, kind, "council", w->framework->council, NULL);
}

/* ---- papers ------------------------------------------------------------------------------------------------------ */

static bool has_paper(const Holding *holding, Date meeting)
{
  bool any = false;
  for (guint i = 0; i < holding->papers->len && !any; i++) {
    const Held *paper = g_ptr_array_index(holding->papers, i);
    any = paper->unread || (date_given(paper->date) && date_compare(paper->date, meeting) == 0); /* it may be it */
  }
  return any || holding->shut_papers;
}

/* Meetings whose papers should be there, and of which there is none. How many a meeting has, the calendar does not say.
 */
static void want_missing_papers(const Working *w, const CalendarReport *kind)
{
  for (guint i = 0; i < w->calendar->meetings->len; i++) {
    const Meeting *meeting = g_ptr_array_index(w->calendar->meetings, i);
    bool shown =
        date_given(meeting->date) && date_given(meeting->papers) && holding_is_shown(w->list->period, meeting->date);
    if (!shown || date_compare(meeting->papers, w->today) > 0 || date_compare(w->today, meeting->date) > 0 ||
        has_paper(w->holding, meeting->date))
      continue;
    g_autofree char *date = date_to_string(meeting->date);
    Task *task = task_of(w, kind->whose, arena_printf(w->arena, "papers/%s", date), arena_strdup(w->arena, date));
    task->title = arena_printf(w->arena, "Papers for the meeting of %s", date);
    task->state = TASK_MISSING;
    task->due = meeting->papers;
  }
}

static void want_papers(const Working *w, const CalendarReport *kind)
{
  for (guint i = 0; i < w->holding->papers->len; i++) {
    const Held *paper = g_ptr_array_index(w->holding->papers, i);
    if (!is_wanted(kind, paper->service) || !holding_is_shown(w->list->period, paper->date))
      continue;
    g_autofree char *date = date_to_string(paper->date), *name = folder_name(paper->service);
    Task *task = task_of(w, kind->whose, arena_printf(w->arena, "papers/%s/%s", date, name), paper->service);
    g_ptr_array_add(task->kinds, (void *)kind);
    const Held *const twice[] = { task->form, paper };
    if (task->form && task->form != paper)
      refuse_twice(w, task, "two papers are called so; the second is", twice);
    else
      task->state = paper->is_final ? TASK_FINAL : TASK_DRAFT;
    task->form = paper;
    task->due = calendar_papers_day(w->calendar, paper->date);
  }
  if (kind->refs->len == 0)
    want_missing_papers(w, kind);
}

/* ---- what 'qmr year' makes ----------------------------------------------------------------------------------------
 */

/* Paths are seen from the folder that the lists are in. */
static void add_file(const Working *w, const Spec *spec, GPtrArray *files, YearReport *report, const char *path)
{
  YearFile *file = record_new(w->arena, spec, &report->record);
  file->path = arena_strdup(w->arena, path);
  g_ptr_array_add(files, file);
}

/* NAME={ref} becomes NAME=safer. */
static void add_settings(const Working *w, const Task *task, const CalendarReport *kind, YearDocument *document)
{
  for (guint i = 0; i < kind->settings->len; i++) {
    g_autoptr(GString) text = g_string_new(((const CalendarSetting *)g_ptr_array_index(kind->settings, i))->text);
    g_string_replace(text, "{ref}", task->ref, 0);
    YearSetting *setting = record_new(w->arena, &year_setting_spec, &document->record);
    setting->text = arena_strdup(w->arena, text->str);
    g_ptr_array_add(document->settings, setting);
  }
}

static void add_documents(const Working *w, const Task *task, YearReport *report)
{
  for (guint i = 0; i < task->kinds->len; i++) {
    const CalendarReport *kind = g_ptr_array_index(task->kinds, i);
    YearDocument *document = record_new(w->arena, &year_document_spec, &report->record);
    document->layouts = kind->layouts;
    document->formats = kind->formats;
    add_settings(w, task, kind, document);
    g_ptr_array_add(report->documents, document);
  }
}

static void add_sources(const Working *w, const Task *task, YearReport *report)
{
  if (task->plan)
    report->plan = (char *)task->plan->below;
  if (task->form && task->whose == WHOSE_PAPERS)
    report->paper = (char *)task->form->below;
  else if (task->form)
    report->form = (char *)task->form->below;
  if (task->accepted && task->plan)
    report->accepted = (char *)task->accepted->below;
  for (guint i = 0; i < task->earlier->len; i++)
    add_file(w, &year_previous_spec, report->previous, report,
             ((const Held *)g_ptr_array_index(task->earlier, i))->below);
  for (guint i = 0; i < task->also->len; i++)
    add_file(w, &year_also_spec, report->also, report, ((const Held *)g_ptr_array_index(task->also, i))->below);
  for (guint i = 0; i < task->needs->len; i++) {
    const Task *needed = g_ptr_array_index(task->needs, i);
    if (needed->report)
      add_file(w, &year_model_spec, report->models, report, needed->folder);
  }
  if (task->needs->len > 0) {
    report->name = (char *)(strchr(task->folder, '/') + 1);
    report->title = (char *)task->title;
  } else if (task->plan && !task->form)
    report->period = w->list->period;
}

/* A service without a report has a page that says so. */
static void want_page(const Working *w, const Task *task, YearReport *report)
{
  report->absent = (char *)task->ref;
  report->no_plan = task->no_plan;
  report->framework = "framework.xml";
  report->period = w->list->period;
}

/* Nothing can be made of a plan or paper that is not there. */
static void want_report(const Working *w, Task *task)
{
  bool made = task->state == TASK_FINAL || task->state == TASK_DRAFT || task->whose == WHOSE_SERVICES;
  for (guint i = 0; i < task->needs->len && !made; i++)
    made = ((const Task *)g_ptr_array_index(task->needs, i))->report != NULL;
  if (!made)
    return;
  YearReport *report = record_new(w->arena, &year_report_spec, NULL);
  if (task->whose == WHOSE_SERVICES)
    want_page(w, task, report);
  if (task->state == TASK_FINAL || task->state == TASK_DRAFT || task->needs->len > 0)
    add_sources(w, task, report);
  add_documents(w, task, report);
  task->report = report;
}

/* ---- the whole --------------------------------------------------------------------------------------------------- */

/* What comes to the office may be of nobody. */
static bool is_department(const Working *w, const char *service)
{
  return service && g_hash_table_contains(w->places, service);
}

/* Of what kind a file is, nobody can read: its place says what it is taken for. */
static void tell_unread(const Working *w, const GPtrArray *list, const char *kind)
{
  for (guint i = 0; i < list->len; i++) {
    const Held *held = g_ptr_array_index(list, i);
    bool is_undated = strcmp(kind, "plan") != 0 && strcmp(kind, "return") != 0;
    const char *what = held->empty ? "it is empty" : "what it is cannot be read ('qmr validate' says why)";
    if (held->unread && !is_department(w, held->service) && strcmp(kind, "paper") != 0)
      diag_file(w->diags, "Q-READ", held->path, "%s, and it is not called like a service: nothing is made of it", what);
    else if (held->unread)
      diag_file(w->diags, "Q-READ", held->path, "%s: by its place it is taken for the %s of '%s'%s", what, kind,
                held->service, period_given(held->period) || is_undated ? "" : ", but of no period, and not used");
  }
}

/* Plans in force of services that nobody reports for. */
static void tell_strange_plans(const Working *w)
{
  const Held *twice[2];
  for (guint i = 0; i < w->holding->plans->len; i++) {
    const Held *plan = g_ptr_array_index(w->holding->plans, i);
    if (!plan->unread && !is_department(w, plan->service) &&
        holding_plan(w->holding, plan->service, w->list->period, twice) == plan)
      diag_file(w->diags, "Q-SERVICE", plan->path, "its service '%s' is no department of %s: nothing is made of it",
                plan->service, w->holding->framework);
  }
}

static void tell_strangers(const Working *w)
{
  const Held *twice[2];
  for (guint i = 0; i < w->holding->returns->len; i++) {
    const Held *form = g_ptr_array_index(w->holding->returns, i);
    if (!period_given(form->period) || !period_equal(form->period, w->list->period) ||
        (form->unread && !is_department(w, form->service)))
      continue;
    if (!is_department(w, form->service))
      diag_file(w->diags, "Q-SERVICE", form->path, "its service '%s' is no department of %s: nothing is made of it",
                form->service, w->holding->framework);
    else if (!holding_plan(w->holding, form->service, form->period, twice) && !twice[1])
      diag_file(w->diags, "Q-PLAN", form->path, "no plan of '%s' is in force in its period: nothing is made of it",
                form->service);
  }
}

static void list_departments(Working *w)
{
  w->departments = arena_list(w->arena);
  w->places = g_hash_table_new(g_str_hash, g_str_equal);
  arena_own(w->arena, w->places, (GDestroyNotify)g_hash_table_unref);
  for (guint i = 0; i < w->framework->directorates->len; i++) {
    const Directorate *directorate = g_ptr_array_index(w->framework->directorates, i);
    for (guint k = 0; k < directorate->departments->len; k++) {
      const Department *department = g_ptr_array_index(directorate->departments, k);
      g_ptr_array_add(w->departments, (gpointer)department);
      if (department->ref && !g_hash_table_contains(w->places, department->ref))
        g_hash_table_insert(w->places, department->ref, GUINT_TO_POINTER(w->departments->len));
    }
  }
}

typedef void (*WantFunc)(const Working *w, const CalendarReport *kind);

static const WantFunc wants[] = {
  [WHOSE_SERVICES] = want_services,         [WHOSE_PLANS] = want_services,  [WHOSE_BOARDS] = want_boards,
  [WHOSE_DIRECTORATES] = want_directorates, [WHOSE_COUNCIL] = want_council, [WHOSE_PAPERS] = want_papers,
};

const Worklist *worklist_make(Arena *arena, const Holding *holding, const Framework *framework,
                              const Calendar *calendar, Period period, Date today, DiagList *diags)
{
  Worklist *list = arena_alloc(arena, sizeof *list);
  list->period = period;
  list->due = calendar_due_day(calendar, period);
  list->tasks = arena_list(arena);
  Working w = { arena, holding, framework, calendar, list, diags, today };
  w.folders = g_hash_table_new(g_str_hash, g_str_equal);
  arena_own(arena, w.folders, (GDestroyNotify)g_hash_table_unref);
  list_departments(&w);
  for (int whose = WHOSE_SERVICES; whose <= WHOSE_PAPERS;
       whose++) /* services come before what is made of their models */
    for (guint i = 0; i < calendar->reports->len; i++) {
      const CalendarReport *kind = g_ptr_array_index(calendar->reports, i);
      if (kind->whose == whose && calendar_report_is_of(kind, period))
        wants[whose](&w, kind);
    }
  for (guint i = 0; i < list->tasks->len; i++)
    want_report(&w, task_at(list, i));
  tell_unread(&w, holding->plans, "plan");
  tell_unread(&w, holding->returns, "return");
  tell_unread(&w, holding->papers, "paper");
  tell_unread(&w, holding->accepted, "accepted findings");
  tell_strange_plans(&w);
  tell_strangers(&w);
  return list;
}

bool worklist_is_of_nothing(const Worklist *list)
{
  bool nothing = list->tasks->len > 0;
  for (guint i = 0; i < list->tasks->len && nothing; i++) {
    const Task *task = task_at(list, i);
    bool missing = task->state == TASK_MISSING;
    nothing = task->needs->len > 0 || (missing && (task->no_plan || task->whose == WHOSE_PAPERS));
  }
  return nothing;
}

Period worklist_last_period(const Holding *holding, const Calendar *calendar, Date today)
{
  Period last = { 0 };
  for (guint i = 0; i < holding->returns->len; i++) {
    Period period = ((const Held *)g_ptr_array_index(holding->returns, i))->period;
    bool wanted = false;
    for (guint k = 0; k < calendar->reports->len && period_given(period) && !wanted; k++)
      wanted = calendar_report_is_of(g_ptr_array_index(calendar->reports, k), period);
    wanted = wanted && date_compare(period_first_day(period), today) <= 0;
    if (wanted && (!period_given(last) || period_compare(period, last) > 0))
      last = period;
  }
  return last;
}

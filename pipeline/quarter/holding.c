/* Going through a council's folder. */
#include "quarter/holding.h"
#include "base/file.h"
#include "base/text.h"
#include "xml/xml-root.h"
#include <string.h>
#include <sys/stat.h>

typedef struct {
  Arena *arena;
  const char *root; /* "": here */
  Holding *holding;
  GPtrArray *accepted;
  DiagList *diags;
  GError **error;
} Looking;

enum { XML_BYTES = sizeof ".xml" - 1 };

/* A kind of file, the folder that it lies in, and where its list is. */
typedef struct {
  const char *folder, *element;
  gsize list; /* offset in Holding */
  gsize shut; /* likewise, where the first folder stands that cannot be opened; 0: nowhere */
} Shelf;

static const Shelf shelves[] = {
  { "plans", "plan", offsetof(Holding, plans), offsetof(Holding, shut_plans) },
  { "returns", "return", offsetof(Holding, returns), offsetof(Holding, shut_returns) },
  { "papers", "paper", offsetof(Holding, papers), offsetof(Holding, shut_papers) },
  { "accepted", "accepted", offsetof(Holding, accepted), 0 },
};

/* ---- one file ---------------------------------------------------------------------------------------------------- */

/* An attribute as reading takes it: white space folded; NULL when it says nothing. */
static const char *said(const Looking *l, const XmlRoot *root, const char *name)
{
  const char *value = root ? xml_root_attribute(root, name) : NULL;
  g_autofree char *folded = value ? text_fold(value) : NULL;
  return folded && *folded ? arena_strdup(l->arena, folded) : NULL;
}

static Date date_said(const Looking *l, const XmlRoot *root, const char *name)
{
  Date date = { 0 };
  const char *value = said(l, root, name);
  return value && date_parse(value, &date) ? date : (Date){ 0 };
}

/* When it is of: a period, a first year or a day. What says so and cannot be read is told. */
static void read_time(const Looking *l, const XmlRoot *root, Held *held)
{
  bool is_plan = strcmp(root->element, "plan") == 0, is_paper = strcmp(root->element, "paper") == 0;
  const char *name = is_paper ? "date" : is_plan ? "from" : "period", *time = said(l, root, name);
  if (is_paper)
    held->date = date_said(l, root, name);
  else if (!time || !period_parse(time, &held->period))
    held->period = (Period){ 0 };
  bool read = is_paper ? date_given(held->date) : period_given(held->period);
  if (time && !read)
    diag_file(l->diags, "Q-READ", held->path, "its %s is '%s', which cannot be read: where it belongs, nobody can tell",
              name, time);
}

static void read_root(const Looking *l, const XmlRoot *root, Held *held)
{
  const char *years = said(l, root, "years");
  held->service = said(l, root, strcmp(root->element, "paper") == 0 ? "ref" : "service");
  held->years = years ? (int)g_ascii_strtoll(years, NULL, 10) : 0;
  if (strcmp(root->element, "accepted") != 0)
    read_time(l, root, held);
  if (strcmp(root->element, "return") == 0)
    held->date = date_said(l, root, "submitted");
  held->is_final = g_strcmp0(said(l, root, "status"), "final") == 0;
}

/* What its place says of a file: returns/2009-10-Q4/housing.xml. */
static void read_place(const Looking *l, const char *path, Held *held)
{
  g_autofree char *folder = g_path_get_dirname(path), *above = g_path_get_basename(folder);
  g_autofree char *name = g_path_get_basename(path);
  name[strlen(name) - XML_BYTES] = '\0';
  if (!held->service)
    held->service = arena_strdup(l->arena, name);
  if (!period_given(held->period) && !period_parse(above, &held->period))
    held->period = (Period){ 0 };
  held->years = MAX(held->years, 1);
}

static bool is_known(const char *element)
{
  static const char *const others[] = { "framework", "calendar", "year",   "layout",
                                        "style",     "words",    "report", "document" };
  bool known = false;
  for (guint i = 0; i < G_N_ELEMENTS(others) && !known; i++)
    known = strcmp(element, others[i]) == 0;
  for (guint i = 0; i < G_N_ELEMENTS(shelves) && !known; i++)
    known = strcmp(element, shelves[i].element) == 0;
  return known;
}

static bool is_empty(const char *path)
{
  struct stat info;
  return stat(path, &info) == 0 && info.st_size == 0;
}

static const Held *hold(const Looking *l, const char *path, const Shelf *shelf)
{
  g_autoptr(XmlRoot) root = xml_root_peek(path, NULL);
  Held *held = arena_alloc(l->arena, sizeof *held);
  held->path = arena_strdup(l->arena, path);
  held->below = held->path + strlen(l->root);
  while (*l->root && *held->below == '/')
    held->below++;
  bool ours = !root || strcmp(root->element, shelf->element) == 0;
  if (!ours && strcmp(root->element, "accepted") == 0) { /* beside a plan, where 'qmr accept' writes it */
    read_root(l, root, held);
    g_ptr_array_add(l->accepted, held);
    return NULL;
  }
  if (!ours && is_known(root->element)) {
    diag_file(l->diags, "Q-KIND", path, "it stands among the %s, and is <%s>: it is not used", shelf->folder,
              root->element);
    return NULL;
  }
  if (root && ours)
    read_root(l, root, held);
  if (!held->service || !period_given(held->period))
    read_place(l, path, held);
  held->unread = !root;
  held->empty = held->unread && is_empty(path);
  return held;
}

/* ---- all files --------------------------------------------------------------------------------------------------- */

static void look_through(const Looking *l, const char *folder, const Shelf *shelf, GPtrArray *list);

/* A line break in a name would be one in the lists that are made of it. */
static bool has_line_break(const Looking *l, const char *path)
{
  bool broken = strpbrk(path, "\r\n") != NULL;
  if (broken)
    diag_file(l->diags, "Q-KIND", path, "its name holds a line break: it is not used");
  return broken;
}

static bool is_called(const char *path, const char *ending)
{
  gsize length_bytes = strlen(path);
  return length_bytes > XML_BYTES && g_ascii_strcasecmp(path + length_bytes - XML_BYTES, ending) == 0;
}

/* A PDF of others, in the folder of a period or of a meeting: papers/2009-10-Q4/minutes.pdf, papers/2010-05-11/. */
static void hold_pdf(const Looking *l, const char *path)
{
  g_autofree char *folder = g_path_get_dirname(path), *above = g_path_get_basename(folder);
  Held *held = arena_alloc(l->arena, sizeof *held);
  *held = (Held){ .path = arena_strdup(l->arena, path) };
  held->below = held->path + strlen(l->root);
  while (*l->root && *held->below == '/')
    held->below++;
  bool placed = period_parse(above, &held->period);
  held->period = placed ? held->period : (Period){ 0 };
  placed |= date_parse(above, &held->date);
  if (placed)
    g_ptr_array_add(l->holding->pdfs, held);
  else
    diag_file(
        l->diags, "Q-KIND", path,
        "it stands in no folder of a period (papers/2009-10-Q4) or of a meeting (papers/2010-05-11): it is not used");
}

static void look_at(const Looking *l, const char *path, const Shelf *shelf, GPtrArray *list)
{
  if (has_line_break(l, path))
    return;
  if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
    if (!g_file_test(path, G_FILE_TEST_IS_SYMLINK))
      look_through(l, path, shelf, list);
    return;
  }
  if (is_called(path, ".pdf") && strcmp(shelf->element, "paper") == 0)
    hold_pdf(l, path);
  const Held *held = is_called(path, ".xml") ? hold(l, path, shelf) : NULL;
  if (held)
    g_ptr_array_add(list, (void *)held);
}

/* What is in it, nobody can tell; all else is looked at. */
static void tell_shut(const Looking *l, const char *folder, const Shelf *shelf, const char *why)
{
  const char **first = shelf->shut ? (const char **)((char *)l->holding + shelf->shut) : NULL;
  diag_file(l->diags, "Q-READ", folder, "this folder cannot be opened, and nothing in it is used: %s", why);
  if (first && !*first)
    *first = arena_strdup(l->arena, folder);
}

static void look_through(const Looking *l, const char *folder, const Shelf *shelf, GPtrArray *list)
{
  const char *fault = file_folder_fault(folder);
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  if (fault)
    tell_shut(l, folder, shelf, fault);
  for (const char *name; dir && (name = g_dir_read_name(dir));) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (*name != '.' && *name != '~')
      look_at(l, path, shelf, list);
  }
}

static gint compare(gconstpointer a, gconstpointer b)
{
  const Held *left = *(const Held *const *)a, *right = *(const Held *const *)b;
  int order = g_strcmp0(left->service, right->service);
  if (order == 0)
    order = period_compare(left->period, right->period);
  return order ? order : strcmp(left->path, right->path);
}

static char *path_in(const Looking *l, const char *name)
{
  return *l->root ? g_build_filename(l->root, name, NULL) : g_strdup(name);
}

/* A file of root that there must be. */
static const char *require(const Looking *l, const char *name, const char *why)
{
  g_autofree char *path = path_in(l, name);
  if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
    return arena_strdup(l->arena, path);
  if (g_file_test(l->root, G_FILE_TEST_EXISTS) && !g_file_test(l->root, G_FILE_TEST_IS_DIR)) {
    g_set_error(l->error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY,
                "%s is a file: name the council's folder, in which %s is", l->root, name);
    return NULL;
  }
  g_set_error(l->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "there is no %s: %s", path, why);
  return NULL;
}

const Holding *holding_look(Arena *arena, const char *root, DiagList *diags, GError **error)
{
  g_autofree char *plain = g_strdup(root);
  for (gsize n = strlen(plain); n > 1 && plain[n - 1] == '/'; n--)
    plain[n - 1] = '\0';
  const char *above = strcmp(plain, ".") == 0 ? "" : arena_strdup(arena, plain);
  Holding *holding = arena_alloc(arena, sizeof *holding);
  const Looking l = { arena, above, holding, arena_list(arena), diags, error };
  holding->root = above;
  holding->pdfs = arena_list(arena);
  holding->framework = require(&l, "framework.xml", "it says which services and boards there are");
  holding->calendar = holding->framework ? require(&l, "calendar.xml", "it says what is made for whom") : NULL;
  if (!holding->calendar)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS(shelves); i++) {
    bool is_accepted = shelves[i].list == offsetof(Holding, accepted);
    GPtrArray *list = is_accepted ? l.accepted : arena_list(arena);
    g_autofree char *folder = path_in(&l, shelves[i].folder);
    *(GPtrArray **)((char *)holding + shelves[i].list) = list;
    if (g_file_test(folder, G_FILE_TEST_IS_DIR))
      look_through(&l, folder, &shelves[i], list);
    g_ptr_array_sort(list, compare);
  }
  g_ptr_array_sort(holding->pdfs, compare);
  return holding;
}

/* ---- questions to it --------------------------------------------------------------------------------------------- */

/* The files of a service: from the first one on. They are in order. */
typedef struct {
  const GPtrArray *list;
  const char *service;
  guint next;
} OfService;

static OfService files_of(const GPtrArray *list, const char *service)
{
  guint low = 0, high = list->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    if (g_strcmp0(((const Held *)g_ptr_array_index(list, middle))->service, service) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return (OfService){ list, service, low };
}

/* The next of them, or NULL. */
static const Held *next_file(OfService *files)
{
  const Held *held = files->next < files->list->len ? g_ptr_array_index(files->list, files->next) : NULL;
  files->next++;
  return held && g_strcmp0(held->service, files->service) == 0 ? held : NULL;
}

/* Whether a plan is in force on the first day of a period. */
static bool is_in_force(const Held *plan, Period period)
{
  Period last = period_given(plan->period) ? period_back(plan->period, 1 - plan->years, 0) : (Period){ 0 };
  return period_given(last) && date_compare(period_first_day(plan->period), period_first_day(period)) <= 0 &&
         date_compare(period_first_day(period), period_last_day(last)) <= 0;
}

/* The one that was found, or both when there is another one. */
static const Held *one_of(const Held *found, const Held *other, const Held *ret_twice[2])
{
  ret_twice[0] = other ? found : NULL;
  ret_twice[1] = other;
  return other ? NULL : found;
}

const Held *holding_plan(const Holding *holding, const char *service, Period period, const Held *ret_twice[2])
{
  const Held *best = NULL, *other = NULL;
  OfService plans = files_of(holding->plans, service);
  for (const Held *plan; (plan = next_file(&plans));) {
    if (!is_in_force(plan, period))
      continue;
    bool together = best && date_compare(period_first_day(best->period), period_first_day(plan->period)) == 0;
    other = together ? plan : NULL;
    if (!together)
      best = plan; /* they are in order */
  }
  return one_of(best, other, ret_twice);
}

const Held *holding_return(const Holding *holding, const char *service, Period period, const Held *ret_twice[2])
{
  const Held *found = NULL, *other = NULL;
  OfService forms = files_of(holding->returns, service);
  for (const Held *form; (form = next_file(&forms));) {
    if (!period_given(form->period) || !period_equal(form->period, period))
      continue;
    if (found)
      other = form;
    else
      found = form;
  }
  return one_of(found, other, ret_twice);
}

Date holding_submitted(const Holding *holding, const char *service, Period period)
{
  Date first = { 0 };
  OfService forms = files_of(holding->returns, service);
  for (const Held *form; (form = next_file(&forms));) {
    bool counts = period_given(form->period) && period_equal(form->period, period) && date_given(form->date);
    if (counts && (!date_given(first) || date_compare(form->date, first) < 0))
      first = form->date;
  }
  return first;
}

bool holding_is_shown(Period period, Date meeting)
{
  Period later = period_back(period, 0, -2);
  return date_given(meeting) && period_given(later) && date_compare(meeting, period_last_day(period)) > 0 &&
         date_compare(meeting, period_last_day(later)) <= 0;
}

void holding_pdfs(const Holding *holding, Period period, GPtrArray *pdfs)
{
  for (guint i = 0; i < holding->pdfs->len; i++) {
    const Held *pdf = g_ptr_array_index(holding->pdfs, i);
    if ((period_given(pdf->period) && period_equal(pdf->period, period)) || holding_is_shown(period, pdf->date))
      g_ptr_array_add(pdfs, (void *)pdf);
  }
}

const Held *holding_accepted(const Holding *holding, const char *service, const Held **ret_other)
{
  const Held *found = NULL;
  *ret_other = NULL;
  OfService files = files_of(holding->accepted, service);
  for (const Held *accepted; (accepted = next_file(&files));) {
    if (accepted->unread)
      continue;
    *ret_other = found ? accepted : NULL;
    if (!found)
      found = accepted;
  }
  return *ret_other ? NULL : found;
}

void holding_earlier(const Holding *holding, const Held *plan, Period period, GPtrArray *earlier)
{
  Date since = period_first_day(period_back(period_year(period), 1, 0)), first = period_first_day(plan->period);
  if (date_compare(first, since) < 0)
    since = first;
  OfService forms = files_of(holding->returns, plan->service);
  const Held *twice[2];
  for (const Held *form; (form = next_file(&forms));)
    if (!form->unread && period_given(form->period) && period_alike(form->period, period) &&
        date_compare(period_first_day(form->period), since) >= 0 && period_compare(form->period, period) < 0 &&
        holding_return(holding, form->service, form->period, twice))
      g_ptr_array_add(earlier, (void *)form);
}

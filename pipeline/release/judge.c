/* One question after the other; the report says yes to all of them, or hears all that is in its way. */
#include "release/judge.h"
#include "base/file.h"
#include "base/text.h"
#include "folder/folder.h"
#include "model/framework.h"
#include "record/record-read.h"
#include "release/day.h"
#include "vocabulary/vocabulary.h"
#include "xml/xml-root.h"
#include <string.h>

typedef struct {
  Arena *arena;
  const Law *law;
  Occasion occasion;      /* the report's own */
  const Verified *report; /* proved */
  GPtrArray *anchors;     /* of char *, paths that calendars are looked for beside and above; owned */
  GPtrArray *reasons;     /* of char *, owned */
  GPtrArray *absent;      /* of char *, owned: services of which a model says only that there is no report */
  guint models;
  DiagList *diags;
  GError **error;
} Judging;

static bool judge(Judging *j, const char *folder, Verified *ret, bool is_model);

static void G_GNUC_PRINTF(2, 3) refuse(const Judging *j, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_ptr_array_add(j->reasons, g_strdup_vprintf(format, arguments));
  va_end(arguments);
}

/* All reasons in a line; NULL: there is none. Caller frees. */
static char *join(GPtrArray *reasons, const char *separator)
{
  if (reasons->len == 0)
    return NULL;
  g_ptr_array_add(reasons, NULL);
  char *all = g_strjoinv(separator, (char **)reasons->pdata);
  g_ptr_array_set_size(reasons, (int)reasons->len - 1);
  return all;
}

static const ManifestFile *file_at(const Manifest *manifest, guint index)
{
  return g_ptr_array_index(manifest->files, index);
}

/* An input's path as it is seen from here: as the run was given it, if that was made here; caller frees. */
static char *input_path(const Judging *j, const ManifestFile *input)
{
  g_autofree char *path = manifest_path(input), *here = g_get_current_dir();
  return file_is_same(here, j->report->base) ? g_steal_pointer(&path) : g_canonicalize_filename(path, j->report->base);
}

/* ---- what was made --------------------------------------------------------------------------------------------- */

/* A name that a folder for everybody may hold: nothing hidden, nothing for the team, nothing that leads elsewhere. */
static bool is_plain(const char *name)
{
  g_auto(GStrv) parts = g_strsplit(name, "/", -1);
  for (char **part = parts; *part; part++)
    if (!**part || **part == '.' || g_ascii_strcasecmp(*part, "team") == 0)
      return false;
  for (const char *at = name; *at; at++)
    if (g_ascii_iscntrl(*at) || *at == '\\')
      return false;
  return *name && strcmp(name, RELEASED_NAME) != 0 && g_utf8_validate(name, -1, NULL);
}

GHashTable *judge_public_names(const Manifest *made)
{
  GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < made->files->len; i++) {
    g_autofree char *path = file_at(made, i)->role == ROLE_OUTPUT ? manifest_path(file_at(made, i)) : NULL;
    if (path && is_plain(path))
      g_hash_table_add(names, g_steal_pointer(&path));
  }
  for (guint i = 0; i < made->files->len; i++) { /* what is for the team, too, is for the team */
    g_autofree char *path = file_at(made, i)->role == ROLE_TEAM ? manifest_path(file_at(made, i)) : NULL;
    if (path)
      g_hash_table_remove(names, path);
  }
  return names;
}

static void judge_files(const Judging *j)
{
  const Manifest *made = j->report->made.manifest;
  g_autoptr(GHashTable) names = judge_public_names(made);
  for (guint i = 0; i < made->files->len; i++) {
    g_autofree char *path = file_at(made, i)->role == ROLE_OUTPUT ? manifest_path(file_at(made, i)) : NULL;
    if (path && !g_hash_table_contains(names, path))
      refuse(j, "its layout calls a file '%s', which is no name for everybody", path);
  }
  if (!j->report->made.whole)
    refuse(j, "one of its documents could not be made");
}

/* ---- what it was made from ------------------------------------------------------------------------------------- */

static bool says(const char *path, const char *attribute, const char *wanted)
{
  g_autoptr(XmlRoot) root = xml_root_peek(path, NULL);
  const char *value = root ? xml_root_attribute(root, attribute) : NULL;
  g_autofree char *folded = value ? text_fold(value) : NULL;
  return g_strcmp0(folded, wanted) == 0;
}

/* Papers are for everybody where they say so, and name no reason against it. */
static void judge_paper(const Judging *j, const char *path)
{
  g_autoptr(XmlRoot) root = xml_root_peek(path, NULL);
  const char *paragraph = root ? xml_root_attribute(root, "paragraph") : NULL;
  if (!says(path, "part", "public"))
    refuse(j, "%s is exempt, or does not say part=\"public\"", path);
  else if (paragraph)
    refuse(j, "%s names a paragraph of Schedule 12A (paragraph=\"%s\"), which only exempt papers have", path,
           paragraph);
}

static void judge_input(const Judging *j, const ManifestFile *input, GString *drafts)
{
  g_autofree char *path = input_path(j, input);
  bool is_told = input->as == AS_PLAN || input->as == AS_RETURN || input->as == AS_PAPER ||
                 input->as == AS_PREVIOUS; /* its figures are last quarter's */
  if (is_told && !says(path, "status", "final"))
    g_string_append_printf(drafts, "%s%s", drafts->len > 0 ? ", " : "", path);
  if (input->as == AS_PAPER)
    judge_paper(j, path);
  if (input->as == AS_FRAMEWORK || input->as == AS_PAPER)
    g_ptr_array_add(j->anchors, g_strdup(path));
}

static const ManifestFile *find_model(const Manifest *manifest)
{
  for (guint i = 0; i < manifest->files->len; i++)
    if (file_at(manifest, i)->role == ROLE_TEAM && strcmp(file_at(manifest, i)->path, "team/model.xml") == 0)
      return file_at(manifest, i);
  return NULL;
}

/* A model counts for what its own folder can prove. *ret_says_something is set unless it only says that there is no
 * report. */
static bool judge_model(const Judging *j, const ManifestFile *input, bool *ret_says_something)
{
  g_autofree char *path = input_path(j, input);
  g_autofree char *team = g_path_get_dirname(path), *folder = g_path_get_dirname(team);
  g_autofree char *manifest = g_build_filename(team, "manifest.xml", NULL);
  if (!g_str_has_suffix(path, "/team/model.xml") || !g_file_test(manifest, G_FILE_TEST_EXISTS)) {
    refuse(j, "its model %s stands in no folder that can be proved: make it with 'qmr report'", path);
    *ret_says_something = true;
    return true;
  }
  g_auto(Verified) verified = { 0 };
  g_autoptr(GPtrArray) reasons = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) anchors = g_ptr_array_new_with_free_func(g_free);
  Judging own = *j;
  own.reasons = reasons;
  own.anchors = anchors;
  own.report = &verified;
  if (!judge(&own, folder, &verified, true))
    return false;
  *ret_says_something |= !verified.made.manifest || !verified.made.manifest->absent;
  const ManifestFile *model = verified.answer == VERIFY_REPEATED ? find_model(verified.made.manifest) : NULL;
  if (verified.answer == VERIFY_REPEATED && (!model || g_strcmp0(model->sha256, input->sha256) != 0))
    refuse(&own, "it is not the model that the report was made from");
  if (verified.answer == VERIFY_REPEATED && verified.made.manifest->absent)
    g_ptr_array_add(j->absent, g_path_get_basename(folder));
  g_ptr_array_extend_and_steal(j->anchors, g_steal_pointer(&anchors));
  g_autofree char *all = join(reasons, ", ");
  if (all)
    refuse(j, "its model %s: %s", path, all);
  return true;
}

static bool judge_inputs(Judging *j, bool is_model)
{
  const Manifest *made = j->report->made.manifest;
  g_autoptr(GString) drafts = g_string_new(NULL);
  guint before = j->reasons->len;
  bool models = false, says_something = false;
  for (guint i = 0; i < made->files->len; i++) {
    const ManifestFile *input = file_at(made, i);
    if (input->role != ROLE_INPUT)
      continue;
    j->models += input->as == AS_MODEL;
    if (input->as == AS_MODEL && is_model)
      refuse(j, "it is made of models itself");
    else if (input->as == AS_MODEL && !judge_model(j, input, &says_something))
      return false;
    models |= input->as == AS_MODEL && !is_model;
    judge_input(j, input, drafts);
  }
  if (models && !says_something)
    refuse(j, "none of the services that it is made of was available");
  if (j->reasons->len > before)
    return true; /* its models, or its paper, have told */
  if (drafts->len > 0)
    refuse(j, "made from what is not status=\"final\": %s", drafts->str);
  else if (made->status != STATUS_FINAL)
    refuse(j, "made from a draft");
  if (made->errors != 0)
    refuse(j, "%d %s that nobody has accepted: see team/messages.txt", made->errors,
           made->errors == 1 ? "error" : "errors");
  return true;
}

/* ---- when
 * ------------------------------------------------------------------------------------------------------------ */

static void judge_day(const Judging *j, const char *calendar)
{
  g_autofree char *fault = day_fault(j->arena, &j->occasion, j->law->today, calendar, j->diags);
  if (fault)
    refuse(j, "%s", fault);
}

/* Every calendar that the report is under. */
static void judge_days(const Judging *j)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  if (j->law->calendar) {
    judge_day(j, j->law->calendar);
    return;
  }
  if (j->anchors->len == 0)
    refuse(j, "nothing says where its calendar is: name it with --calendar");
  for (guint i = 0; i < j->anchors->len; i++) {
    const char *anchor = g_ptr_array_index(j->anchors, i);
    g_autofree char *path = file_above(anchor, "calendar.xml");
    g_autofree char *key = g_strdup(path ? path : "");
    if (!g_hash_table_add(seen, g_steal_pointer(&key)))
      continue;
    if (path)
      judge_day(j, path);
    else
      refuse(j, "no calendar says from which day: put calendar.xml beside or above %s, or name it with --calendar",
             anchor);
  }
}

/* ---- the whole
 * ------------------------------------------------------------------------------------------------------- */

/* Where its run put the folder, and verify found it, is where such a report belongs. */
static void judge_place(Judging *j)
{
  Occasion named;
  bool known = j->report->usual && occasion_of(j->report->usual, &j->occasion);
  if (!known || !occasion_of(j->report->folder, &named) || !occasion_equal(&j->occasion, &named))
    refuse(j, "it does not belong here, but to %s", j->report->usual ? j->report->usual : "no period");
}

/* Whether a folder below the period is that of a department of the framework, but not of own. */
static bool is_of_another(const Framework *framework, const char *below, const char *own)
{
  for (guint i = 0; i < framework->directorates->len; i++) {
    const Directorate *directorate = g_ptr_array_index(framework->directorates, i);
    for (guint k = 0; k < directorate->departments->len; k++) {
      const Department *department = g_ptr_array_index(directorate->departments, k);
      g_autofree char *name = department->ref ? folder_name(department->ref) : NULL;
      gsize length = name ? strlen(name) : 0;
      if (length > 0 && g_strcmp0(name, own) != 0 && strncmp(below, name, length) == 0 &&
          (!below[length] || below[length] == '/'))
        return true;
    }
  }
  return false;
}

/* A report may have a name of its own, but not that of another service. */
static void judge_name(const Judging *j)
{
  const char *below = strchr(j->report->folder, '/'), *own = j->report->usual ? strchr(j->report->usual, '/') : NULL;
  if (!period_given(j->occasion.period) || !below || !own)
    return;
  for (guint i = 0; i < j->anchors->len; i++) {
    g_autoptr(DiagList) unused = diag_list_new();
    const char *path = g_ptr_array_index(j->anchors, i);
    const Framework *framework = record_read_file(j->arena, path, &framework_spec, unused, NULL);
    if (framework && is_of_another(framework, below + 1, own + 1)) {
      refuse(j, "it is called like another service, but is %s: give it another name", j->report->usual);
      return;
    }
  }
}

static bool judge(Judging *j, const char *folder, Verified *ret, bool is_model)
{
  if (g_file_test(folder, G_FILE_TEST_IS_SYMLINK)) {
    refuse(j, "it is a link: put the folder itself there");
    return true;
  }
  if (!verify_folder(j->arena, folder, ret, j->diags, j->error))
    return false;
  if (ret->answer != VERIFY_REPEATED) {
    refuse(j, "%s",
           ret->answer == VERIFY_ALTERED ? "altered, or not proved, see above; make it again"
                                         : "it cannot be repeated here, see above; make it again");
    return true;
  }
  judge_place(j);
  judge_files(j);
  if (!judge_inputs(j, is_model))
    return false;
  judge_name(j);
  if (!is_model && (j->report->made.manifest->absent || (j->models > 0 && j->absent->len == j->models)))
    refuse(j, "it only says that there is no report");
  if (!is_model && !occasion_equal(&j->occasion, &j->law->occasion))
    refuse(j, "it is of another period");
  if (!is_model || !occasion_equal(&j->occasion, &j->law->occasion)) /* else its day is asked for with the report */
    judge_days(j);
  return true;
}

bool judge_report(Arena *arena, const char *folder, const Law *law, Judgement *ret, DiagList *diags, GError **error)
{
  *ret = (Judgement){ 0 };
  g_autoptr(GPtrArray) reasons = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) anchors = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) absent = g_ptr_array_new_with_free_func(g_free);
  Judging j = { .arena = arena,
                .law = law,
                .occasion = law->occasion,
                .report = &ret->verified,
                .anchors = anchors,
                .reasons = reasons,
                .absent = absent,
                .diags = diags,
                .error = error };
  if (!judge(&j, folder, &ret->verified, false))
    return false;
  ret->refused = join(reasons, "; ");
  ret->absent = join(absent, ", ");
  return true;
}

void judgement_clear(Judgement *judgement)
{
  verified_clear(&judgement->verified);
  g_clear_pointer(&judgement->refused, g_free);
  g_clear_pointer(&judgement->absent, g_free);
}

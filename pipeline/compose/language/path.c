/* Paths: taking them apart and looking up their names. */
#include "compose/language/path.h"
#include "compose/language/condition.h"

/* What a name can be in a record: the field, and the kind of records in it (NULL: a value). */
typedef struct {
  const Field *field;
  const Spec *spec;
} Member;

static bool find_member(const Spec *spec, const char *name, Member *ret_member)
{
  for (guint i = 0; i < spec->n_fields; i++) {
    const Field *field = &spec->fields[i];
    if (field->type == FIELD_ANY) {
      for (const Spec *const *kind = field->detail; *kind; kind++)
        if (g_str_equal((*kind)->element, name)) {
          *ret_member = (Member){ field, *kind };
          return true;
        }
    } else if (g_str_equal(field->name, name)) {
      bool records = field->type == FIELD_ONE || field->type == FIELD_MANY;
      *ret_member = (Member){ field, records ? field->detail : NULL };
      return true;
    }
  }
  return false;
}

static void add_members(const Spec *spec, GPtrArray *names)
{
  for (guint i = 0; i < spec->n_fields; i++) {
    const Field *field = &spec->fields[i];
    if (field->type != FIELD_ANY) {
      g_ptr_array_add(names, (char *)field->name);
      continue;
    }
    for (const Spec *const *kind = field->detail; *kind; kind++)
      g_ptr_array_add(names, (char *)(*kind)->element);
  }
}

/* ---- the first name ------------------------------------------------------------------------------------------- */

static const Frame *frame_new(Arena *arena, const Spec *spec, const char *name, const Frame *around)
{
  Frame *frame = arena_alloc(arena, sizeof *frame);
  *frame = (Frame){ spec, around, name };
  return frame;
}

static void step_add(Compiler *compiler, Path *path, Member member)
{
  PathStep *step = arena_alloc(compiler->arena, sizeof *step);
  *step = (PathStep){ member.field, member.spec, NULL };
  g_ptr_array_add(path->steps, step);
  const char *name = member.field->type == FIELD_ANY ? member.spec->element : member.field->name;
  path->frame = frame_new(compiler->arena, member.spec, name, path->frame);
  path->many |= member.field->type != FIELD_ONE;
}

static void take_member(Compiler *compiler, Path *path, Member member)
{
  if (member.spec)
    step_add(compiler, path, member);
  else
    path->field = member.field;
}

/* In the current record or one around it; a value will do only when nothing follows (leads_on). */
static bool begin_around(Compiler *compiler, Path *path, const char *name, bool leads_on, const Shape *shape)
{
  guint up = 0;
  for (const Frame *frame = shape->frame; frame; frame = frame->around, up++) {
    Member member;
    bool found = find_member(frame->spec, name, &member) && (member.spec || !leads_on);
    if (!found && !g_str_equal(frame->spec->element, name))
      continue;
    path->from = FROM_AROUND;
    path->up = up;
    path->frame = frame;
    if (found)
      take_member(compiler, path, member);
    return true;
  }
  return false;
}

static bool begin_loop(Path *path, const char *name, const Shape *shape)
{
  guint up = 0;
  for (const LoopName *loop = shape->loops; loop; loop = loop->outer, up++) {
    if (!g_str_equal(loop->name, name))
      continue;
    path->from = FROM_LOOP;
    path->up = up;
    path->frame = loop->frame;
    path->varies = varies_loop(up);
    return true;
  }
  return false;
}

static bool begin_param(Compiler *compiler, Path *path, const char *name)
{
  for (guint i = 0; i < compiler->params->len; i++) {
    const Param *param = g_ptr_array_index(compiler->params, i);
    if (!g_str_equal(param->name, name))
      continue;
    path->from = FROM_PARAM;
    path->varies = VARIES_PARAM;
    path->param = &param->record;
    path->frame = frame_new(compiler->arena, &param_spec, NULL, NULL);
    path->field = spec_field(&param_spec, "value");
    return true;
  }
  return false;
}

/* The kind of record around whose value has that name, or NULL. */
static const Spec *has_value(const char *name, const Shape *shape)
{
  for (const Frame *frame = shape->frame; frame; frame = frame->around) {
    Member member;
    if (find_member(frame->spec, name, &member))
      return frame->spec;
  }
  return NULL;
}

static void fault_value(const Scanner *scanner, const char *at, const char *name, const Spec *spec)
{
  scanner_fault(scanner, "L-PATH", at, "'%s' is a value (%s): nothing can follow it", name, spec->label);
}

static void fault_first_name(const Scanner *scanner, const char *at, const char *name, const Shape *shape)
{
  const Spec *spec = has_value(name, shape);
  if (spec) {
    fault_value(scanner, at, name, spec);
    return;
  }
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (const Frame *frame = shape->frame; frame; frame = frame->around) {
    add_members(frame->spec, names);
    g_ptr_array_add(names, (char *)frame->spec->element);
  }
  for (const LoopName *loop = shape->loops; loop; loop = loop->outer)
    g_ptr_array_add(names, (char *)loop->name);
  for (guint i = 0; i < scanner->compiler->params->len; i++)
    g_ptr_array_add(names, ((const Param *)g_ptr_array_index(scanner->compiler->params, i))->name);
  g_ptr_array_add(names, "reports");
  g_autofree char *hint = did_you_mean(name, names);
  scanner_fault(scanner, "L-NAME", at, "nothing is called '%s' in or around '%s'%s", name, shape->frame->spec->label,
                hint);
}

static bool begin(Scanner *scanner, Path *path, const Shape *shape)
{
  const char *at = scanner->at;
  Compiler *compiler = scanner->compiler;
  const char *name = scanner_name(scanner);
  if (!name) {
    if (*at)
      scanner_fault(scanner, "L-PATH", at, "a name is missing before '%s'", at);
    else
      scanner_fault(scanner, "L-PATH", at, "a name is missing");
    return false;
  }
  bool leads_on = *scanner->at == '/' || *scanner->at == '[';
  if (begin_around(compiler, path, name, leads_on, shape) || begin_loop(path, name, shape) ||
      begin_param(compiler, path, name))
    return true;
  if (g_str_equal(name, "reports")) {
    path->from = FROM_REPORTS;
    path->many = true;
    path->frame = frame_new(compiler->arena, compiler->root, NULL, NULL);
    return true;
  }
  fault_first_name(scanner, at, name, shape);
  return false;
}

/* ---- the names after it ----------------------------------------------------------------------------------------- */

static bool scan_filter(Scanner *scanner, Path *path, const Shape *shape)
{
  const char *at = scanner->at;
  if (!scanner_take(scanner, "["))
    return true;
  if (path->field || path->steps->len == 0) {
    scanner_fault(scanner, "L-PATH", at, "only records of a list can be picked from with []");
    return false;
  }
  Shape inside = { path->frame, shape->loops };
  PathStep *step = g_ptr_array_index(path->steps, path->steps->len - 1);
  step->filter = condition_scan(scanner, &inside);
  if (!step->filter)
    return false;
  path->varies |= condition_varies(step->filter);
  scanner_space(scanner);
  if (scanner_take(scanner, "]"))
    return true;
  scanner_fault(scanner, "L-PATH", scanner->at, "']' is missing");
  return false;
}

static bool scan_next(Scanner *scanner, Path *path)
{
  const char *at = scanner->at;
  const Spec *spec = path->frame->spec;
  if (path->field) {
    fault_value(scanner, at, path->field->name, spec);
    return false;
  }
  const char *name = scanner_name(scanner);
  Member member;
  if (!name) {
    scanner_fault(scanner, "L-PATH", at, "a name is missing after '/'");
    return false;
  }
  if (find_member(spec, name, &member)) {
    take_member(scanner->compiler, path, member);
    return true;
  }
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  add_members(spec, names);
  g_autofree char *hint = did_you_mean(name, names);
  scanner_fault(scanner, "L-NAME", at, "no '%s' in '%s'%s", name, spec->label, hint);
  return false;
}

/* The first step whose filter asks for more than the record; as many as there are when none does. */
static guint first_open(const Path *path)
{
  guint at = 0;
  for (; at < path->steps->len; at++) {
    const PathStep *step = g_ptr_array_index(path->steps, at);
    if (step->filter && condition_varies(step->filter))
      break;
  }
  return at;
}

Path *path_scan(Scanner *scanner, const Shape *shape)
{
  Path *path = arena_alloc(scanner->compiler->arena, sizeof *path);
  path->steps = arena_list(scanner->compiler->arena);
  const char *from = scanner->at;
  if (!begin(scanner, path, shape) || !scan_filter(scanner, path, shape))
    return NULL;
  while (scanner_take(scanner, "/"))
    if (!scan_next(scanner, path) || !scan_filter(scanner, path, shape))
      return NULL;
  path->text = arena_strndup(scanner->compiler->arena, from, scanner->at - from);
  path->open = first_open(path);
  return path;
}

Path *path_new(Compiler *compiler, const Record *record, const char *attribute, const char *text, const Shape *shape)
{
  Scanner scanner = scanner_new(compiler, record, attribute, text);
  scanner_space(&scanner);
  Path *path = path_scan(&scanner, shape);
  scanner_space(&scanner);
  if (path && *scanner.at) {
    scanner_fault(&scanner, "L-PATH", scanner.at, "'%s' cannot follow a path", scanner.at);
    return NULL;
  }
  return path;
}

Path *path_new_records(Compiler *compiler, const Record *record, const char *attribute, const char *text,
                       const Shape *shape)
{
  Path *path = path_new(compiler, record, attribute, text, shape);
  if (!path || !path->field)
    return path;
  compiler_fault(compiler, "L-KIND", record, attribute, "'%s' is a value (%s): %s need records", text,
                 path->frame->spec->label, attribute);
  return NULL;
}

bool path_equal(const Path *a, const Path *b)
{
  return a->from == b->from && a->up == b->up && a->param == b->param && a->field == b->field && !a->many && !b->many &&
         a->steps->len == 0 && b->steps->len == 0;
}

Shape path_shape(const Path *path, const Shape *shape)
{
  return (Shape){ path->frame, shape->loops };
}

/* ---- where fields stand ----------------------------------------------------------------------------------------- */

char *path_place(const Frame *frame, const Field *field)
{
  GString *out = g_string_new(field ? field->name : "");
  for (; frame && frame->around; frame = frame->around) {
    if (out->len)
      g_string_prepend_c(out, '/');
    g_string_prepend(out, frame->name);
  }
  return g_string_free(out, FALSE);
}

/* What is shown of a figure, or of a section. */
static const char *const told_of_records[] = { "number", "text", "state", "flags", "title" };

void path_note_shown(Compiler *compiler, const Path *path)
{
  if (!compiler->shown || path->from == FROM_PARAM)
    return;
  if (path->field) {
    g_hash_table_add(compiler->shown, path_place(path->frame, path->field));
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS(told_of_records); i++) {
    const Field *field = spec_field(path->frame->spec, told_of_records[i]);
    if (field)
      g_hash_table_add(compiler->shown, path_place(path->frame, field));
  }
}

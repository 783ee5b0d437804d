/* Completion: the words of usage and of options say what they stand for. */
#include "program/complete.h"
#include "diag/rule.h"
#include <string.h>

void complete_offer(const char *word, const char *begun, GString *out)
{
  if (g_str_has_prefix(word, begun))
    g_string_append_printf(out, "%s\n", word);
}

/* ---- what a name stands for -------------------------------------------------------------------------------------- */

static void offer_rules(const char *begun, GString *out)
{
  guint n;
  const Rule *const *rules = rule_all(&n);
  g_autofree char *capitals = g_ascii_strup(begun, -1);
  for (guint i = 0; i < n; i++)
    complete_offer(rules[i]->id, capitals, out);
}

static bool is_one_of(const char *name, const char *const *names)
{
  return g_strv_contains(names, name);
}

/* Offers what a name in capitals stands for; one in small letters is meant as it is written. */
static void offer_named(const char *name, const char *begun, GString *out)
{
  static const char *const files[] = { "FILE", "PLAN",     "RETURN", "EARLIER-RETURN", "MODEL", "PAPER",
                                       "LIST", "DOCUMENT", NULL };
  static const char *const folders[] = { "FOLDER", "DATA", "DIR", NULL };
  if (is_one_of(name, files))
    g_string_append(out, "<files>\n");
  else if (is_one_of(name, folders))
    g_string_append(out, "<folders>\n");
  else if (strcmp(name, "LAYOUT") == 0)
    g_string_append(out, "<layouts>\n");
  else if (strcmp(name, "RULE") == 0)
    offer_rules(begun, out);
  else if (g_ascii_islower(*name) && !strchr(name, '/'))
    complete_offer(name, begun, out);
}

/* "pdf|html": what any of them stands for. */
static void offer_any(const char *names, const char *begun, GString *out)
{
  g_auto(GStrv) each = g_strsplit(names, "|", -1);
  for (char **name = each; *name; name++)
    offer_named(*name, begun, out);
}

/* ---- options ----------------------------------------------------------------------------------------------------- */

static const GOptionEntry *find_option(const GOptionEntry *options, const char *word)
{
  for (; options && options->long_name; options++)
    if ((g_str_has_prefix(word, "--") && strcmp(word + 2, options->long_name) == 0) ||
        (word[0] == '-' && word[1] && word[1] == options->short_name && !word[2]))
      return options;
  return NULL;
}

/* The option whose value stands after the word, or NULL. */
static const GOptionEntry *valued(const Program *program, const GOptionEntry *shared, const char *word)
{
  const GOptionEntry *option = find_option(program->options, word);
  if (!option)
    option = find_option(shared, word);
  return option && option->arg != G_OPTION_ARG_NONE ? option : NULL;
}

static void offer_options(const GOptionEntry *options, const char *begun, GString *out)
{
  for (; options && options->long_name; options++) {
    g_autofree char *word = g_strconcat("--", options->long_name, NULL);
    if (!(options->flags & G_OPTION_FLAG_HIDDEN))
      complete_offer(word, begun, out);
  }
}

/* ---- arguments --------------------------------------------------------------------------------------------------- */

/* The n-th argument by one way of using the program: "PLAN [RETURN] [EARLIER-RETURN...]". What stands in brackets may
 * be left out, what ends with dots repeated. */
static void offer_argument(const char *usage, guint n, const char *begun, GString *out)
{
  g_auto(GStrv) terms = g_strsplit(usage, " ", -1);
  guint needed = 0, i = 0;
  for (char **term = terms; *term; term++, i++) {
    bool optional = **term == '[', repeated = strstr(*term, "...") != NULL;
    g_autofree char *name = g_strdup(*term + optional);
    name[strcspn(name, "].")] = '\0';
    if (needed <= n && (n <= i || repeated))
      offer_any(name, begun, out);
    needed += !optional;
  }
}

static void offer_arguments(const char *usage, guint n, const char *begun, GString *out)
{
  g_auto(GStrv) ways = g_strsplit(usage, " | ", -1);
  if (*usage == '-') /* there are options only */
    return;
  for (char **way = ways; *way; way++)
    offer_argument(*way, n, begun, out);
}

/* Each line once, in the order of their first. */
static void drop_repeated(GString *lines)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  g_auto(GStrv) each = g_strsplit(lines->str, "\n", -1);
  g_string_truncate(lines, 0);
  for (char **line = each; *line; line++)
    if (**line && g_hash_table_add(seen, *line))
      g_string_append_printf(lines, "%s\n", *line);
}

/* ---- the whole --------------------------------------------------------------------------------------------------- */

static void add(GPtrArray *list, const char *word, gsize length)
{
  g_ptr_array_add(list, g_strndup(word, length));
}

/* The words as they were typed, and "--out=x" as two of them; of char *, owned. A shell may have parted them at "=". */
static GPtrArray *parted(char *const *words)
{
  GPtrArray *list = g_ptr_array_new_with_free_func(g_free);
  bool valued = false,
       glue = false; /* the last one is an option of which the value may follow; what follows belongs to it */
  for (; *words; words++) {
    char **last = list->len ? (char **)&g_ptr_array_index(list, list->len - 1) : NULL;
    const char *equals = g_str_has_prefix(*words, "--") ? strchr(*words, '=') : NULL;
    bool sign = last && strcmp(*words, "=") == 0;
    if (glue || (sign && !valued)) {
      char *whole = g_strconcat(*last, *words, NULL);
      g_free(*last);
      *last = whole;
    } else if (!sign) {
      add(list, *words, equals ? (gsize)(equals - *words) : strlen(*words));
    }
    if (equals || (sign && valued && !words[1]))
      add(list, equals ? equals + 1 : "", equals ? strlen(equals + 1) : 0);
    glue = sign && !valued;
    valued = !equals && !sign && g_str_has_prefix(*words, "--");
  }
  return list;
}

void complete_words(const Program *program, const GOptionEntry *shared, char *const *words, GString *out)
{
  g_autoptr(GPtrArray) typed = parted(words);
  g_autoptr(GString) found = g_string_new(NULL);
  const GOptionEntry *open = NULL; /* whose value comes next */
  guint n = 0;
  for (guint i = 0; i + 1 < typed->len; i++) {
    const char *word = g_ptr_array_index(typed, i);
    n += !open && *word != '-';
    open = open ? NULL : valued(program, shared, word);
  }
  const char *last = typed->len ? g_ptr_array_index(typed, typed->len - 1) : "";
  if (open && open->arg_description)
    offer_any(open->arg_description, last, found);
  else if (!open && *last == '-')
    offer_options(program->options, last, found), offer_options(shared, last, found);
  else if (!open)
    offer_arguments(program->usage, n, last, found);
  drop_repeated(found);
  g_string_append(out, found->str);
}

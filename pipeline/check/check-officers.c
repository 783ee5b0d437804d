/* Officers and priorities in words: a "Head of ..." that the framework does not have, a priority's name with one word
 * of another. */
#include "check/checks.h"
#include <string.h>

/* ---- officers ---------------------------------------------------------------------------------------------------- */

static bool is_word(const Sentence *sentence, guint at, const char *word)
{
  const Token *token = sentence_token(sentence, at);
  return token && token->word && strcmp(token->word, word) == 0;
}

static bool is_capital(const Token *token)
{
  return token && token->kind == TOKEN_WORD && g_unichar_isupper(g_utf8_get_char(token->start));
}

/* The last token of "Head of Housing and Health" that begins at a token; false: no such title. */
static bool title_at(const Sentence *sentence, guint at, guint *ret_last)
{
  static const char *const grades[] = { "head", "director", NULL };
  const Token *token = sentence_token(sentence, at);
  if (!is_capital(token) || !token_is(token, grades) || !is_word(sentence, at + 1, "of") ||
      !is_capital(sentence_token(sentence, at + 2)))
    return false;
  guint last = at + 2;
  for (guint i = at + 3; sentence_token(sentence, i); i++) {
    bool joint = is_word(sentence, i, "and") || is_word(sentence, i, "&") || is_word(sentence, i, ",");
    if (is_capital(sentence_token(sentence, i)))
      last = i;
    else if (!joint || !is_capital(sentence_token(sentence, i + 1)))
      break;
  }
  *ret_last = last;
  return true;
}

/* Heads and directors are among the roles, and so many of them that one more would be. */
static guint heads_of(const Checks *c, const char *grade)
{
  guint n = 0;
  const GPtrArray *roles = c->inputs->framework->roles;
  for (guint i = 0; i < roles->len; i++) {
    const Role *role = g_ptr_array_index(roles, i);
    n += role->title && g_ascii_strncasecmp(role->title, grade, strlen(grade)) == 0;
  }
  return n;
}

/* A role has that title, or one begins with the other. */
static bool is_role(const Checks *c, const char *title)
{
  const GPtrArray *roles = c->inputs->framework->roles;
  for (guint i = 0; i < roles->len; i++) {
    const Role *role = g_ptr_array_index(roles, i);
    gsize least = role->title ? MIN(strlen(role->title), strlen(title)) : 0;
    if (least > 0 && g_ascii_strncasecmp(role->title, title, least) == 0)
      return true;
  }
  return false;
}

/* Of another body: "the Trust's Head of ...", "the Head of Finance at the trust". */
static bool is_of_another(const Sentence *sentence, guint at, guint last)
{
  static const char *const behind[] = { "at", "of", "for", "from", "in", NULL };
  const Token *before = at > 0 ? sentence_token(sentence, at - 1) : NULL;
  bool owned = before && before->word && (g_str_has_suffix(before->word, "s") || g_str_has_suffix(before->word, "'"));
  static const char *const interim[] = { "former", "new", "interim", "acting", "national", "regional", NULL };
  return owned || token_is(before, interim) || token_is(sentence_token(sentence, last + 1), behind);
}

static void check_officer(const Checks *c, const Speech *speech, const Sentence *sentence, guint at)
{
  guint last;
  if (!title_at(sentence, at, &last) || is_of_another(sentence, at, last))
    return;
  g_autofree char *title = sentence_quote(sentence, at, last);
  if (heads_of(c, "head of") + heads_of(c, "director of") == 0 || is_role(c, title))
    return;
  findings_remark(c->findings, speech, "W-OFFICER", sentence, at, last, "is no role of the framework");
}

/* ---- priorities -------------------------------------------------------------------------------------------------- */

static bool is_joint(const Token *token)
{
  static const char *const joints[] = { "and", "&", NULL };
  return token_is(token, joints);
}

/* The words of a priority's title at a token, but for one. */
static bool is_nearly(const Sentence *sentence, guint at, const Sentence *title)
{
  guint same = 0, all = title->tokens->len;
  if (!is_capital(sentence_token(sentence, at)))
    return false;
  for (guint i = 0; i < all && same + 1 >= i; i++) {
    const Token *is = sentence_token(sentence, at + i), *meant = sentence_token(title, i);
    if (!is || !is->word || !meant->word)
      return false;
    bool joined = is_joint(is) && is_joint(meant);
    same += joined || strcmp(is->word, meant->word) == 0;
  }
  return same + 1 == all;
}

static void check_priorities(const Checks *c, const Speech *speech, const Sentence *sentence, const GPtrArray *titles)
{
  for (guint i = 0; i < titles->len; i++) {
    const Sentence *title = g_ptr_array_index(titles, i);
    for (guint j = 0; j + title->tokens->len <= sentence->tokens->len; j++) {
      if (!is_nearly(sentence, j, title))
        continue;
      g_autofree char *is = sentence_quote(title, 0, title->tokens->len - 1);
      g_autofree char *what = g_strdup_printf("is no corporate priority: is '%s' meant?", is);
      findings_remark(c->findings, speech, "W-PRIORITY", sentence, j, j + title->tokens->len - 1, what);
    }
  }
}

/* Titles of priorities of four words and more, each one sentence. */
static GPtrArray *long_titles(const Checks *c)
{
  enum { LEAST = 4 };
  GPtrArray *titles = g_ptr_array_new();
  for (guint i = 0; i < c->inputs->framework->priorities->len; i++) {
    const Priority *priority = g_ptr_array_index(c->inputs->framework->priorities, i);
    const GPtrArray *cut = priority->title ? sentences_of_text(c->inputs->arena, priority->title) : NULL;
    if (cut && cut->len == 1 && ((const Sentence *)g_ptr_array_index(cut, 0))->tokens->len >= LEAST)
      g_ptr_array_add(titles, g_ptr_array_index(cut, 0));
  }
  return titles;
}

/* Titles of sections that are one word away from a priority's. */
static void check_headings(const Checks *c, const GPtrArray *sections, const GPtrArray *titles)
{
  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index(sections, i);
    const Speech speech = { .record = &section->record, .part = "title" };
    const GPtrArray *cut = section->title ? sentences_of_text(c->inputs->arena, section->title) : NULL;
    for (guint j = 0; cut && j < cut->len; j++)
      check_priorities(c, &speech, g_ptr_array_index(cut, j), titles);
    check_headings(c, section->sections, titles);
  }
}

static void run(const Checks *c)
{
  g_autoptr(GPtrArray) titles = long_titles(c);
  for (guint i = 0; i < c->words->len; i++) {
    const Speech *speech = g_ptr_array_index(c->words, i);
    for (guint j = 0; j < speech->sentences->len; j++) {
      const Sentence *sentence = g_ptr_array_index(speech->sentences, j);
      for (guint k = 0; sentence_token(sentence, k); k++)
        check_officer(c, speech, sentence, k);
      check_priorities(c, speech, sentence, titles);
    }
  }
  check_headings(c, c->inputs->plan->sections, titles);
  for (guint i = 0; i < c->inputs->also->len; i++) {
    const Paper *paper = g_ptr_array_index(c->inputs->also, i);
    if (paper->record.spec == &paper_spec)
      check_headings(c, paper->sections, titles);
  }
}

/* clang-format off */
static const Rule rules[] = {
  { "W-OFFICER", LEVEL_NOTE, "wording", "an officer that the framework does not have",
    "Members look for the officer who answers; titles change, and words stay. Officers of other bodies are left alone where the words say so.",
    "Correct the title, or add the role to the framework." },
  { "W-PRIORITY", LEVEL_NOTE, "wording", "nearly the name of a corporate priority",
    "One word differs from the title in the framework: a slip, or a name of before.", "Write the title as the framework has it." },
  { NULL },
};
/* clang-format on */

const Check check_officers = { .run = run, .rules = rules };

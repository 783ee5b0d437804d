/* Codes in the words that lead nowhere: "PA 21", when the plan has PA 5 to PA 28 and no PA 21; or a code of before. */
#include "check/checks.h"
#include <string.h>

enum { LEAST_OF_A_KIND = 3 };

/* "HP LI" of "HP LI 5", in capitals and without spaces; NULL when the code is not letters and then a number. */
static char *prefix_of(const char *code)
{
  gsize length = strcspn(code, "0123456789");
  if (length == 0 || !code[length] || code[length + strspn(code + length, "0123456789")])
    return NULL;
  GString *prefix = g_string_new(NULL);
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isalpha(code[i]))
      g_string_append_c(prefix, g_ascii_toupper(code[i]));
    else if (code[i] != ' ')
      return g_string_free(prefix, TRUE);
  return g_string_free(prefix, FALSE);
}

/* Sets of the nation or of partners: a plan takes some of them, the words may name any. */
static bool is_shared_set(const char *prefix)
{
  static const char *const sets[] = { "NI", "BV", "BVPI", "PAF", "KPI", "LPI", "SCS", "PI", "DIS", "CH", NULL };
  return g_strv_contains(sets, prefix);
}

/* Prefixes of the service's own codes, to how many; and all codes known, as prefix and number. */
typedef struct {
  GHashTable *prefixes, *codes;
  GHashTable *former; /* codes of before to the code of now, as its indicator has it */
} Codes;

static void know(Codes *codes, const char *code, bool own)
{
  g_autofree char *prefix = code ? prefix_of(code) : NULL;
  if (!prefix)
    return;
  g_hash_table_add(codes->codes, g_strdup_printf("%s%" G_GUINT64_FORMAT, prefix,
                                                 g_ascii_strtoull(code + strcspn(code, "0123456789"), NULL, 10)));
  if (own && !is_shared_set(prefix)) {
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(codes->prefixes, prefix)) + 1;
    g_hash_table_replace(codes->prefixes, g_steal_pointer(&prefix), GUINT_TO_POINTER(n));
  }
}

/* A code of before, which is that of no other indicator now. */
static void know_former(Codes *codes, const char *code, const char *now)
{
  g_autofree char *prefix = code ? prefix_of(code) : NULL;
  if (prefix && now)
    g_hash_table_insert(
        codes->former,
        g_strdup_printf("%s%" G_GUINT64_FORMAT, prefix, g_ascii_strtoull(code + strcspn(code, "0123456789"), NULL, 10)),
        (gpointer)now);
}

static void codes_init(Codes *codes, const Checks *c)
{
  *codes = (Codes){ g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL) };
  const Plan *plan = c->inputs->plan;
  for (guint i = 0; i < plan->indicators->len; i++) {
    const Indicator *indicator = g_ptr_array_index(plan->indicators, i);
    know(codes, indicator->ref, true);
    for (guint j = 0; j < indicator->previously->len; j++)
      know_former(codes, g_ptr_array_index(indicator->previously, j), indicator->ref);
    for (guint j = 0; j < indicator->also->len; j++)
      know(codes, g_ptr_array_index(indicator->also, j), false);
  }
  for (guint i = 0; i < plan->objectives->len; i++)
    know(codes, ((const Objective *)g_ptr_array_index(plan->objectives, i))->ref, false);
}

static bool is_capitals(const Token *token)
{
  for (guint i = 0; token && i < token->length_bytes; i++)
    if (!g_ascii_isupper(token->start[i]))
      return false;
  return token && token->kind == TOKEN_WORD;
}

/* "PA 21" or "HP LI 12" that begins at the token; false when it is no code of the service's own kind. */
static bool code_at(const Codes *codes, const Sentence *sentence, guint at, char **ret_code, guint *ret_last)
{
  bool begins = sentence_token(sentence, at)->kind == TOKEN_NUMBER || is_capitals(sentence_token(sentence, at));
  if (!begins || (at > 0 && is_capitals(sentence_token(sentence, at - 1))))
    return false;
  g_autoptr(GString) prefix = g_string_new(NULL);
  guint i = at;
  for (; is_capitals(sentence_token(sentence, i)) && prefix->len < 12; i++)
    g_string_append_len(prefix, sentence_token(sentence, i)->start, sentence_token(sentence, i)->length_bytes);
  const Token *number = sentence_token(sentence, i);
  guint n = GPOINTER_TO_UINT(g_hash_table_lookup(codes->prefixes, prefix->str));
  if (n < LEAST_OF_A_KIND || !number || number->kind != TOKEN_NUMBER || number->number.scale > 0 || number->percent ||
      number->number.units > 999)
    return false;
  *ret_code = g_strdup_printf("%s%d", prefix->str, (int)number->number.units);
  *ret_last = i;
  return true;
}

/* A code of before without a word that says so, and without the code of now. */
static bool is_stale(const Sentence *sentence)
{
  static const char *const then[] = { "formerly", "former", "previously", "previous", "old",
                                      "ago",      "before", "earlier",    "was",      "were",
                                      "had",      "last",   "until",      "then",     NULL };
  return !sentence_has(sentence, then);
}

/* Whether the sentence names the code somewhere. */
static bool has_code(const Codes *codes, const Sentence *sentence, const char *now)
{
  g_autofree char *prefix = prefix_of(now);
  guint64 number = g_ascii_strtoull(now + strcspn(now, "0123456789"), NULL, 10);
  g_autofree char *wanted = g_strdup_printf("%s%" G_GUINT64_FORMAT, prefix ? prefix : "", number);
  for (guint i = 0; sentence_token(sentence, i); i++) {
    g_autofree char *code = NULL;
    guint last;
    if (code_at(codes, sentence, i, &code, &last) && strcmp(code, wanted) == 0)
      return true;
  }
  return false;
}

static void check_sentence(const Checks *c, const Codes *codes, const Speech *speech, const Sentence *sentence)
{
  for (guint i = 0; sentence_token(sentence, i); i++) {
    g_autofree char *code = NULL;
    guint last;
    if (!code_at(codes, sentence, i, &code, &last) || g_hash_table_contains(codes->codes, code))
      continue;
    g_autofree char *quote = sentence_quote(sentence, i, last);
    g_autofree char *name = record_name(speech->record);
    const char *now = g_hash_table_lookup(codes->former, code);
    if (now && (!is_stale(sentence) || has_code(codes, sentence, now)))
      continue;
    Spot spot = { .record = speech->record, .sentence = sentence, .token = i, .last = last };
    if (now)
      findings_add(c->findings, "W-CODE", &spot, "%s, %s: '%s' is now %s", name, speech->part, quote, now);
    else
      findings_add(c->findings, "W-CODE", &spot, "%s, %s: '%s' is no indicator of the plan", name, speech->part, quote);
  }
}

static void run(const Checks *c)
{
  Codes codes;
  codes_init(&codes, c);
  for (guint i = 0; i < c->speeches->len; i++) {
    const Speech *speech = g_ptr_array_index(c->speeches, i);
    for (guint j = 0; j < speech->sentences->len; j++)
      check_sentence(c, &codes, speech, g_ptr_array_index(speech->sentences, j));
  }
  g_hash_table_unref(codes.prefixes);
  g_hash_table_unref(codes.codes);
  g_hash_table_unref(codes.former);
}

/* clang-format off */
static const Rule rules[] = {
  { "W-CODE", LEVEL_NOTE, "wording", "a code that no indicator has",
    "Readers look for it in the tables; it is a slip, or a code of before.", "Correct the code, or say what it was." },
  { NULL },
};
/* clang-format on */

const Check check_unknown = { .run = run, .rules = rules };

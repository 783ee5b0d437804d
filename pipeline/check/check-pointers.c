/* References in prose: a section, paragraph, annex or table that the document does not have; a milestone that no plan
 * has. */
#include "check/checks.h"
#include "facts/pdf.h"
#include <string.h>

/* What a document numbers. */
typedef struct {
  GHashTable *numbers; /* of sections and paragraphs: "3", "3.2" */
  GHashTable *annexes; /* "A", "1" */
  guint tables;
  guint most;    /* the highest number of a section */
  bool numbered; /* sections have numbers */
} Numbering;

/* "3.0" is "3". */
static char *plain(const char *number)
{
  gsize length = strlen(number);
  while (length > 0 && number[length - 1] == '.')
    length--;
  if (length > 2 && strncmp(number + length - 2, ".0", 2) == 0)
    length -= 2;
  return g_ascii_strdown(number, (gssize)length);
}

static guint tables_of(const Prose *prose)
{
  guint n = 0;
  for (guint i = 0; prose && i < prose->blocks->len; i++)
    n += ((const ProseBlock *)g_ptr_array_index(prose->blocks, i))->kind == PROSE_TABLE;
  return n;
}

static void number_sections(Numbering *numbering, const GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++) {
    const Section *section = g_ptr_array_index(sections, i);
    if (section->number) {
      g_hash_table_add(numbering->numbers, plain(section->number));
      numbering->most = MAX(numbering->most, (guint)g_ascii_strtoull(section->number, NULL, 10));
    }
    numbering->tables += tables_of(section->text);
    number_sections(numbering, section->sections);
  }
}

static void numbering_init(Numbering *numbering, const Record *document)
{
  *numbering = (Numbering){ .numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                            .annexes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL) };
  const Paper *paper = document->spec == &paper_spec ? (const Paper *)document : NULL;
  const GPtrArray *sections = paper                            ? paper->sections
                              : document->spec == &plan_spec   ? ((const Plan *)document)->sections
                              : document->spec == &return_spec ? ((const Return *)document)->sections
                                                               : NULL;
  if (sections)
    number_sections(numbering, sections);
  for (guint i = 0; paper && i < paper->annexes->len; i++) {
    const Section *annex = g_ptr_array_index(paper->annexes, i);
    if (annex->ref)
      g_hash_table_add(numbering->annexes, plain(annex->number ? annex->number : annex->ref));
    numbering->tables += tables_of(annex->text);
  }
  if (paper && pdf_is_paper(document)) /* tables may be pictures there */
    numbering->tables = G_MAXUINT;
  numbering->numbered = g_hash_table_size(numbering->numbers) > 1;
}

static void numbering_clear(Numbering *numbering)
{
  g_hash_table_unref(numbering->numbers);
  g_hash_table_unref(numbering->annexes);
}

/* Whether more follows that says whose section it is: "of the Act", "of the strategy"; "above", "here" do not. */
static bool is_of_another(const Sentence *sentence, guint last)
{
  static const char *const of[] = { "of",      "in",       "agreement", "agreements", "act",   "notice",
                                    "notices", "to",       "register",  "officer",    "works", "funding",
                                    "money",   "payments", "and",       "-",          "/",     "(",
                                    "order",   "orders",   "enquiries", NULL };
  static const char *const and[] = { "and", NULL }, *const here[] = { "section", "paragraph", "para", "table", NULL };
  const Token *next = sentence_token(sentence, last + 1), *after = sentence_token(sentence, last + 2);
  if (token_is(next, and) && token_is(after, here)) /* whose that is it says itself */
    return is_of_another(sentence, last + 3);
  return token_is(next, of) || (next && next->kind == TOKEN_NUMBER);
}

static void report(const Checks *c, const Speech *speech, const Sentence *sentence, guint at, guint last,
                   const char *what)
{
  findings_remark(c->findings, speech, "W-POINTER", sentence, at, last, what);
}

static bool is_number(const Token *token)
{
  return token && token->kind == TOKEN_NUMBER && !token->percent && !token->pounds && !token->ordinal && !token->time;
}

static void check_section(const Checks *c, const Numbering *numbering, const Speech *speech, const Sentence *sentence,
                          guint at)
{
  enum { BEYOND = 9 }; /* sections of law have higher numbers */
  static const char *const words[] = { "section", "paragraph", "para", NULL };
  const Token *number = sentence_token(sentence, at + 1);
  if (!numbering->numbered || !token_is(sentence_token(sentence, at), words) || !is_number(number) ||
      is_of_another(sentence, at + 1))
    return;
  g_autofree char *written = g_strndup(number->start, number->length_bytes), *key = plain(written);
  if (g_ascii_strtoull(key, NULL, 10) > numbering->most + BEYOND || g_hash_table_contains(numbering->numbers, key))
    return;
  report(c, speech, sentence, at, at + 1, "leads nowhere: the document has no such section");
}

static void check_annex(const Checks *c, const Numbering *numbering, const Speech *speech, const Sentence *sentence,
                        guint at)
{
  static const char *const words[] = { "appendix", "annex", "annexe", NULL };
  const Token *label = sentence_token(sentence, at + 1);
  bool letter = label && label->kind == TOKEN_WORD && label->length_bytes == 1 && g_ascii_isupper(*label->start);
  if (speech->document->spec != &paper_spec || !token_is(sentence_token(sentence, at), words) ||
      (!letter && !is_number(label)) || is_of_another(sentence, at + 1) ||
      g_hash_table_size(numbering->annexes) == 0) /* they may be files of their own */
    return;
  g_autofree char *written = g_strndup(label->start, label->length_bytes), *key = plain(written);
  if (!g_hash_table_contains(numbering->annexes, key))
    report(c, speech, sentence, at, at + 1, "leads nowhere: the paper has no such annex");
}

static void check_table(const Checks *c, const Numbering *numbering, const Speech *speech, const Sentence *sentence,
                        guint at)
{
  static const char *const words[] = { "table", NULL };
  const Token *number = sentence_token(sentence, at + 1);
  if (speech->document->spec == &return_spec || !token_is(sentence_token(sentence, at), words) || !is_number(number) ||
      number->number.scale > 0 || is_of_another(sentence, at + 1) || number->number.units <= (gint64)numbering->tables)
    return;
  report(c, speech, sentence, at, at + 1, "leads nowhere: the document has fewer tables");
}

/* ---- milestones -------------------------------------------------------------------------------------------------- */

/* Codes of milestones and objectives without spaces, and the letters that begin those of milestones with a point. */
typedef struct {
  GHashTable *codes, *prefixes;
} Codes;

static void know_plan(Codes *codes, const Plan *plan)
{
  for (guint i = 0; i < plan->objectives->len; i++) {
    const Objective *objective = g_ptr_array_index(plan->objectives, i);
    for (guint j = 0; j < objective->milestones->len; j++) {
      const char *ref = ((const Milestone *)g_ptr_array_index(objective->milestones, j))->ref;
      gsize letters = ref ? strspn(ref, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;
      if (!ref)
        continue;
      g_hash_table_add(codes->codes, g_strdup(ref));
      if (letters > 0 && g_ascii_isdigit(ref[letters]) && strchr(ref, '.'))
        g_hash_table_add(codes->prefixes, g_strndup(ref, letters));
    }
  }
}

/* "P2.6": letters and a number with a point, as the plan's milestones are called. */
static void check_code(const Checks *c, const Codes *codes, const Speech *speech, const Sentence *sentence, guint at)
{
  const Token *letters = sentence_token(sentence, at), *number = sentence_token(sentence, at + 1);
  if (letters->kind != TOKEN_WORD || !is_number(number) || number->number.scale == 0 ||
      number->start != letters->start + letters->length_bytes)
    return;
  g_autofree char *prefix = g_strndup(letters->start, letters->length_bytes);
  g_autofree char *code = g_strndup(letters->start, letters->length_bytes + number->length_bytes);
  if (g_hash_table_contains(codes->prefixes, prefix) && !g_hash_table_contains(codes->codes, code))
    report(c, speech, sentence, at, at + 1, "leads nowhere: the plan has no such milestone");
}

static void check_speech(const Checks *c, const Codes *codes, const Numbering *numbering, const Speech *speech)
{
  for (guint i = 0; i < speech->sentences->len; i++) {
    const Sentence *sentence = g_ptr_array_index(speech->sentences, i);
    for (guint j = 0; sentence_token(sentence, j); j++) {
      check_section(c, numbering, speech, sentence, j);
      check_annex(c, numbering, speech, sentence, j);
      check_table(c, numbering, speech, sentence, j);
      check_code(c, codes, speech, sentence, j);
    }
  }
}

static void run(const Checks *c)
{
  Codes codes = { g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                  g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL) };
  know_plan(&codes, c->inputs->plan);
  for (guint i = 0; i < c->inputs->also->len; i++) {
    const Record *document = g_ptr_array_index(c->inputs->also, i);
    if (document->spec == &plan_spec)
      know_plan(&codes, (const Plan *)document);
  }
  const Record *document = NULL;
  Numbering numbering = { 0 };
  for (guint i = 0; i < c->words->len; i++) {
    const Speech *speech = g_ptr_array_index(c->words, i);
    if (speech->document != document) {
      if (document)
        numbering_clear(&numbering);
      numbering_init(&numbering, speech->document);
      document = speech->document;
    }
    check_speech(c, &codes, &numbering, speech);
  }
  if (document)
    numbering_clear(&numbering);
  g_hash_table_unref(codes.codes);
  g_hash_table_unref(codes.prefixes);
}

/* clang-format off */
static const Rule rules[] = {
  { "W-POINTER", LEVEL_NOTE, "wording", "words that point to a place that is not there",
    "The section, paragraph, annex, table or milestone was renumbered or taken out. What is said to be of another document is left alone.",
    "Correct the number, or say of which document it is." },
  { NULL },
};
/* clang-format on */

const Check check_pointers = { .run = run, .rules = rules };

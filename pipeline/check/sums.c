/* Checking sums and telling causes from consequences. */
#include "check/sums.h"
#include "model/figures.h"

enum { TERMS_SHOWN = 12, TERMS_SEARCHED = 1000 };

typedef struct {
  const OptAmount *figure;
  bool minus;
} Term;

struct Sum {
  GArray *terms; /* of Term */
  Amount total;
  guint scale; /* most decimals among the terms */
  bool sound;  /* no term missing or too large */
};

void suspicions_init(Suspicions *suspicions)
{
  suspicions->suspects = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  suspicions->flagged = g_hash_table_new(NULL, NULL);
}

void suspicions_clear(Suspicions *suspicions)
{
  g_hash_table_unref(suspicions->suspects);
  g_hash_table_unref(suspicions->flagged);
}

Sum *sum_new(void)
{
  Sum *sum = g_new0(Sum, 1);
  sum->terms = g_array_new(FALSE, FALSE, sizeof(Term));
  sum->sound = true;
  return sum;
}

void sum_free(Sum *sum)
{
  g_array_unref(sum->terms);
  g_free(sum);
}

static bool apply(Amount total, Amount term, bool minus, Amount *ret_total)
{
  return minus ? amount_subtract(total, term, ret_total) : amount_add(total, term, ret_total);
}

void sum_add(Sum *sum, const OptAmount *term, bool minus)
{
  if (!term->given) {
    sum->sound = false;
    return;
  }
  Term added = { term, minus };
  g_array_append_val(sum->terms, added);
  sum->scale = MAX(sum->scale, term->amount.scale);
  sum->sound &= apply(sum->total, term->amount, minus, &sum->total);
}

/* "9 + 7 − 3"; caller frees. */
static char *terms_in_words(const Sum *sum)
{
  GString *words = g_string_new(NULL);
  for (guint i = 0; i < sum->terms->len && i < TERMS_SHOWN; i++) {
    const Term *term = &g_array_index(sum->terms, Term, i);
    g_autofree char *number = amount_format(figure_absolute(term->figure->amount), -1);
    bool negative = (term->figure->amount.units < 0) != term->minus;
    g_string_append(words, i == 0 ? (negative ? "−" : "") : negative ? " − " : " + ");
    g_string_append(words, number);
  }
  if (sum->terms->len > TERMS_SHOWN)
    g_string_append_printf(words, " + %u more", sum->terms->len - TERMS_SHOWN);
  return g_string_free(words, FALSE);
}

/* True when putting one suspect right gives the printed figure. */
static bool is_explained(const Sum *sum, Amount printed, const Suspicions *suspicions)
{
  for (guint i = 0; i < sum->terms->len && i < TERMS_SEARCHED; i++) {
    const Term *term = &g_array_index(sum->terms, Term, i);
    const Amount *right = g_hash_table_lookup(suspicions->suspects, term->figure);
    Amount without, with;
    if (right && apply(sum->total, term->figure->amount, !term->minus, &without) &&
        apply(without, *right, term->minus, &with) && amount_compare(with, printed) == 0)
      return true;
  }
  return false;
}

static bool is_rounding(const Sum *sum, Amount printed, const Findings *findings)
{
  Amount limit = findings_limit(findings, "A-ROUNDING", amount_from_int(1)), tolerance;
  return sum->terms->len > 1 && amount_multiply(limit, figure_step(MAX(sum->scale, printed.scale)), &tolerance) &&
         figure_close(sum->total, printed, tolerance);
}

bool sum_check(const Sum *sum, const Printed *printed, const char *id, Findings *findings, Suspicions *suspicions)
{
  if (!sum->sound || !printed->printed->given || sum->terms->len == 0)
    return true;
  Amount is = printed->printed->amount;
  if (amount_compare(sum->total, is) == 0 || g_hash_table_contains(suspicions->flagged, printed->printed) ||
      is_explained(sum, is, suspicions))
    return true;
  bool rounding = !printed->exact && is_rounding(sum, is, findings);
  g_autofree char *words = terms_in_words(sum);
  g_autofree char *should = amount_format(sum->total, -1);
  g_autofree char *shown = amount_format(is, -1);
  g_autofree char *name = spec_is_reading(printed->record->spec) ? NULL : record_name(printed->record);
  findings_at(findings, rounding ? "A-ROUNDING" : id, printed->record, printed->attribute,
              "%s%s%s: %s = %s, printed %s", name ? name : "", name ? ", " : "", printed->what, words, should, shown);
  g_hash_table_add(suspicions->flagged, (gpointer)printed->printed);
  g_hash_table_insert(suspicions->suspects, (gpointer)printed->printed, g_memdup2(&sum->total, sizeof sum->total));
  return rounding;
}

/* clang-format off */
const Rule rules_sums[] = {
  { "A-ROUNDING", LEVEL_NOTE, "arithmetic", "figures miss their sum by no more than rounding can explain",
    "Figures are rounded one by one, so that a sum can differ in its last digit. The limit is the number of units of the last "
    "digit that is taken for rounding (1 if not set); with limit 0 every difference is an error.",
    "Nothing, if it is rounding; else correct the wrong figure." },
  { NULL },
};
/* clang-format on */

/* Finding variances (a column that is the difference of two others) and totals (a row that is the sum of those above).
 */
#include "render/xlsx/formulas.h"
#include "render/xlsx/book.h"

typedef struct {
  const FlatTable *flat;
  guint first_row;
  GArray *columns; /* guint: those that hold money */
  GHashTable *found;
} Finding;

static bool is_money(int unit)
{
  return unit == UNIT_POUNDS || unit == UNIT_THOUSAND_POUNDS || unit == UNIT_MILLION_POUNDS || unit == UNIT_EUROS ||
         unit == UNIT_DOLLARS;
}

/* The number of a cell of money, or NULL. */
static const Amount *money_at(const FlatTable *flat, guint row, guint column)
{
  const FlatCell *cell = &flat_row(flat, row)->cells[column];
  if (cell->kind != FLAT_NUMBER || !is_money(cell->value->unit))
    return NULL;
  return &cell->value->number.amount;
}

static void put(Finding *finding, guint row, guint column, char *formula)
{
  g_hash_table_insert(finding->found, g_strdup_printf("%u:%u", row, column), formula);
}

const char *formulas_at(GHashTable *formulas, guint row, guint column)
{
  char key[32];
  g_snprintf(key, sizeof key, "%u:%u", row, column);
  return g_hash_table_lookup(formulas, key);
}

/* ---- variances ------------------------------------------------------------------------------------------------- */
static bool is_difference(const FlatTable *flat, guint row, guint a, guint b, guint c)
{
  const Amount *from = money_at(flat, row, a), *less = money_at(flat, row, b), *result = money_at(flat, row, c);
  Amount difference;
  return from && less && result && amount_subtract(*from, *less, &difference) &&
         amount_compare(difference, *result) == 0;
}

static bool is_filled(const FlatTable *flat, guint row, guint a, guint b, guint c)
{
  return money_at(flat, row, a) && money_at(flat, row, b) && money_at(flat, row, c);
}

/* True if c = a - b holds in most rows, and in two where nothing is zero: not by chance. */
static bool is_variance(const FlatTable *flat, guint a, guint b, guint c)
{
  guint holds = 0, rows = 0, telling = 0;
  for (guint row = 0; row < flat->rows->len; row++) {
    if (!is_filled(flat, row, a, b, c))
      continue;
    rows++;
    if (!is_difference(flat, row, a, b, c))
      continue;
    holds++;
    telling += !amount_is_zero(*money_at(flat, row, b)) && !amount_is_zero(*money_at(flat, row, c));
  }
  return telling >= 2 && holds * 2 > rows;
}

static void put_variance(Finding *finding, guint a, guint b, guint c)
{
  for (guint row = 0; row < finding->flat->rows->len; row++) {
    if (!is_difference(finding->flat, row, a, b, c))
      continue;
    g_autofree char *from = book_cell(finding->first_row + row, a);
    g_autofree char *less = book_cell(finding->first_row + row, b);
    put(finding, row, c, g_strdup_printf("=%s-%s", from, less));
  }
}

/* Looks for the two columns before the i-th whose difference it is, the nearest first. */
static void find_variance(Finding *finding, guint i)
{
  const guint *columns = (const guint *)(void *)finding->columns->data;
  for (guint b = i; b-- > 0;)
    for (guint a = b; a-- > 0;)
      if (is_variance(finding->flat, columns[a], columns[b], columns[i])) {
        put_variance(finding, columns[a], columns[b], columns[i]);
        return;
      }
}

/* ---- totals ---------------------------------------------------------------------------------------------------- */
/* Sum of the body rows first to last - 1; false when one has no number, there is none, or it is too large. */
static bool sum_rows(const FlatTable *flat, guint column, guint first, guint last, Amount *ret_sum)
{
  guint n = 0;
  *ret_sum = amount_from_int(0);
  for (guint row = first; row < last; row++) {
    if (flat_row(flat, row)->kind != ROW_BODY)
      continue;
    const Amount *amount = money_at(flat, row, column);
    if (!amount || !amount_add(*ret_sum, *amount, ret_sum))
      return false;
    n++;
  }
  return n > 0;
}

/* Where the rows begin that a subtotal or total at row may be the sum of: the rows of its section, then those since the
 * subtotal or total before, then all. */
static guint start_of(const FlatTable *flat, guint row, guint attempt)
{
  int kind = flat_row(flat, row)->kind;
  for (guint start = row; start > 0; start--) {
    const FlatRow *before = flat_row(flat, start - 1);
    if (attempt == 0 && before->kind != ROW_BODY)
      return start;
    if (attempt == 1 && g_strcmp0(before->section, flat_row(flat, row)->section) != 0)
      return start;
    if (attempt == 2 && kind == ROW_TOTAL && before->kind == ROW_TOTAL)
      return start;
  }
  return 0;
}

/* Subtotals inside a range must be formulas themselves, which SUBTOTAL passes over; a figure would be counted twice. */
static bool passes_over(const Finding *finding, guint column, guint first, guint last)
{
  for (guint row = first; row < last; row++) {
    const char *formula = formulas_at(finding->found, row, column);
    bool body = flat_row(finding->flat, row)->kind == ROW_BODY;
    if (!body && money_at(finding->flat, row, column) && !(formula && g_str_has_prefix(formula, "=SUBTOTAL(")))
      return false;
  }
  return true;
}

static void find_total(Finding *finding, guint row, guint column)
{
  const Amount *total = money_at(finding->flat, row, column);
  for (guint attempt = 0; total && attempt < 3; attempt++) {
    guint start = start_of(finding->flat, row, attempt);
    Amount sum;
    if (start >= row || !sum_rows(finding->flat, column, start, row, &sum) || amount_compare(sum, *total) != 0 ||
        !passes_over(finding, column, start, row))
      continue;
    g_autofree char *range = book_range(finding->first_row + start, column, finding->first_row + row - 1, column);
    put(finding, row, column, g_strdup_printf("=SUBTOTAL(109,%s)", range));
    return;
  }
}

static bool holds_money(const FlatTable *flat, guint column)
{
  for (guint row = 0; flat_column(flat, column)->role == FLAT_MAIN && row < flat->rows->len; row++)
    if (money_at(flat, row, column))
      return true;
  return false;
}

GHashTable *formulas_of(const FlatTable *flat, guint first_row)
{
  g_autoptr(GArray) columns = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint column = 0; column < flat->columns->len; column++)
    if (holds_money(flat, column))
      g_array_append_val(columns, column);
  Finding finding = { flat, first_row, columns, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free) };
  for (guint i = 2; i < columns->len; i++)
    find_variance(&finding, i);
  for (guint row = 0; row < flat->rows->len; row++)
    for (guint i = 0; flat_row(flat, row)->kind != ROW_BODY && i < columns->len; i++)
      find_total(&finding, row, g_array_index(columns, guint, i));
  return finding.found;
}

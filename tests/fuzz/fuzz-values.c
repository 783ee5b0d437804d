/* Any text as an amount, a date and a period: what is accepted is written and read again as the same. */
#include "base/amount.h"
#include "base/date.h"
#include "base/period.h"
#include "base/text.h"
#include <string.h>

int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length_bytes);

static void check_amount(const char *text)
{
  Amount amount, again, sum;
  if (!amount_parse(text, &amount))
    return;
  g_autofree char *written = amount_to_string(amount);
  if (!amount_parse(written, &again) || amount_compare(amount, again) != 0 || amount.scale != again.scale)
    g_error("amount '%s' is written '%s'", text, written);
  for (guint scale = 0; scale <= AMOUNT_MAX_SCALE; scale++)
    if (amount_round(amount, scale).scale > AMOUNT_MAX_SCALE)
      g_error("amount '%s' rounded to %u decimals has more", text, scale);
  if (amount_add(amount, amount_negate(amount), &sum) && !amount_is_zero(sum))
    g_error("amount '%s' less itself is not zero", text);
}

static void check_date(const char *text)
{
  Date date, again;
  g_autofree char *guess = date_guess(text);
  if (guess && !date_parse(guess, &again))
    g_error("guess '%s' of '%s' is not a date", guess, text);
  if (!date_parse(text, &date))
    return;
  g_autofree char *written = date_to_string(date);
  if (!date_parse(written, &again) || date_compare(date, again) != 0 || strcmp(written, text) != 0)
    g_error("date '%s' is written '%s'", text, written);
}

static void check_period(const char *text)
{
  Period period;
  if (!period_parse(text, &period))
    return;
  g_autofree char *written = period_to_string(period);
  if (strcmp(written, text) != 0)
    g_error("period '%s' is written '%s'", text, written);
  if (date_compare(period_first_day(period), period_last_day(period)) > 0)
    g_error("period '%s' ends before it begins", text);
}

int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length_bytes)
{
  g_autofree char *raw = g_strndup((const char *)bytes, length_bytes);
  g_autofree char *text = g_utf8_make_valid(raw, -1);
  check_amount(text);
  check_date(text);
  check_period(text);
  g_autofree char *folded = text_fold(text);
  g_autofree char *twice = text_fold(folded);
  if (strcmp(folded, twice) != 0)
    g_error("folding '%s' twice changes it", text);
  return 0;
}

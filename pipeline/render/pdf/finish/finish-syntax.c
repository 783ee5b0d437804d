/* PDF syntax: values skipped and found in bytes, strings and numbers written. */
#include "render/pdf/finish/finish-syntax.h"
#include <string.h>

static bool is_space(char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_delimiter(char c)
{
  return strchr("()<>[]{}/%", c) != NULL && c != '\0';
}

static gsize skip_space(Slice in, gsize i)
{
  for (; i < in.length; i++) {
    if (in.at[i] == '%')
      while (i + 1 < in.length && in.at[i + 1] != '\n' && in.at[i + 1] != '\r')
        i++;
    else if (!is_space(in.at[i]))
      break;
  }
  return i;
}

static gsize skip_string(Slice in, gsize i)
{
  for (guint depth = 0; i < in.length; i++) {
    if (in.at[i] == '\\')
      i++;
    else if (in.at[i] == '(')
      depth++;
    else if (in.at[i] == ')' && --depth == 0)
      return i + 1;
  }
  return in.length;
}

/* Where the token at i ends; brackets of dictionaries and arrays are tokens of their own. */
static gsize skip_token(Slice in, gsize i)
{
  char c = in.at[i];
  bool doubled = i + 1 < in.length && in.at[i + 1] == c;
  if (c == '(')
    return skip_string(in, i);
  if ((c == '<' || c == '>') && doubled)
    return i + 2;
  if (c == '<') {
    const char *end = memchr(in.at + i, '>', in.length - i);
    return end ? (gsize)(end - in.at) + 1 : in.length;
  }
  if (c != '/' && is_delimiter(c))
    return i + 1;
  for (i++; i < in.length && !is_space(in.at[i]) && !is_delimiter(in.at[i]);)
    i++;
  return i;
}

/* Where the dictionary or array that opens at i ends. */
static gsize skip_nested(Slice in, gsize i)
{
  int depth = 0;
  while ((i = skip_space(in, i)) < in.length) {
    char c = in.at[i];
    gsize end = skip_token(in, i);
    if (c == '[' || (c == '<' && end == i + 2 && in.at[i + 1] == '<'))
      depth++;
    else if (c == ']' || (c == '>' && end == i + 2))
      depth--;
    i = end;
    if (depth <= 0)
      break;
  }
  return i;
}

static bool all_digits(const char *at, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit(at[i]))
      return false;
  return length > 0;
}

/* If a reference "N G R" begins at i, where it ends; else 0. */
static gsize skip_ref(Slice in, gsize i)
{
  gsize a = skip_token(in, i);
  gsize b = skip_space(in, a);
  if (!all_digits(in.at + i, a - i) || b >= in.length)
    return 0;
  gsize b_end = skip_token(in, b), c = skip_space(in, b_end);
  if (!all_digits(in.at + b, b_end - b) || c >= in.length || in.at[c] != 'R')
    return 0;
  return skip_token(in, c) == c + 1 ? c + 1 : 0;
}

Slice value_next(Slice *rest)
{
  gsize i = skip_space(*rest, 0), end;
  if (i >= rest->length) {
    *rest = (Slice){ NULL, 0 };
    return *rest;
  }
  if (rest->at[i] == '[' || (rest->at[i] == '<' && i + 1 < rest->length && rest->at[i + 1] == '<'))
    end = skip_nested(*rest, i);
  else if (!(end = skip_ref(*rest, i)))
    end = skip_token(*rest, i);
  Slice value = { rest->at + i, end - i };
  *rest = (Slice){ rest->at + end, rest->length - end };
  return value;
}

Slice dict_inside(Slice dict)
{
  if (dict.length < 4 || memcmp(dict.at, "<<", 2) != 0 || memcmp(dict.at + dict.length - 2, ">>", 2) != 0)
    return (Slice){ NULL, 0 };
  return (Slice){ dict.at + 2, dict.length - 4 };
}

bool dict_next(Slice *rest, Slice *ret_key, Slice *ret_value)
{
  *ret_key = value_next(rest);
  if (!ret_key->at || ret_key->at[0] != '/')
    return false;
  *ret_value = value_next(rest);
  return ret_value->at != NULL;
}

bool slice_equal(Slice slice, const char *text)
{
  return slice.at && strlen(text) == slice.length && memcmp(slice.at, text, slice.length) == 0;
}

Slice dict_get(Slice dict, const char *key)
{
  Slice rest = dict_inside(dict), name, value;
  while (rest.at && dict_next(&rest, &name, &value))
    if (slice_equal(name, key))
      return value;
  return (Slice){ NULL, 0 };
}

bool slice_int(Slice slice, guint32 *ret_value)
{
  if (!slice.at || slice.length > 9 || !all_digits(slice.at, slice.length))
    return false;
  guint32 value = 0;
  for (gsize i = 0; i < slice.length; i++)
    value = value * 10 + (guint32)(slice.at[i] - '0');
  *ret_value = value;
  return true;
}

bool slice_ref(Slice slice, guint32 *ret_number)
{
  if (!slice.at || skip_ref(slice, 0) != slice.length)
    return false;
  return slice_int((Slice){ slice.at, skip_token(slice, 0) }, ret_number);
}

double slice_double(Slice slice)
{
  char text[32] = "";
  if (slice.at && slice.length < sizeof text)
    memcpy(text, slice.at, slice.length);
  return g_ascii_strtod(text, NULL);
}

void put_slice(GString *out, Slice slice)
{
  g_string_append_len(out, slice.at, (gssize)slice.length);
}

void put_literal(GString *out, const char *bytes)
{
  g_string_append_c(out, '(');
  for (; *bytes; bytes++) {
    if (*bytes == '(' || *bytes == ')' || *bytes == '\\')
      g_string_append_c(out, '\\');
    g_string_append_c(out, *bytes);
  }
  g_string_append_c(out, ')');
}

static bool is_plain(const char *text)
{
  for (; *text; text++)
    if (*text < ' ' || *text > '~')
      return false;
  return true;
}

void put_utf16(GString *out, const char *utf8)
{
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16(utf8, -1, NULL, &n, NULL);
  for (glong i = 0; units && i < n; i++)
    g_string_append_printf(out, "%04X", units[i]);
}

void put_text(GString *out, const char *utf8)
{
  if (!utf8 || is_plain(utf8)) {
    put_literal(out, utf8 ? utf8 : "");
    return;
  }
  g_string_append(out, "<FEFF");
  put_utf16(out, utf8);
  g_string_append_c(out, '>');
}

void put_pt(GString *out, double length_pt)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(digits, sizeof digits, "%.2f", length_pt);
  char *end = digits + strlen(digits);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    end[-1] = '\0';
  g_string_append_c(out, ' ');
  g_string_append(out, g_str_equal(digits, "-0") ? "0" : digits);
}

void put_xml(GString *out, const char *utf8)
{
  for (const char *at = utf8 ? utf8 : ""; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (c == '<')
      g_string_append(out, "&lt;");
    else if (c == '&')
      g_string_append(out, "&amp;");
    else if (c == '>')
      g_string_append(out, "&gt;");
    else if (c == '\t' || c == '\n' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF))
      g_string_append_unichar(out, c);
  }
}

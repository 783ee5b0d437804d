/* Names of sheets and tables: cleaned, cut and told apart by a number. */
#include "render/xlsx/names.h"
#include "base/unique.h"
#include "render/flat/plain.h"
#include <string.h>

struct Names {
  Unique *sheets, *tables; /* casefolded */
};

Names *names_new(void)
{
  Names *names = g_new0(Names, 1);
  names->sheets = unique_new();
  names->tables = unique_new();
  return names;
}

void names_free(Names *names)
{
  if (!names)
    return;
  unique_free(names->sheets);
  unique_free(names->tables);
  g_free(names);
}

/* False if the name is taken already. */
static bool take(Unique *unique, const char *name)
{
  g_autofree char *folded = g_utf8_casefold(name, -1);
  return unique_take(unique, folded);
}

/* The next number behind a base, whatever its case. */
static guint next_number(Unique *unique, const char *base)
{
  g_autofree char *folded = g_utf8_casefold(base, -1);
  return unique_number(unique, folded);
}

/* At most max_units UTF-16 units, cut after a word where one ends in the last third. */
static char *cut_words(const char *text, gsize max_units)
{
  const char *end = plain_end(text, max_units), *least = plain_end(text, max_units * 2 / 3), *space = end;
  if (!*end)
    return g_strdup(text);
  while (space > least && *space != ' ')
    space--;
  return g_strchomp(g_strndup(text, (gsize)((*space == ' ' ? space : end) - text)));
}

static void strip_apostrophes(char *name)
{
  gsize lead = strspn(name, "' ");
  memmove(name, name + lead, strlen(name + lead) + 1);
  for (gsize n = strlen(name); n > 0 && strchr("' ", name[n - 1]); n--)
    name[n - 1] = '\0';
}

static char *sheet_base(const char *wanted, gsize max_units)
{
  g_autofree char *line = plain_line(wanted);
  g_strdelimit(line, "[]:*?/\\", ' ');
  g_autofree char *folded = plain_line(line);
  strip_apostrophes(folded);
  char *name = cut_words(folded, max_units);
  strip_apostrophes(name);
  if (*name && g_ascii_strcasecmp(name, "History") != 0)
    return name;
  g_free(name);
  return g_strdup("Table");
}

char *names_sheet(Names *names, const char *wanted)
{
  g_autofree char *whole = sheet_base(wanted, NAME_SHEET_MAX_UNITS);
  char *name = g_strdup(whole);
  while (!take(names->sheets, name)) {
    g_free(name);
    g_autofree char *end = g_strdup_printf(" %u", next_number(names->sheets, whole));
    g_autofree char *base = sheet_base(wanted, NAME_SHEET_MAX_UNITS - strlen(end));
    name = g_strconcat(base, end, NULL);
  }
  return name;
}

/* "Q1", "R1C1", "R", "c": Excel would read these as cells. */
static bool is_like_address(const char *name)
{
  gsize letters = 0;
  while (g_ascii_isalpha(name[letters]))
    letters++;
  if (letters <= 3 && strspn(name + letters, "0123456789") == strlen(name + letters))
    return true;
  if (g_ascii_toupper(name[0]) != 'R' && g_ascii_toupper(name[0]) != 'C')
    return false;
  gsize n = 1 + strspn(name + 1, "0123456789");
  if (g_ascii_toupper(name[n]) == 'C')
    n += 1 + strspn(name + n + 1, "0123456789");
  return name[n] == '\0';
}

static char *table_base(const char *wanted)
{
  GString *name = g_string_new(NULL);
  for (const char *p = wanted ? wanted : ""; *p && name->len < NAME_TABLE_MAX; p++) {
    if (g_ascii_isalnum(*p))
      g_string_append_c(name, *p);
    else if (name->len > 0 && name->str[name->len - 1] != '_')
      g_string_append_c(name, '_');
  }
  while (name->len > 0 && name->str[name->len - 1] == '_')
    g_string_truncate(name, name->len - 1);
  if (!g_ascii_isalpha(name->str[0]) || is_like_address(name->str))
    g_string_prepend(name, name->len > 0 ? "Table_" : "Table");
  return g_string_free(name, FALSE);
}

char *names_table(Names *names, const char *wanted)
{
  g_autofree char *base = table_base(wanted);
  char *name = g_strdup(base);
  while (!take(names->tables, name)) {
    g_free(name);
    name = g_strdup_printf("%s_%u", base, next_number(names->tables, base));
  }
  return name;
}

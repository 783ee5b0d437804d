/* A finding about words stands at these words: one slip is written into all items of a plan and of a return, each time
 * in other mark-up - bold, links, entities, CDATA, comments, line breaks, footnotes, lists, tables - and told at its
 * line and column, of its item, once. places SOURCE-FOLDER */
#include "cases.h"
#include "stages.h"
#include <stdio.h>
#include <string.h>

#define BASE "tests/golden/check/base"
#define MARK '^' /* stands before the first letter of the slip */

/* All hold "31 September" as readers see it, and most of them also where they do not. */
static const char *const words[] = {
  "It ends on ^31 September.",
  "It ends on <b>^31 September</b>.",
  "It ends on ^31 <b>September</b>.",
  "It ends on ^31 Sept<i>ember</i>.",
  "It ends on <i>^3</i>1 September.",
  "<a href=\"https://example.org/?a=1&amp;b=31\">It ends</a> on ^31&#32;September.",
  "It ends\n      on ^31\n      September.",
  "It ends on ^31 <!-- 31 September, <b>31 September</b> -->September.",
  "It ends on <![CDATA[^31 Sep]]>tember, <![CDATA[<b>]]> they say.",
  "It ends on ^3&#49; September.",
  "It ends on ^3&#x31; September.",
  "R&amp;D &lt;ends&gt; &quot;on&quot; ^31 September.",
  "Zoë’s café – ends on ^31 September.",
  "It ends on<br/>^31 September.",
  "<p>One.</p><p>It ends on ^31 September.</p>",
  "<p>One.</p>\n<ul><li>Two</li><li>It ends on ^31 September</li></ul>",
  "<p>One.</p><ol><li label=\"a>\">It ends on ^31 September</li></ol>",
  "<p>One.</p><table caption=\"Days &amp; ends\"><tr><th>Day</th><th>What</th></tr><tr><td>It ends on ^31 "
  "<b>September</b></td><td>31</td></tr></table>",
  "<p>One.</p><table caption=\"It ends on ^31 &#83;eptember\"><tr><td>One</td><td>31</td></tr></table>",
  "<p>One.</p><table><tr><td><p>Two</p><p>It ends on ^31 September</p></td><td>31</td></tr></table>",
  "It is late.<footnote>It ends on ^31 September.</footnote> 31 men said so.",
  "A term<footnote>31 days, and <b>31 more</b></footnote> ends on ^31 September<footnote>of 2009</footnote>.",
  "<p>One<footnote>Two</footnote></p><p>It ends on ^31 September.</p>",
  "It took 131 Septembers and ends on ^31 September.",
  "<?note 31 September?>It ends on ^31 September.",
  "<span lang=\"cy\">Medi</span>: it ends on ^31 September.",
  "It ends on   \t ^31 \r\n September.",
};

/* What should be told: "plan.xml:12:7 H1-2". */
typedef struct {
  const char *name;
  GHashTable *expected; /* to how often it was told */
  guint shift;
} Case;

/* Where a byte of the text is, as people count. */
static char *place_of(const char *name, const char *text, const char *at, const char *item)
{
  guint line = 1, column = 1;
  for (; text < at; text++) {
    column = *text == '\n' ? 1 : column + ((*text & 0xC0) != 0x80);
    line += *text == '\n';
  }
  return g_strdup_printf("%s:%u:%u %s", name, line, column, item);
}

static bool is_item(const char *tag, bool of_plan)
{
  static const char *const items[] = { "<section ", "<milestone ", "<indicator ", "<treatment ", "<equality-action " };
  for (guint i = 0; i < (of_plan ? 2 : G_N_ELEMENTS(items)); i++)
    if (g_str_has_prefix(tag, items[i]))
      return true;
  return false;
}

/* The length of the start tag of words, or 0. */
static gsize words_tag(const char *at)
{
  static const char *const tags[] = { "<text>", "<commentary>", "<corrective>" };
  for (guint i = 0; i < G_N_ELEMENTS(tags); i++)
    if (g_str_has_prefix(at, tags[i]))
      return strlen(tags[i]);
  return 0;
}

/* The text with the slip in the words of all items; the marks are still in it. */
static char *with_slips(const Case *c, const char *text, GPtrArray *items)
{
  g_autoptr(GString) out = g_string_new(NULL);
  char *item = NULL;
  bool of_plan = strcmp(c->name, "plan.xml") == 0;
  for (const char *at = text; *at;) {
    gsize tag = words_tag(at);
    if (*at == '<' && at[1] != '/' && strstr(at, "ref=\"") && !tag) {
      g_free(item);
      item = is_item(at, of_plan) ? case_attribute(at, "ref") : NULL;
    }
    if (!tag || !item) {
      g_string_append_c(out, *at++);
      continue;
    }
    g_string_append_len(out, at, (gssize)tag);
    guint choice = (items->len + c->shift) % G_N_ELEMENTS(words);
    while (g_str_has_prefix(item, "H1-") && of_plan && strstr(words[choice], "<p>")) /* one paragraph is all it holds */
      choice = (choice + 1) % G_N_ELEMENTS(words);
    g_string_append(out, words[choice]);
    g_ptr_array_add(items, g_strdup(item));
    at = strstr(at, "</");
  }
  g_free(item);
  return g_string_free(g_steal_pointer(&out), FALSE);
}

/* Takes the marks out and notes where they stood. */
static char *without_marks(const Case *c, const char *marked, const GPtrArray *items)
{
  g_autoptr(GString) out = g_string_new(NULL);
  g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(gsize));
  for (; *marked; marked++)
    if (*marked == MARK)
      g_array_append_val(marks, out->len);
    else
      g_string_append_c(out, *marked);
  for (guint i = 0; i < marks->len; i++)
    g_hash_table_insert(c->expected,
                        place_of(c->name, out->str, out->str + g_array_index(marks, gsize, i), items->pdata[i]), NULL);
  return g_string_free(g_steal_pointer(&out), FALSE);
}

static char *make(Case *c, const char *name, const char *text)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(g_free);
  c->name = name;
  g_autofree char *marked = with_slips(c, text, items);
  return without_marks(c, marked, items);
}

/* "plan.xml:12:7: warning: milestone H1-2, text: ..." is "plan.xml:12:7 H1-2" if that item is what it names. */
static guint count_told(const Case *c, const char *message)
{
  GHashTableIter iter;
  gpointer key, told;
  guint faults = 0;
  bool found = false;
  g_hash_table_iter_init(&iter, c->expected);
  while (g_hash_table_iter_next(&iter, &key, &told)) {
    gsize place = strcspn(key, " ");
    g_autofree char *item = g_strconcat((char *)key + place, ",", NULL);
    if (strncmp(message, key, place) != 0 || message[place] != ':' || !strstr(message, item))
      continue;
    found = true;
    faults += told != NULL;
    g_hash_table_iter_replace(&iter, GUINT_TO_POINTER(1));
  }
  if (!found || faults)
    printf("%s: %s\n", found ? "told twice" : "told of another place", message);
  return faults + !found;
}

static guint try(const char *root, guint shift)
{
  g_autofree char *framework = case_file(root, BASE, "framework"), *plan = case_file(root, BASE, "plan");
  g_autofree char *current = case_file(root, BASE, "return");
  g_autoptr(GHashTable) expected = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  Case c = { NULL, expected, shift };
  g_autofree char *planned = make(&c, "plan.xml", plan), *said = make(&c, "return.xml", current);
  g_autoptr(GString) messages = stage_messages(&(MergeTexts){ framework, planned, said, NULL, NULL });
  g_auto(GStrv) lines = g_strsplit(messages->str, "\n", -1);
  guint faults = 0;
  for (char **line = lines; *line; line++)
    if (strstr(*line, "[W-DATE]") || strstr(*line, "[S-") || strstr(*line, "[X-") || strstr(*line, "[V-"))
      faults += count_told(&c, *line);
  GHashTableIter iter;
  gpointer key, told;
  g_hash_table_iter_init(&iter, expected);
  while (g_hash_table_iter_next(&iter, &key, &told))
    if (!told) {
      printf("not told: %s, %u\n", (char *)key, shift);
      faults++;
    }
  return faults;
}

int main(int argc, char **argv)
{
  guint faults = 0;
  if (argc != 2)
    return 2;
  for (guint shift = 0; shift < G_N_ELEMENTS(words); shift++)
    faults += try(argv[1], shift);
  return case_end(G_N_ELEMENTS(words), faults);
}

/* Single slips of an officer's in the clean documents of tests/golden/check/base, and what a report made from them must
 * say, and must not. damage SOURCE-FOLDER [NAME]: of one slip only, whose document is printed. */
#include "cases.h"
#include "stages.h"
#include <stdio.h>
#include <string.h>

enum { CHANGES = 8, SAID = 4 };

typedef enum { FRAMEWORK, PLAN, RETURN, PREVIOUS, FILES } File;

typedef struct {
  File file;
  const char *old, *new;
} Change;

typedef struct {
  const char *what, *layout;
  Change changes[CHANGES];
  const char *has[SAID], *lacks[SAID];   /* in the document's words, without tags */
  const char *told[SAID], *untold[SAID]; /* in messages */
} Slip;

#define QUARTERLY "quarterly-monitoring-report"
#define CLOSED                                                                                                         \
  "<closed ref=\"H1-2\">Given to the trust.</closed><closed ref=\"H LI 5\">Asked no more.</closed>"                    \
  "<closed ref=\"R1\">Past.</closed><closed ref=\"E1\">Printed.</closed></return>"

static const Slip slips[] = {
  { "a figure of another period in an element of its own: one fault, and nobody says that it has a rating",
    QUARTERLY,
    { { RETURN, "<value number=\"124\"/>",
        "<value number=\"124\"/><value period=\"2009-10-Q3\"><amount>92</amount></value>" } },
    { NULL },
    { NULL },
    { "<amount> is not known here" },
    { "has a rating", "neither a number nor a state" } },
  { "a section's reference one letter short: only the section that was meant is in doubt",
    QUARTERLY,
    { { RETURN, "ref=\"emerging-issues\"", "ref=\"risk-overvew\"" } },
    { "Risk control measures|Not readable|", "No emerging issues were supplied", "No introduction was supplied",
      "Other matters|3.0|Emerging issues|The new Housing Bill" },
    { "No commentary on risk control measures" } },
  { "the same of a section of the plan that stands in another",
    "service-plan",
    { { PLAN, "<text>Why it does it.</text>",
        "<text>Why it does it.</text><section ref=\"objectivs\"><text>Our aims.</text></section>" } },
    { "Service objectives|Not readable|" },
    { NULL } },
  { "a table whose cells run over its edge and into each other, one with its span in words: no cell is lost",
    QUARTERLY,
    { { RETURN, "<text>The new Housing Bill is before Parliament.</text>",
        "<text><table caption=\"Let\"><tr><th rowspan=\"9\">Area</th><th colspan=\"2\">Homes</th></tr><tr><td>1</td>"
        "<td colspan=\"3\">two</td></tr><tr><td colspan=\"both\">3</td><tr><td>four</td></tr><td>5</td></tr>"
        "<tr><th colspan=\"4\">Wards</th></tr><tr><td><ul><li>six</li></ul><p>seven</p></td></tr></table></text>" } },
    { "Let", "Area|Homes|", "1|two|", "six|seven|" },
    { "no document" } },
  { "an area of focus that the framework does not have: printed, and called so",
    "service-plan",
    { { PLAN, "areas=\"11\" indicators", "areas=\"11, 77\" indicators" },
      { PLAN, "areas=\"11, 30\"", "areas=\"11, 78\"" } },
    { "Not in the corporate framework|AOF 77|", "(AOF 11, 78) (not in the corporate framework: AOF 78) (key)|" },
    { "Left out here" } },
  { "a priority that the framework does not have",
    "service-plan",
    { { PLAN, "priorities=\"CP1\" areas=\"11\" ind", "priorities=\"CP1, CP9\" areas=\"11, 79\" ind" } },
    { "Not in the corporate framework|Priority CP9; AOF 79|" },
    { NULL } },
  { "codes where the framework cannot be read: nobody knows that it does not have them",
    "service-plan",
    { { PLAN, "areas=\"11\" indicators", "areas=\"11, 77\" indicators" },
      { FRAMEWORK, "<area ref=\"30\"", "<area reff=\"77\"" } },
    { "H 1: key areas of focus" },
    { "Not in the corporate framework" } },
  { "whether the plan is final cannot be read: nobody said that it is not approved",
    "service-plan",
    { { PLAN, "status=\"final\"", "status=\"finel\"" } },
    { "Status|Not readable|", "Draft. This plan is not marked as final." },
    { "approved" } },
  { "whether the return is final cannot be read",
    QUARTERLY,
    { { RETURN, "status=\"final\"", "status=\"finel\"" } },
    { "Draft. Not all that this report is made from is marked as final." },
    { "approved" } },
  { "closed items are not counted as open ones in a board's report",
    "priority-based-report",
    { { PLAN, "<milestone ref=\"H1-3\" year=\"2010-11\" due=\"2010-09\"",
        "<milestone ref=\"H1-3\" year=\"2009-10\" due=\"2010-03\" key=\"yes\"" },
      { RETURN, "</return>",
        "<closed ref=\"H1-3\">Given to the trust.</closed><closed ref=\"H LI 1\">Counted no more.</closed></return>" },
      { RETURN, "<indicator ref=\"H LI 1\" rating=\"green\" travel=\"better\">", "<indicator ref=\"H LI 9\">" } },
    { "Homes|1|1|0|0|0|Milestones that no longer apply are left out of the count.|", "Homes|0|0|0|0|0|",
      "H1-3|Move the team.|", "Milestones that no longer apply are left out of the count." },
    { NULL } },
  { "what the last return closed and this one does not name is closed",
    QUARTERLY,
    { { PREVIOUS, "</return>", CLOSED },
      { PREVIOUS, "ref=\"H1-2\"", "ref=\"H1-9\"" },
      { PREVIOUS, "ref=\"H LI 5\"", "ref=\"H LI 9\"" },
      { RETURN, "<milestone ref=\"H1-2\" rating=\"amber\">", "<milestone ref=\"H1-9\" rating=\"amber\">" },
      { RETURN, "ref=\"H1-2\" step", "ref=\"H1-9\" step" },
      { RETURN, "ref=\"H LI 5\"", "ref=\"H LI 9\"" },
      { RETURN, "<treatment ref=\"R1a\"", "<treatment ref=\"R9a\"" },
      { RETURN, "<equality-action ref=\"E1\"", "<equality-action ref=\"E9\"" } },
    { "not-applicable|2009-10-Q3|Given to the trust.|", "|not-applicable|2009-10-Q3|–|Asked no more.|",
      "|2009-10-Q3|Past.|", "|2009-10-Q3|Printed.|" },
    { "|not-supplied|", "Closed item" } },
  { "what a return closed is open again where a later one speaks of it",
    QUARTERLY,
    { { PREVIOUS, "</return>", "<closed ref=\"H1-2\">Given to the trust.</closed></return>" } },
    { "|amber|Members asked for a second round" },
    { "Given to the trust.", "Closed in" } },
  { "a closing of nobody can read what: it may be each item that is not named",
    QUARTERLY,
    { { PREVIOUS, "</return>", "<closed reff=\"H1-2\">Given to the trust.</closed></return>" },
      { PREVIOUS, "ref=\"H1-2\"", "ref=\"H1-9\"" },
      { RETURN, "<milestone ref=\"H1-2\" rating=\"amber\">", "<milestone ref=\"H1-9\" rating=\"amber\">" },
      { RETURN, "ref=\"H1-2\" step", "ref=\"H1-9\" step" } },
    { "Agree the lettings policy. (AOF 11)|not-readable|Not readable|" },
    { NULL } },
  { "references under another name: what is there is not called missing",
    "service-plan",
    { { FRAMEWORK, "<area ref=\"11\"", "<area number=\"11\"" },
      { PLAN, "<milestone ref=\"H1-1\"", "<milestone id=\"H1-1\"" } },
    { "AOF Not readable|Affordable homes.", "|Not readable|Open the advice centre." },
    { "Not in the corporate framework" } },
  { "sections of several priorities stand under each, those of none apart, and none is lost",
    "priority-based-report",
    { { FRAMEWORK, "<board ref=\"homes\"",
        "<priority ref=\"CP2\" title=\"Towns\"/><priority ref=\"CP3\" title=\"Seas\"/><board ref=\"homes\"" },
      { FRAMEWORK, "title=\"Homes Board\" priorities=\"CP1\"", "title=\"Homes Board\" priorities=\"CP1, CP2\"" },
      { RETURN, "number=\"2.0\" title=\"Key developments\">",
        "number=\"2.0\" title=\"Key developments\"><section ref=\"a\" title=\"Both\" priority=\"CP1, CP2\"><text>Of "
        "two.</text></section>"
        "<section ref=\"b\" title=\"None\"><text>Of none.</text></section><section ref=\"c\" title=\"Other\" "
        "priority=\"CP3\">"
        "<text>Of the seas.</text><section ref=\"d\" title=\"Below\" priority=\"CP2\"><text>Below "
        "them.</text></section></section>" },
      { RETURN, "<section ref=\"emerging-issues\"",
        "<section ref=\"e\" title=\"Top\" priority=\"CP1\"><text>At the top.</text></section><section ref=\"f\" "
        "title=\"Bare\"><text>Bare words.</text></section>"
        "<section ref=\"emerging-issues\"" } },
    { "|Homes|Both|Of two.|Also under Towns: Both.|Top|At the top.|",
      "|Towns|Both|Of two.|Also under Homes: Both.|Below|Below them.|", "|Of no priority in particular|",
      "|None|Of none.|Bare|Bare words.|" },
    { "Of the seas." } },
  { "a title that goes on with bullets: one line as a heading, with its list in full",
    "service-plan",
    { { FRAMEWORK, "title=\"Homes\">", "title=\"Homes\"><points><ul><li>For the young</li></ul></points>" },
      { PLAN, "<text>Open the advice centre.</text>",
        "<text>Open the advice centre<footnote>Of Mill Street.</footnote>.</text>" } },
    { "|Homes|For the young|", "Open the advice centre", "|Of Mill Street.|" },
    { NULL } },
  { "a footnote whose words are an attribute: it is there, and cannot be read",
    "service-plan",
    { { PLAN, "<text>Open the advice centre.</text>",
        "<text>Open the advice centre<footnote text=\"Of Mill Street.\"/> in <note>May</note>.</text>" } },
    { "Open the advice centre1|in May.", "|Not readable|" },
    { NULL } },
  { "notes of figures: of one that can be read, of one that cannot, and alone",
    QUARTERLY,
    { { RETURN, "<value number=\"124\"/>", "<value number=\"124\" note=\"Includes two transfers.\"/>" },
      { RETURN, "<value number=\"97.5\"", "<value number=\"97.5x\" note=\"Of 3 offices.\"" },
      { RETURN, "<value number=\"52\"/>", "<value note=\"Not counted.\"/>" },
      { RETURN, "<value number=\"83.4\"/>", "<value number=\"83.4\" note=\"Of the frost.\" nte=\"x\"/>" } },
    { "|Includes two transfers.|", "|Of 3 offices.|", "|Not counted.|", "|Of the frost.|" },
    { NULL } },
  { "a note with a number beside a withheld figure, or one that may be: not printed",
    QUARTERLY,
    { { RETURN, "<value number=\"124\"/>", "<value state=\"suppressed\" note=\"Of three children.\"/>" },
      { RETURN, "<value number=\"52\"/>", "<value number=\"3\" state=\"surpressed\" note=\"Of 3 adults.\"/>" },
      { RETURN, "<value measure=\"families\" number=\"28\"/>",
        "<value measure=\"families\" state=\"suppressed\" note=\"By agreement.\"/>" } },
    { "|By agreement.|" },
    { "three children", "3 adults" } },
  { "two notes to one figure: the figure stays, its note is not readable; two that are the same are one",
    QUARTERLY,
    { { RETURN, "<value number=\"124\"/>", "<value number=\"124\" note=\"A.\"/><value number=\"124\" note=\"B.\"/>" },
      { RETURN, "<value number=\"52\"/>",
        "<value number=\"52\" note=\"Same.\"/><value number=\"52\" note=\"Same.\"/>" } },
    { "|Not readable|", "|Same.|" },
    { "|A.|", "|B.|" } },
  { "lists whose labels cannot be read keep their items",
    "service-plan",
    { { PLAN, "<text>Why it does it.</text>",
        "<text><ol labels=\"?\" start=\"x\"><li label=\"\">One</li><li lable=\"4.2\">Two</li></ol></text>" } },
    { "|One|Two|" },
    { NULL } },
  { "a rating rule under another name",
    QUARTERLY,
    { { FRAMEWORK, "<rating-rule ref=\"standard\"", "<rating-rule name=\"standard\"" } },
    { "On target. The rule for this cannot be read." },
    { "does not have the rule" } },
  { "of which quarter a target is cannot be read: no symbol rests on the year's",
    QUARTERLY,
    { { PLAN, "<target period=\"2009-10-Q2\" number=\"60\"/>",
        "<target period=\"2009-10-Q2\" number=\"60\"/><target period=\"2009-10-QX\" number=\"110\"/>" } },
    { "|118|120|not-readable|124|not-readable|" },
    { "|124|green|" } },
  { "a target that stands behind its indicator",
    QUARTERLY,
    { { PLAN, "</indicator>", "</indicator><target period=\"2009-10-Q4\" number=\"130\"/>" } },
    { "|118|120|not-readable|124|not-readable|" },
    { "|124|green|" } },
  { "the year's target is lost, that of the quarter is not",
    QUARTERLY,
    { { PLAN, "<target period=\"2009-10-Q2\" number=\"60\"/>", "<target period=\"2009-10-Q4\" number=\"110\"/>" },
      { PLAN, "<target period=\"2009-10\" number=\"120\"/>", "<target period=\"2009-10\" number=\"12o\"/>" } },
    { "|118|not-readable|110|124|not-readable|" },
    { "|118|not-readable|–|" } },
  { "figures at the end of the plan and of the return, far from their indicators",
    QUARTERLY,
    { { PLAN, "<target period=\"2009-10\" number=\"98\"/>", "" },
      { PLAN, "</plan>", "<target period=\"2009-10\" number=\"98\"/></plan>" },
      { RETURN, "<value measure=\"singles\" number=\"25\"/>", "" },
      { RETURN, "</return>", "<value measure=\"singles\" number=\"25\"/></return>" } },
    { "|97.2|not-readable|97.5|–|not-readable|", "|31|24|30|25|28|not-readable|not-readable|", "|118|120|124|green|" },
    { "not-supplied" } },
  { "the lines of a statement behind it",
    QUARTERLY,
    { { RETURN, "<statement ref=\"capital\" kind=\"capital\" title=\"Capital\">",
        "<statement ref=\"capital\" kind=\"capital\" title=\"Capital\"/>" },
      { RETURN, "remaining=\"96\"/>\n    </section>\n  </statement>", "remaining=\"96\"/>\n    </section>" } },
    { "Something that belongs here cannot be read and is left out." },
    { "Other matters" } },
  { "a section inside another, which was not closed",
    QUARTERLY,
    { { RETURN, "had its first full quarter.</text>\n  </section>", "had its first full quarter.</text>" },
      { RETURN, "is before Parliament.</text>\n  </section>", "is before Parliament.</text></section></section>" } },
    { "Emerging issues|The new Housing Bill is before Parliament.|" },
    { "No emerging issues" } },
  { "a figure of a day that cannot be read",
    QUARTERLY,
    { { RETURN, "<value number=\"97.5\"", "<value as-at=\"31 Feb\" number=\"97.5\"" } },
    { "97.5|as at a day that cannot be read|" },
    { NULL } },
  { "a closing of this return under another name: what it closed is not called gone",
    "what-changed",
    { { RETURN, "</return>", "<closed reff=\"H1-9\">Given to the trust.</closed></return>" },
      { PREVIOUS, "</return>", "<milestone ref=\"H1-9\" rating=\"amber\"/></return>" } },
    { "|Not readable whether it is there|amber|", "Something that belongs here cannot be read" },
    { "No longer there|amber" },
    { NULL },
    { "M-VANISHED" } },
  { "what goes on with an item that the plan closed cannot be read",
    QUARTERLY,
    { { PLAN, "</plan>", "<closed ref=\"H1-9\" nowe=\"H1-3\">Renumbered.</closed></plan>" },
      { PREVIOUS, "</return>", "<milestone ref=\"H1-9\" rating=\"amber\"/></return>" } },
    { "H1-9|Not readable whether it is there|", "|Renumbered.|" },
    { "H1-9|Closed" },
    { NULL },
    { "M-VANISHED" } },
  { "an earlier return that closed items, of a service or period that cannot be read",
    QUARTERLY,
    { { PREVIOUS, "</return>", CLOSED },
      { PREVIOUS, "service=\"housing\"", "service=\"housinng\"" },
      { PREVIOUS, "ref=\"H1-2\"", "ref=\"H1-9\"" },
      { RETURN, "<milestone ref=\"H1-2\" rating=\"amber\">", "<milestone ref=\"H1-9\" rating=\"amber\">" },
      { RETURN, "ref=\"H1-2\" step", "ref=\"H1-9\" step" } },
    { "Agree the lettings policy. (AOF 11)|not-readable|Not readable|" },
    { "|not-supplied|Not supplied|Not supplied" } },
  { "of which step an entry speaks cannot be read, and the milestone has no other",
    QUARTERLY,
    { { RETURN, "<milestone ref=\"H1-2\" rating=\"amber\">", "<milestone ref=\"H1-2\" stepp=\"a\" rating=\"amber\">" },
      { RETURN, "<milestone ref=\"H1-2\" step=\"a\" rating=\"green\"/>", "" } },
    { "Agree the lettings policy. (AOF 11)|not-readable|Not readable|" },
    { "Agree the lettings policy. (AOF 11)|not-supplied|" } },
  { "two entries of one indicator that contradict each other: neither is believed",
    QUARTERLY,
    { { RETURN, "<indicator ref=\"H LI 2\"",
        "<indicator ref=\"H LI 2\" rating=\"green\" travel=\"better\"><value number=\"98.5\"/><commentary>Said "
        "twice.</commentary></indicator><indicator ref=\"H LI 2\"" } },
    { "|98|not-readable|not-readable|not-readable|Said twice.|The outturn is 97.5%", "Second entry" },
    { "|98|98.5|", "|98|97.5|" },
    { "'H LI 2' is used twice (first on line" } },
  { "two entries of one indicator that say the same",
    QUARTERLY,
    { { RETURN, "<indicator ref=\"H LI 4\"",
        "<indicator ref=\"H LI 4\" rating=\"red\"><value number=\"52\"/></indicator><indicator ref=\"H LI 4\"" } },
    { "|52|red|" },
    { NULL } },
  { "two entries of one indicator of which each says a part",
    QUARTERLY,
    { { RETURN, "<indicator ref=\"H LI 4\"",
        "<indicator ref=\"H LI 4\"><commentary>Said apart.</commentary></indicator><indicator ref=\"H LI 4\"" } },
    { "|90|not-readable|not-readable|" },
    { "|90|not-supplied|" } },
  { "two entries of one milestone, one of a step, that contradict each other",
    QUARTERLY,
    { { RETURN, "<milestone ref=\"H1-2\" rating=\"amber\">",
        "<milestone ref=\"H1-2\" rating=\"green\"/><milestone ref=\"H1-2\" rating=\"amber\">" },
      { RETURN, "<milestone ref=\"H1-2\" step=\"a\" rating=\"green\"/>",
        "<milestone ref=\"H1-2\" step=\"a\" rating=\"green\"/><milestone ref=\"H1-2\" step=\"a\" rating=\"red\"/>" } },
    { "Agree the lettings policy. (AOF 11)|not-readable|", "Consult tenants.|not-readable|" },
    { NULL },
    { "milestone H1-2 stands twice", "milestone H1-2 step a stands twice" } },
  { "two entries of a treatment and of an equality action that contradict each other",
    QUARTERLY,
    { { RETURN, "<treatment ref=\"R1a\" rating=\"green\">",
        "<treatment ref=\"R1a\" rating=\"red\"/><treatment ref=\"R1a\" rating=\"green\">" },
      { RETURN, "<equality-action ref=\"E1\" rating=\"green\">",
        "<equality-action ref=\"E1\" rating=\"red\"/><equality-action ref=\"E1\" rating=\"green\">" } },
    { "Ask the estates team early.|not-readable|", "Translate the leaflet.|not-readable|" },
    { "Translate the leaflet.|red|" } },
  { "a stray entry inside another one of the same item takes no withheld figure's place",
    QUARTERLY,
    { { RETURN, "<value number=\"52\"/>",
        "<value state=\"suppressed\"/><indicator ref=\"H LI 4\" rating=\"red\"><value number=\"77\"/></indicator>" } },
    { "|90|not-readable|not-readable|" },
    { "|77|" } },
  { "two closings of one item that contradict each other",
    QUARTERLY,
    { { RETURN, "</return>",
        "<closed ref=\"H1-3\">Given up.</closed><closed ref=\"H1-3\" now=\"H1-1\">Part of another.</closed></return>" },
      { PLAN, "year=\"2010-11\" due=\"2010-09\"", "year=\"2009-10\" due=\"2009-09\"" } },
    { "Move the team.|not-readable|Not readable|" },
    { "Move the team.|not-applicable" } },
  { "two entries of one indicator in an earlier return",
    "improvement-plan",
    { { PREVIOUS, "<indicator ref=\"H LI 2\"",
        "<indicator ref=\"H LI 2\" rating=\"red\"><value number=\"91.1\"/></indicator><indicator ref=\"H LI 2\"" } },
    { NULL },
    { "91.1", "97.1" } },
  { "two measures of one reference",
    QUARTERLY,
    { { PLAN, "<measure ref=\"singles\" title=\"Single people\"/>",
        "<measure ref=\"families\" title=\"Single people\"/>" },
      { PLAN, "<actual measure=\"singles\" period=\"2008-09\" number=\"24\"/>", "" },
      { PLAN, "<target measure=\"singles\" period=\"2009-10\" number=\"25\"/>", "" } },
    { "Households in temporary homes|not-readable|not-readable|" },
    { "|not-supplied|", "|31|30|28|" },
    { "ref 'families' is used twice" } },
  { "two symbols of one name, two rules of one code",
    QUARTERLY,
    { { FRAMEWORK, "<symbol scale=\"indicator\" name=\"green\" word=\"Green\">On target. {rule}</symbol>",
        "<symbol scale=\"indicator\" name=\"green\" word=\"Green\">On target. {rule}</symbol><symbol "
        "scale=\"indicator\" name=\"green\" word=\"Jade\">Near it.</symbol>" },
      { FRAMEWORK, "<rating-rule ref=\"points\"",
        "<rating-rule ref=\"standard\" method=\"target\"/><rating-rule ref=\"points\"" } },
    { "Not readable" },
    { "Jade", "Near it." },
    { "(first on line", "'standard' is used twice" } },
  { "a section's reference twice, with the title of the first: no other is in doubt",
    QUARTERLY,
    { { RETURN, "</section>\n  <milestone",
        "</section><section ref=\"key-developments\" title=\"Key developments\"><text>Said once more.</text></section>"
        "<milestone" } },
    { "Said once more.", "No introduction was supplied", "No commentary on risk control measures" },
    { NULL },
    { "'key-developments' is used twice (first on line" } },
  { "a section's reference twice, with the title of another: that one is in doubt",
    QUARTERLY,
    { { RETURN, "</section>\n  <milestone",
        "</section><section ref=\"key-developments\" title=\"Risk overview\"><text>Said once more.</text></section>"
        "<milestone" } },
    { "Risk control measures|Not readable|", "Said once more.", "No introduction was supplied" },
    { NULL } },
  { "a rate in a unit that nobody knows; words that are those of another item",
    QUARTERLY,
    { { RETURN, "<value number=\"97.5\"", "<value rate=\"2.5\" rate-unit=\"per-100x\" number=\"97.5\"" },
      { RETURN, "<indicator ref=\"H LI 4\"", "<indicator ref=\"H LI 4\" title=\"Share of rent collected\"" } },
    { NULL },
    { NULL },
    { "value of indicator H LI 2: nobody says what unit 'per-100x' is (did you mean 'per-1000'?)",
      "indicator H LI 4 is called 'Share of rent collected' here, which is what the plan calls indicator H LI 2" } },
  { "a section of a priority that stands in no other is in the board's report",
    "priority-based-report",
    { { RETURN, "</section>\n  <milestone",
        "</section><section ref=\"visit\" title=\"The Mayor's visit\" priority=\"CP1\"><text>She came in May.</text>"
        "</section><milestone" } },
    { "|Homes|The Mayor's visit|She came in May.|" },
    { NULL } },
  { "of one of several measures the quarter of the only target cannot be read",
    "improvement-plan",
    { { PLAN, "kind=\"snapshot\" frequency=\"quarterly\" rule=\"points\"",
        "kind=\"flow\" frequency=\"quarterly\" rule=\"points\"" },
      { PLAN, "<target measure=\"families\" period=\"2009-10\" number=\"30\"/>",
        "<target measure=\"families\" period=\"2009-10-QX\" number=\"30\"/>" },
      { PLAN, "<target period=\"2009-10-Q2\" number=\"60\"/>", "<target period=\"2009-10-Q4\" number=\"110\"/>" } },
    { "Families|31|32|28|not-readable|not-readable|" },
    { "Families|31|32|28|not-readable|–|" } },
  { "two rules for the direction of travel, two risk scores: neither is believed",
    "service-plan",
    { { FRAMEWORK, "<travel-rule", "<travel-rule comparator=\"last-period\" stand-in=\"yes\"/><travel-rule" },
      { PLAN, "<residual likelihood=\"2\" impact=\"2\" level=\"low\"/>",
        "<residual likelihood=\"2\" impact=\"2\" level=\"low\"/><residual likelihood=\"4\" impact=\"4\" "
        "level=\"high\"/>" } },
    { "Residual risk|Not readable" },
    { "Low" },
    { "may be given only once" } },
  { "how certain a figure is cannot be read",
    QUARTERLY,
    { { RETURN, "<value number=\"97.5\"",
        "<value lower=\"96\" upper=\"98\" level=\"9S\" sample=\"4oo\" rate=\"1,2.3\" rate-unit=\"per-1000\" "
        "number=\"97.5\"" } },
    { "|97.5|confidence limits 96% to 98%, rate not readable, confidence level not readable, sample size not "
      "readable|" },
    { NULL } },
};

/* The words of a document, each text closed by "|"; caller frees. */
static char *words_of(const GString *document)
{
  GString *words = g_string_new(NULL);
  const char *at = strstr(document->str, "<section");
  for (; at && *at; at++) {
    if (*at != '<') {
      g_string_append_c(words, *at == '\n' ? ' ' : *at);
      continue;
    }
    const char *end = strchr(at, '>');
    const char *inside[] = { "number=\"", "state=\"", "name=\"", "alt=\"", "caption=\"", "period=\"" };
    for (guint i = 0; i < G_N_ELEMENTS(inside); i++) {
      const char *value = g_strstr_len(at, end - at, inside[i]);
      if (value && value[-1] == ' ')
        g_string_append_printf(words, "%.*s|", (int)strcspn(value + strlen(inside[i]), "\""),
                               value + strlen(inside[i]));
    }
    bool inner = strchr("bia", at[1]) && strchr(" >", at[2]);
    inner |= at[1] == '/' && strchr("bia", at[2]) && at[3] == '>';
    while (!inner && words->len && words->str[words->len - 1] == ' ')
      g_string_truncate(words, words->len - 1);
    if (!inner && words->len && words->str[words->len - 1] != '|')
      g_string_append_c(words, '|');
    at = end;
    while (!inner && g_ascii_isspace(at[1]))
      at++;
  }
  return g_string_free(words, FALSE);
}

static void change(char **text, const Change *slip, const char *what)
{
  const char *at = strstr(*text, slip->old);
  if (!at)
    g_error("%s: '%s' is not there", what, slip->old);
  char *changed = g_strdup_printf("%.*s%s%s", (int)(at - *text), *text, slip->new, at + strlen(slip->old));
  g_free(*text);
  *text = changed;
}

static void read_texts(const char *root, const Slip *slip, char *texts[FILES])
{
  static const char *const names[FILES] = { "framework", "plan", "return", "quarter" };
  for (guint i = 0; i < FILES; i++)
    texts[i] = case_file(root, "tests/golden/check/base", names[i]);
  for (guint i = 0; i < CHANGES && slip->changes[i].old; i++)
    change(&texts[slip->changes[i].file], &slip->changes[i], slip->what);
}

static GString *messages_on(const char *root, const Slip *slip)
{
  char *texts[FILES];
  read_texts(root, slip, texts);
  const MergeTexts merge = { texts[FRAMEWORK], texts[PLAN], texts[RETURN], texts[PREVIOUS], NULL };
  GString *messages = stage_messages(&merge);
  for (guint i = 0; i < FILES; i++)
    g_free(texts[i]);
  return messages;
}

/* The words of the report, or what went wrong; caller frees. */
static char *report_on(const char *root, const Slip *slip)
{
  char *texts[FILES];
  read_texts(root, slip, texts);
  g_autofree char *layout = case_file(root, "layouts", slip->layout);
  const MergeTexts merge = { texts[FRAMEWORK], texts[PLAN], texts[RETURN], texts[PREVIOUS], NULL };
  g_autoptr(GString) complaint = g_string_new(NULL), model = stage_merge(&merge, complaint);
  g_autoptr(GString) document = model ? stage_compose(root, layout, "words-en-GB.xml", model, complaint) : NULL;
  for (guint i = 0; i < FILES; i++)
    g_free(texts[i]);
  return document ? words_of(document) : g_strdup_printf("no document: %s", complaint->str);
}

static guint try(const char *root, const Slip *slip, bool shown)
{
  g_autofree char *words = report_on(root, slip);
  guint faults = 0;
  for (guint i = 0; i < SAID && slip->has[i]; i++)
    if (!strstr(words, slip->has[i])) {
      printf("%s: lacks: %s\n", slip->what, slip->has[i]);
      faults++;
    }
  for (guint i = 0; i < SAID && slip->lacks[i]; i++)
    if (strstr(words, slip->lacks[i])) {
      printf("%s: has: %s\n", slip->what, slip->lacks[i]);
      faults++;
    }
  g_autoptr(GString) messages = slip->told[0] || slip->untold[0] || shown ? messages_on(root, slip) : NULL;
  for (guint i = 0; i < SAID && (slip->told[i] || slip->untold[i]); i++) {
    bool missed = slip->told[i] && !strstr(messages->str, slip->told[i]);
    bool false_alarm = slip->untold[i] && strstr(messages->str, slip->untold[i]);
    if (missed || false_alarm)
      printf("%s: %s: %s\n", slip->what, missed ? "does not tell" : "tells", missed ? slip->told[i] : slip->untold[i]);
    faults += missed + false_alarm;
  }
  if (shown)
    printf("%s\n%s\n", words, messages->str);
  return faults;
}

int main(int argc, char **argv)
{
  if (argc < 2) {
    fprintf(stderr, "usage: damage SOURCE-FOLDER [NAME]\n");
    return 2;
  }
  guint faults = 0, tried = 0;
  for (guint i = 0; i < G_N_ELEMENTS(slips); i++) {
    if (argc > 2 && !strstr(slips[i].what, argv[2]))
      continue;
    faults += try(argv[1], &slips[i], argc > 2);
    tried++;
  }
  printf("%u slips, %u faults\n", tried, faults);
  return faults > 0 || tried == 0;
}

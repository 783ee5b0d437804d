/* The small service, and the kinds of items of which it can have any number. */
#include "kinds.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define ROOT " xmlns=\"urn:qmr:1\" format=\"1.0\" "

const Skeleton skeletons[] = {
  { "framework.xml",
    HEAD "<framework" ROOT "council=\"Estuary Council\" title=\"Corporate Plan\" from=\"2012-13\" to=\"2015-16\">\n"
         "<priority ref=\"P1\" officers=\"HD\" title=\"Clean\"><area ref=\"1\">Clean streets.</area>{area}</priority>\n"
         "{priority}{directorate}<directorate ref=\"env\" title=\"Environment\" officer=\"HD\">"
         "<department ref=\"works-0000\" title=\"Works 0000\" officer=\"HD\"/>{department}</directorate>\n"
         "<board ref=\"safer\" title=\"Safer Board\" priorities=\"P1\"/>{board}"
         "<role ref=\"HD\" title=\"Head\"/>{role}"
         "<rating-rule ref=\"standard\" method=\"target\"/>{rule}"
         "<travel-rule "
         "comparator=\"same-period-last-year\"/"
         ">{symbol}{shorthand}{unit}{category}{plan-section-all}{section-all}{check}</framework>\n" },
  { "plan.xml", HEAD
    "<plan" ROOT "service=\"works-0000\" title=\"Plan 0000\" from=\"2013-14\" years=\"3\" status=\"final\">\n"
    "{log}{plan-section}<objective ref=\"W0000 1\" title=\"Repair roads\" priorities=\"P1\" areas=\"1\" "
    "officers=\"HD\">{points}"
    "<milestone ref=\"W0000-1\" year=\"2013-14\" due=\"2014-03\" key=\"yes\"><text>Repair the bridge</text>{step}"
    "</milestone>{milestone}</objective>\n{objective}"
    "<indicator ref=\"W0000 LI 1\" title=\"Roads repaired\" category=\"quality\" key=\"yes\" unit=\"percent\" "
    "decimals=\"1\" polarity=\"higher\" kind=\"snapshot\" frequency=\"quarterly\" priorities=\"P1\">"
    "<actual period=\"2012-13\" number=\"44.0\"/><target period=\"2013-14\" number=\"46.0\"/></indicator>\n"
    "{indicator}<risk ref=\"R0000\" objective=\"W0000 1\"><text>Frost</text>"
    "<treatment ref=\"R0000a\" due=\"2013-10\"><text>Salt</text></treatment>{treatment}</risk>\n{risk}"
    "<equality-action ref=\"E0000\" strategy=\"Roads\" impact=\"high\"><text>Lower kerbs</text></equality-action>\n"
    "{equality}</plan>\n" },
  { "return.xml", HEAD
    "<return" ROOT "service=\"works-0000\" period=\"2013-14-Q4\" status=\"final\" submitted=\"2014-04-24\">\n"
    "<section ref=\"introduction\" title=\"Introduction\"><text>The fourth quarter.</text></section>\n"
    "<section ref=\"key-developments\" title=\"Key developments\"><text>Roads.</text>{section}</section>\n"
    "{other-section}<milestone ref=\"W0000-1\" rating=\"green\"><commentary><p>Done in March.</p>{prose}</commentary>"
    "</milestone>\n{milestone-said}"
    "<indicator ref=\"W0000 LI 1\" rating=\"green\" travel=\"better\"><value number=\"46.2\"/>{value}"
    "<commentary>Better than last year.</commentary></indicator>\n{indicator-said}"
    "<treatment ref=\"R0000a\" rating=\"green\"/>\n{treatment-said}"
    "<equality-action ref=\"E0000\" rating=\"green\"/>\n{equality-said}{statement}{closed}</return>\n" },
  { "previous.xml", HEAD
    "<return" ROOT "service=\"works-0000\" period=\"2013-14-Q3\" status=\"final\" submitted=\"2014-01-24\">\n"
    "<section ref=\"introduction\" title=\"Introduction\"><text>The third quarter.</text></section>\n{section-before}"
    "<milestone ref=\"W0000-1\" rating=\"green\"><commentary>On time.</commentary></milestone>{milestone-before}\n"
    "<indicator ref=\"W0000 LI 1\" rating=\"green\"><value number=\"45.2\"/><commentary>Good.</commentary>"
    "</indicator>\n{indicator-before}{treatment-before}{equality-before}{closed-before}</return>\n" },
  { "accepted.xml", HEAD "<accepted" ROOT "service=\"works-0000\">\n{accepted}</accepted>\n" },
  { "paper.xml",
    HEAD "<paper" ROOT "ref=\"paper\" council=\"Estuary Council\" board=\"Safer Board\" date=\"2014-05-01\" "
         "officer=\"Head\" subject=\"Roads\">\n<section ref=\"purpose\" number=\"1.0\" title=\"Purpose\">"
         "<text><p>To report.</p>{prose}</text>{paper-section}</section>\n{background}{annex}</paper>\n" },
  { "drawing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\">"
                   "<rect width=\"9\" height=\"9\"/>\n{drawing}</svg>\n" },
  { NULL },
};

#define INDICATOR(more, inside)                                                                                        \
  "<indicator ref=\"X LI #\" title=\"@\" category=\"quality\" unit=\"count\" polarity=\"higher\" "                     \
  "kind=\"snapshot\" frequency=\"quarterly\" " more ">" inside "</indicator>\n"
#define FIGURES "<actual period=\"2012-13\" number=\"#\"/><target period=\"2013-14\" number=\"#\"/>"
#define COLUMNS                                                                                                        \
  "<column heading=\"Ref.\" share=\"20\" row-header=\"yes\"/><column heading=\"What\" share=\"50\"/>"                  \
  "<column heading=\"Figure\" share=\"30\"/>"
#define CELLS "<cell><para>R#</para></cell><cell><para>@</para></cell>"

const Kind kinds[] = {
  { "everything",
    { { "section", .each = "<section ref=\"s#\" title=\"@\"><text>@ of # or #%; X LI # is at #.</text></section>\n" },
      { "milestone",
        .each = "<milestone ref=\"W1-#\" year=\"2013-14\" due=\"2014-03\"><text>@ #</text></milestone>\n" },
      { "milestone-said",
        .each = "<milestone ref=\"W1-#\" rating=\"green\"><commentary>@ # of X LI #</commentary></milestone>\n" },
      { "indicator", .each = INDICATOR("key=\"yes\"", FIGURES) },
      { "indicator-said", .each = "<indicator ref=\"X LI #\" rating=\"green\"><value number=\"#\"/><commentary>Up from "
                                  "# to #.</commentary></indicator>\n" },
      { "indicator-before",
        .each = "<indicator ref=\"X LI #\" rating=\"green\"><value number=\"2#\"/></indicator>\n" } } },
  { "sections-same",
    { { "section", .each = "<section ref=\"s#\" title=\"The same title\"><text>@</text></section>\n" } } },
  { "sections", { { "section", .each = "<section ref=\"s#\" title=\"Title # of ~\"><text>@</text></section>\n" } } },
  { "sections-nested",
    { { "section", .each = "<section ref=\"s#\" title=\"One\"><text>@</text><section ref=\"t#\" title=\"Two\">"
                           "<section ref=\"u#\" title=\"Three\"><text>@</text></section></section></section>\n" } } },
  { "sections-other", { { "other-section", .each = "<section ref=\"o#\" title=\"@\"><text>@</text></section>\n" } } },
  { "plan-sections",
    { { "plan-section", .each = "<section ref=\"s#\" number=\"#.0\" title=\"@\"><text>See section #.0.</text>"
                                "</section>\n" } } },
  { "log", { { "log", .each = "<log version=\"1.#\" status=\"draft\" date=\"2013-02-08\">@</log>\n" } } },
  { "objectives",
    { { "objective",
        .each = "<objective ref=\"X #\" title=\"@\" priorities=\"P1\"><milestone ref=\"X#-1\" year=\"2013-14\" "
                "due=\"2014-03\"><text>@</text></milestone></objective>\n" },
      { "milestone-said",
        .each = "<milestone ref=\"X#-1\" rating=\"green\"><commentary>@</commentary></milestone>\n" } } },
  { "milestones",
    { { "milestone", .each = "<milestone ref=\"W1-#\" year=\"2013-14\" due=\"2014-03\" officers=\"HD\">"
                             "<text>@ #</text></milestone>\n" },
      { "milestone-said",
        .each = "<milestone ref=\"W1-#\" rating=\"green\"><commentary>@ #</commentary></milestone>\n" },
      { "milestone-before",
        .each = "<milestone ref=\"W1-#\" rating=\"amber\"><commentary>@</commentary></milestone>\n" } } },
  { "steps",
    { { "step", .each = "<step ref=\"t#\" due=\"2013-10\"><text>@</text></step>\n" },
      { "milestone-said", .each = "<milestone ref=\"W0000-1\" step=\"t#\" rating=\"green\"/>\n" } } },
  { "indicators",
    { { "indicator", .each = INDICATOR("officers=\"HD\"", FIGURES) },
      { "indicator-said", .each = "<indicator ref=\"X LI #\" rating=\"green\" travel=\"same\"><value number=\"#\"/>"
                                  "<commentary>The figure of # is that of X LI #.</commentary></indicator>\n" },
      { "indicator-before",
        .each = "<indicator ref=\"X LI #\" rating=\"green\"><value number=\"#\"/></indicator>\n" } } },
  { "charts",
    { { "indicator", .each = INDICATOR("key=\"yes\"", FIGURES) },
      { "indicator-said", .each = "<indicator ref=\"X LI #\" rating=\"green\"><value number=\"#\"/></indicator>\n" },
      { "indicator-before",
        .each = "<indicator ref=\"X LI #\" rating=\"green\"><value number=\"2#\"/></indicator>\n" } } },
  { "measures",
    { { "indicator",
        .before = "<indicator ref=\"X LI 1\" title=\"Fires\" category=\"quality\" unit=\"count\" polarity=\"lower\" "
                  "kind=\"snapshot\" frequency=\"quarterly\">",
        .each = "<measure ref=\"m#\" title=\"@\"/>" },
      { "indicator", .each = "<target measure=\"m#\" period=\"2013-14\" number=\"#\"/>", .after = "</indicator>" },
      { "indicator-said", .before = "<indicator ref=\"X LI 1\" rating=\"green\">",
        .each = "<value measure=\"m#\" number=\"#\"/>", .after = "</indicator>" } } },
  { "readings",
    { { "indicator",
        .before = "<indicator ref=\"X LI 1\" title=\"Fires\" category=\"quality\" key=\"yes\" unit=\"count\" "
                  "polarity=\"lower\" kind=\"snapshot\" frequency=\"quarterly\">",
        .each = "<actual period=\"^\" number=\"#\"/>", .after = "</indicator>" },
      { "indicator-said", .before = "<indicator ref=\"X LI 1\" rating=\"green\">",
        .each = "<value period=\"^\" number=\"#\"/>", .after = "</indicator>" } } },
  { "readings-same",
    { { "indicator",
        .before = "<indicator ref=\"X LI 1\" title=\"Fires\" category=\"quality\" key=\"yes\" unit=\"count\" "
                  "polarity=\"lower\" kind=\"snapshot\" frequency=\"quarterly\">",
        .each = "<target period=\"2013-14-Q4\" number=\"#\"/>", .after = "</indicator>" },
      { "indicator-said", .before = "<indicator ref=\"X LI 1\" rating=\"green\">", .each = "<value number=\"#\"/>",
        .after = "</indicator>" } } },
  { "risks",
    { { "risk", .each = "<risk ref=\"X#\" objective=\"W0000 1\"><text>@</text><treatment ref=\"X#a\" due=\"2013-10\">"
                        "<text>@</text></treatment></risk>\n" },
      { "treatment-said",
        .each = "<treatment ref=\"X#a\" rating=\"green\"><commentary>@</commentary></treatment>\n" } } },
  { "treatments",
    { { "treatment", .each = "<treatment ref=\"X#\" due=\"2013-10\"><text>@</text></treatment>\n" },
      { "treatment-said",
        .each = "<treatment ref=\"X#\" rating=\"green\"><commentary>@</commentary></treatment>\n" } } },
  { "equality",
    { { "equality", .each = "<equality-action ref=\"X#\" strategy=\"@\" impact=\"high\"><text>@</text>"
                            "</equality-action>\n" },
      { "equality-said",
        .each = "<equality-action ref=\"X#\" rating=\"green\"><commentary>@</commentary></equality-action>\n" } } },
  { "statement-lines",
    { { "statement", .before = "<statement ref=\"revenue\" kind=\"revenue\" title=\"Works\"><section title=\"Costs\">",
        .each = "<line title=\"@\" budget=\"#\" budget-to-date=\"#\" actual-to-date=\"#\" variance=\"0\"/>\n",
        .after = "</section></statement>" } } },
  { "statement-sections",
    { { "statement", .before = "<statement ref=\"revenue\" kind=\"revenue\" title=\"Works\">",
        .each = "<section title=\"@ #\"><line title=\"a\" budget=\"0\"/><group title=\"b\"><line title=\"c\" "
                "budget=\"0\"/></group></section><net title=\"Net #\" budget=\"0\"/>\n",
        .after = "</statement>" } } },
  { "statements",
    { { "statement", .each = "<statement ref=\"s#\" kind=\"revenue\" title=\"@\"><section title=\"Costs\">"
                             "<line title=\"a\" budget=\"#\"/></section></statement>\n" } } },
  { "unknown",
    { { "milestone", .each = "<milestone ref=\"W1-#\" year=\"2013-14\" due=\"2014-03\" officers=\"NO#\" areas=\"x#\" "
                             "board=\"b#\"><text>@</text></milestone>\n" },
      { "milestone-said", .each = "<milestone ref=\"V1-#\" rating=\"green\"/>\n" },
      { "indicator", .each = INDICATOR("officers=\"NO#\" priorities=\"Q#\" rule=\"r#\"", FIGURES) },
      { "indicator-said", .each = "<indicator ref=\"Y LI #\" rating=\"green\"><value measure=\"m#\" number=\"#\"/>"
                                  "</indicator>\n" },
      { "treatment-said", .each = "<treatment ref=\"T#\" rating=\"green\"/>\n" } } },
  { "unknown-near",
    { { "milestone",
        .each = "<milestone ref=\"W1-10#\" year=\"2013-14\" due=\"2014-03\"><text>@</text></milestone>\n" },
      { "milestone-said", .each = "<milestone ref=\"W1-20#\" rating=\"green\"/>\n" },
      { "role", .each = "<role ref=\"OFFICER-10#\" title=\"@\"/>\n" },
      { "indicator", .each = INDICATOR("officers=\"OFFICER-20#\"", FIGURES) } } },
  { "unknown-measures",
    { { "indicator",
        .before = "<indicator ref=\"X LI 1\" title=\"Fires\" category=\"quality\" unit=\"count\" polarity=\"lower\" "
                  "kind=\"snapshot\" frequency=\"quarterly\">",
        .each = "<measure ref=\"m10#\" title=\"@\"/>", .after = "</indicator>" },
      { "indicator-said", .before = "<indicator ref=\"X LI 1\" rating=\"green\">",
        .each = "<value measure=\"n20#\" number=\"#\"/>", .after = "</indicator>" } } },
  { "duplicates",
    { { "milestone", .each = "<milestone ref=\"W1\" year=\"2013-14\" due=\"2014-03\"><text>@</text></milestone>\n" },
      { "milestone-said", .each = "<milestone ref=\"W1\" rating=\"green\"/>\n" },
      { "indicator-said",
        .each = "<indicator ref=\"W0000 LI 1\" rating=\"green\"><value number=\"1\"/></indicator>\n" },
      { "equality", .each = "<equality-action ref=\"X\" strategy=\"@\"><text>@</text></equality-action>\n" },
      { "role", .each = "<role ref=\"R\" title=\"@\"/>\n" } } },
  { "bad-names",
    { { "milestone-said", .each = "<milestone ref=\"W1-#\" raiting#=\"green\" rating=\"gren\"/>\n" },
      { "indicator-said", .each = "<indicater#/>\n" } } },
  { "roles",
    { { "role", .each = "<role ref=\"OD#\" title=\"@ #\"/>\n" },
      { "milestone", .each = "<milestone ref=\"W1-#\" year=\"2013-14\" due=\"2014-03\" officers=\"OD#\">"
                             "<text>@</text></milestone>\n" } } },
  { "priorities",
    { { "priority",
        .each = "<priority ref=\"Q#\" officers=\"HD\" title=\"@ #\"><area ref=\"q#\">@</area></priority>\n" },
      { "indicator", .each = INDICATOR("key=\"yes\" priorities=\"Q#\" areas=\"q#\"", FIGURES) } } },
  { "named",
    { { "priority",
        .each = "<priority ref=\"Q#\" officers=\"OD#\" title=\"@ #\"><area ref=\"q#\">@</area></priority>\n" },
      { "role", .each = "<role ref=\"OD#\" title=\"@ #\"/>\n" },
      { "board", .each = "<board ref=\"b#\" title=\"@ #\" priorities=\"Q#\"/>\n" },
      { "objective",
        .each =
            "<objective ref=\"X #\" title=\"@\" priorities=\"Q#\" indicators=\"X LI #\"><milestone ref=\"X#-1\" "
            "year=\"2013-14\" due=\"2014-03\" officers=\"OD#\" board=\"b#\"><text>@</text></milestone></objective>\n" },
      { "indicator", .each = INDICATOR("priorities=\"Q#\" areas=\"q#\" officers=\"HD, OD#\"", FIGURES) },
      { "risk", .each = "<risk ref=\"X#\" objective=\"X #\"><text>@</text></risk>\n" } } },
  { "directorates",
    { { "directorate", .each =
                           "<directorate ref=\"e#\" title=\"@ #\" officer=\"OD#\"><department ref=\"w#\" title=\"@ #\" "
                           "officer=\"OD#\"/></directorate>\n" },
      { "role", .each = "<role ref=\"OD#\" title=\"@ #\"/>\n" } } },
  { "rules",
    { { "rule", .each = "<rating-rule ref=\"r#\" method=\"target\"/>\n" },
      { "indicator", .each = INDICATOR("rule=\"r#\"", FIGURES) },
      { "indicator-said",
        .each = "<indicator ref=\"X LI #\" rating=\"green\"><value number=\"#\"/></indicator>\n" } } },
  { "shorthands",
    { { "shorthand", .each = "<shorthand ref=\"SH#\">@ #</shorthand>\n" }, { "prose", .each = "<p>@ SH#.</p>\n" } } },
  { "references",
    { { "indicator", .each = INDICATOR("officers=\"HD\"", FIGURES) },
      { "milestone", .each = "<milestone ref=\"W1-#\" year=\"2013-14\" due=\"2014-03\"><text>@</text></milestone>\n" },
      { "prose", .each = "<p>W1-# and X LI # were # in 2013/14, up from # in Q3; # of # is 100%.</p>\n" } } },
  { "quoted",
    { { "indicator", .each = INDICATOR("key=\"yes\"", FIGURES) },
      { "indicator-said",
        .each = "<indicator ref=\"X LI #\" rating=\"green\"><value number=\"#\"/><commentary>X LI # was 9# in 2013/14, "
                "and W0000 LI 1 was 1#.</commentary></indicator>\n" },
      { "section",
        .each = "<section ref=\"k#\" title=\"@\" priority=\"P1\"><text>X LI # is 8#%.</text></section>\n" } } },
  { "one-finding",
    { { "indicator", .each = INDICATOR("key=\"yes\"", FIGURES) },
      { "indicator-said", .each = "<indicator ref=\"X LI #\" rating=\"red\"><value number=\"9#\"/></indicator>\n" },
      { "accepted", .each = "<exception rule=\"G-BETTER\" item=\"indicator X LI #\" period=\"2013-14-Q4\" by=\"HD\">"
                            "<text>@</text><reason>@</reason></exception>\n" } } },
  { "accepted-same",
    { { "accepted", .each = "<exception rule=\"R-SILENT\" item=\"milestone W0000-1\" period=\"2013-14-Q4\" by=\"HD\">"
                            "<text>@ #</text><reason>@</reason></exception>\n" } } },
  { "measures-many",
    { { "indicator", .each = INDICATOR("", "<measure ref=\"a\" title=\"@\"/><measure ref=\"b\" title=\"@\"/>"
                                           "<target measure=\"a\" period=\"2013-14\" number=\"#\"/>"
                                           "<target measure=\"b\" period=\"2013-14\" number=\"#\"/>") },
      { "indicator-said", .each = "<indicator ref=\"X LI #\" rating=\"green\"><value measure=\"a\" number=\"#\"/>"
                                  "<value measure=\"b\" number=\"#\"/></indicator>\n" },
      { "objective", .each = "<objective ref=\"X #\" title=\"@\" priorities=\"P1\" indicators=\"X LI #\"/>\n" } } },
  { "values-nameless",
    { { "indicator",
        .before = "<indicator ref=\"X LI 1\" title=\"Fires\" category=\"quality\" unit=\"count\" polarity=\"lower\" "
                  "kind=\"snapshot\" frequency=\"quarterly\">",
        .each = "<measure ref=\"m#\" title=\"@\"/>", .after = "</indicator>" },
      { "indicator-said", .before = "<indicator ref=\"X LI 1\" rating=\"green\">", .each = "<value number=\"#\"/>",
        .after = "</indicator>" } } },
  { "values-said-twice",
    { { "indicator-said", .before = "<indicator ref=\"W0000 LI 1\" rating=\"green\">", .each = "<value number=\"#\"/>",
        .after = "</indicator>" } } },
  { "areas", { { "area", .each = "<area ref=\"q#\">@</area>\n" } } },
  { "boards",
    { { "board", .each = "<board ref=\"b#\" title=\"@ #\" priorities=\"P1\"/>\n" },
      { "milestone", .each = "<milestone ref=\"W1-#\" year=\"2013-14\" due=\"2014-03\" board=\"b#\">"
                             "<text>@</text></milestone>\n" } } },
  { "departments", { { "department", .each = "<department ref=\"d#\" title=\"@ #\" officer=\"HD\"/>\n" } } },
  { "codes",
    { { "objective", .before = "<objective ref=\"X 1\" title=\"Many\" indicators=\"W0000 LI 1", .each = ", X LI #",
        .after = "\"/>" },
      { "indicator", .each = INDICATOR("", FIGURES) } } },
  { "closed",
    { { "milestone", .each = "<milestone ref=\"W1-#\" year=\"2013-14\" due=\"2014-03\"><text>@</text></milestone>\n" },
      { "closed", .each = "<closed ref=\"W1-#\">@</closed>\n" } } },
  { "accepted",
    { { "milestone", .each = "<milestone ref=\"W1-#\" year=\"2013-14\" due=\"2014-03\"><text>@</text></milestone>\n" },
      { "accepted", .each = "<exception rule=\"R-SILENT\" item=\"milestone W1-#\" period=\"2013-14-Q4\" by=\"HD\">"
                            "<text>@</text><reason>@</reason></exception>\n" } } },
  { "paragraphs", { { "prose", .each = "<p>@ of # or #% in 2013/14, see W1-#.</p>\n" } } },
  { "list", { { "prose", .before = "<ul>", .each = "<li>@ of #, <b>in all</b> #</li>\n", .after = "</ul>" } } },
  { "runs", { { "prose", .before = "<p>", .each = "a <b>b</b> ", .after = "</p>" } } },
  { "long-word", { { "prose", .before = "<p>", .each = "~", .after = "</p>" } } },
  { "prose-rows",
    { { "prose", .before = "<table><tr><td>What</td><td>Figure</td></tr>", .each = "<tr><td>@</td><td>#</td></tr>\n",
        .after = "</table>" } } },
  { "prose-tables",
    { { "prose", .each = "<table><tr><td>What</td><td>Figure</td></tr><tr><td>a</td><td>#</td></tr></table>\n" } } },
  { "prose-headings", { { "prose", .each = "<h>The same title</h><p>@</p>\n" } } },
  { "links", { { "prose", .each = "<p><a href=\"https://example.org/#\">@</a></p>\n" } } },
  { "paper-sections",
    { { "paper-section", .each = "<section ref=\"p#\" number=\"1.#\"><text>@; see section 1.#.</text></section>\n" } },
    .family = OF_PAPER },
  { "backgrounds", { { "background", .each = "<background document=\"@\" place=\"#\"/>\n" } }, .family = OF_PAPER },
  { "table-rows",
    { { "document", .before = "<table id=\"t\"><caption>Rows</caption>" COLUMNS "<group>",
        .each = "<row>" CELLS "<cell><value number=\"#\" unit=\"count\"/></cell></row>\n",
        .after = "</group></table>" } },
    .family = OF_DOCUMENT },
  { "table-groups",
    { { "document", .before = "<table id=\"t\"><caption>Rows</caption>" COLUMNS,
        .each = "<group><label>Group #</label><row>" CELLS "<cell><symbol name=\"green\" word=\"Green\"/></cell></row>"
                "</group>\n",
        .after = "</table>" } },
    .family = OF_DOCUMENT },
  { "tables",
    { { "document", .each = "<table id=\"t#\"><caption>The same caption</caption>" COLUMNS "<group><row>" CELLS
                            "<cell/></row></group></table>\n" } },
    .family = OF_DOCUMENT },
  { "table-notes",
    { { "document", .before = "<table id=\"t\"><caption>Rows</caption>" COLUMNS "<group>",
        .each =
            "<row>" CELLS "<cell><value number=\"#\" unit=\"count\" flags=\"provisional estimate\"/></cell></row>\n",
        .after = "</group></table>" } },
    .family = OF_DOCUMENT },
  { "cell-values",
    { { "document", .before = "<table id=\"t\"><caption>Rows</caption>" COLUMNS "<group><row>" CELLS "<cell>",
        .each = "<value label=\"m#\" number=\"#\" unit=\"count\"/>\n", .after = "</cell></row></group></table>" } },
    .family = OF_DOCUMENT },
  { "cell-paras",
    { { "document", .before = "<table id=\"t\"><caption>Rows</caption>" COLUMNS "<group><row>" CELLS "<cell>",
        .each = "<para>@</para>", .after = "</cell></row></group></table>" } },
    .family = OF_DOCUMENT },
  { "labelled-rows",
    { { "document", .before = "<table id=\"t\"><caption>Rows</caption>" COLUMNS "<group>",
        .each = "<row>" CELLS "<cell><value label=\"m#\" number=\"#\" unit=\"count\"/><value label=\"n\" number=\"#\" "
                "unit=\"count\"/></cell></row>\n",
        .after = "</group></table>" } },
    .family = OF_DOCUMENT },
  { "page-links",
    { { "document",
        .before = "<table id=\"t\"><caption>Rows</caption>" COLUMNS "<column heading=\"Page\" pages=\"yes\"/><group>",
        .each = "<row>" CELLS "<cell/><cell><para><a href=\"$h#\">{page}</a></para></cell></row>\n",
        .after = "</group></table>" },
      { "document", .each = "<heading level=\"2\" id=\"h#\">Two</heading>\n" } },
    .family = OF_DOCUMENT },
  { "headings",
    { { "document", .before = "<contents depth=\"2\" title=\"Contents\"/>",
        .each = "<heading level=\"2\" id=\"h#\" contents=\"yes\">The same title</heading><para>@</para>\n" } },
    .family = OF_DOCUMENT },
  { "notes",
    { { "document", .each = "<table id=\"t#\"><caption>@</caption>" COLUMNS "<group><row>" CELLS
                            "<cell/></row></group></table><para style=\"note\">Note # of ~.</para>\n" } },
    .family = OF_DOCUMENT },
  { "heading-links",
    { { "document", .each = "<heading level=\"2\" id=\"h#\" contents=\"yes\">@</heading>"
                            "<para><a href=\"$h#\">@</a></para>\n" } },
    .family = OF_DOCUMENT },
  { "paras", { { "document", .each = "<para>@ #</para>\n" } }, .family = OF_DOCUMENT },
  { "one-para", { { "document", .before = "<para>", .each = "@ ", .after = "</para>" } }, .family = OF_DOCUMENT },
  { "boxes", { { "document", .each = "<box tone=\"note\"><para>@</para></box>\n" } }, .family = OF_DOCUMENT },
  { "one-box",
    { { "document", .before = "<box tone=\"note\">", .each = "<para>@</para>", .after = "</box>" } },
    .family = OF_DOCUMENT },
  { "one-keep",
    { { "document", .before = "<keep>", .each = "<para>@</para>", .after = "</keep>" } },
    .family = OF_DOCUMENT },
  { "chart-points",
    { { "document", .before = "<chart kind=\"columns\" title=\"Chart\" alt=\"Rising.\">",
        .each = "<category label=\"#\"/>" },
      { "document", .before = "<series label=\"s\">", .each = "<point number=\"#\"/>", .after = "</series></chart>" } },
    .family = OF_DOCUMENT },
  { "links-out",
    { { "document",
        .each = "<para><a href=\"https://example.org/#\">@</a> and <a href=\"https://example.org/\">@</a></para>\n" } },
    .family = OF_DOCUMENT },
  { "languages",
    { { "document", .each = "<para>@ <span lang=\"cy\">un ~</span> <b>b</b><i>i</i></para>\n" } },
    .family = OF_DOCUMENT },
  { "columns",
    { { "document", .before = "<table id=\"t\"><caption>Wide</caption>",
        .each = "<column heading=\"Column #\" share=\"1\"/>" },
      { "document", .before = "<group><row>", .each = "<cell><para>#</para></cell>",
        .after = "</row></group></table>" } },
    .family = OF_DOCUMENT },
  { "group-notes",
    { { "document", .before = "<table id=\"t\"><caption>Rows</caption>" COLUMNS,
        .each =
            "<group><label>Group # @</label><row>" CELLS "<cell><value state=\"not-available\"/></cell></row><row "
            "kind=\"subtotal\">" CELLS "<cell><value number=\"#\" unit=\"thousand-pounds\"/></cell></row></group>\n",
        .after = "</table>" } },
    .family = OF_DOCUMENT },
  { "charts-drawn",
    { { "document", .each = "<chart id=\"c#\" kind=\"lines\" title=\"@\" alt=\"Rising.\"><category label=\"a\"/>"
                            "<category label=\"b\"/><series label=\"s\"><point number=\"1\"/><point number=\"#\"/>"
                            "</series></chart>\n" } },
    .family = OF_DOCUMENT },
  { "footnotes", { { "prose", .each = "<p>@<footnote>@ #.</footnote> and #.</p>\n" } } },
  { "footnotes-one", { { "prose", .before = "<p>", .each = "a<footnote>b #</footnote> ", .after = "</p>" } } },
  { "footnotes-everywhere",
    { { "section",
        .each = "<section ref=\"s#\" title=\"@\"><text><p>@<footnote>@ #.</footnote></p></text></section>\n" },
      { "milestone", .each =
                         "<milestone ref=\"W1-#\" year=\"2013-14\" due=\"2014-03\"><text>@ #<footnote>@ #.</footnote>"
                         "</text></milestone>\n" },
      { "milestone-said", .each = "<milestone ref=\"W1-#\" rating=\"green\"><commentary>@<footnote>@.</footnote>"
                                  "</commentary></milestone>\n" },
      { "prose", .each = "<table><tr><th>What</th><th>Figure<footnote>@ #.</footnote></th></tr><tr><td>a</td><td>#"
                         "<footnote>@.</footnote></td></tr></table>\n" } } },
  { "value-notes",
    { { "indicator", .each = INDICATOR("key=\"yes\"", "<baseline period=\"2011-12\" number=\"#\" note=\"@\"/>"
                                                      "<actual period=\"2012-13\" number=\"#\" note=\"@ #\"/>"
                                                      "<target period=\"2013-14\" number=\"#\" note=\"@ of #\"/>") },
      { "indicator-said", .each = "<indicator ref=\"X LI #\" rating=\"green\"><value number=\"#\" note=\"@, all #\"/>"
                                  "<commentary>@</commentary></indicator>\n" } } },
  { "lists", { { "prose", .each = "<ol labels=\"(a)\"><li>@</li><li label=\"4.#\">@</li></ol>\n" } } },
  { "labels",
    { { "prose", .before = "<ol labels=\"a)\" start=\"3\">", .each = "<li>@</li><li label=\"4.#\">@</li>\n",
        .after = "</ol>" } } },
  { "spans",
    { { "prose", .before = "<table><tr><th>Head</th><th>What</th><th>Figure</th></tr>",
        .each = "<tr><th colspan=\"3\">Group # @</th></tr><tr><th rowspan=\"2\">@</th><td>a</td><td><ul><li>@</li><li>#"
                "</li></ul></td></tr><tr><td><p>@</p><p>#</p></td><td>#</td></tr>\n",
        .after = "</table>" } } },
  { "span-down",
    { { "prose", .before = "<table><tr><th>Head</th><th>What</th></tr>",
        .each = "<tr><td rowspan=\"2\">@</td><td>a</td>"
                "</tr><tr><td>b</td></tr>\n",
        .after = "</table>" } } },
  { "span-lists",
    { { "prose", .before = "<table><tr><th>Head</th><th>What</th></tr><tr><td>a</td><td><ul>", .each = "<li>@ #</li>",
        .after = "</ul></td></tr></table>" } } },
  { "prose-columns",
    { { "prose", .before = "<table><tr>", .each = "<th>c#</th>", .after = "</tr>" },
      { "prose", .before = "<tr>", .each = "<td>#</td>", .after = "</tr></table>" } } },
  { "pictures", { { "prose", .each = "<picture file=\"picture.png\" alt=\"@\" caption=\"@ #\"/>\n" } } },
  { "drawings",
    { { "prose", .each = "<picture file=\"drawing-#.svg\" alt=\"@\" caption=\"@ #\"/>\n" } },
    .drawings = true },
  { "drawing",
    { { "prose", .before = "<picture file=\"drawing.svg\" alt=\"", .each = "", .after = "One\"/>\n" },
      { "drawing", .each = "<rect x=\"#\" y=\"1\" width=\"2\" height=\"2\"/><text x=\"1\" y=\"9\">a #</text>\n" } } },
  { "points", { { "points", .before = "<points><ul>", .each = "<li>@ #</li>", .after = "</ul></points>" } } },
  { "points-many",
    { { "objective", .each = "<objective ref=\"X #\" title=\"@ by:\" priorities=\"P1\"><points><ul><li>@</li><li>#</li>"
                             "</ul></points></objective>\n" },
      { "priority", .each = "<priority ref=\"Q#\" officers=\"HD\" title=\"@ by:\"><points><ul><li>@</li></ul></points>"
                            "</priority>\n" },
      { "indicator", .each =
                         "<indicator ref=\"X LI #\" title=\"@ of:\" key=\"yes\" unit=\"count\"><points><ul><li>@</li>"
                         "</ul></points>" FIGURES "</indicator>\n" } } },
  { "nameless",
    { { "milestone", .each = "<milestone year=\"2013-14\" due=\"2014-03\"><text>Milestone # @</text></milestone>\n" },
      { "milestone-said", .each = "<milestone title=\"Milestone # @\" rating=\"green\"/>\n" },
      { "milestone-before", .each = "<milestone title=\"Milestone # @\" rating=\"amber\"/>\n" },
      { "indicator", .each = "<indicator title=\"Indicator # @\" unit=\"count\">" FIGURES "</indicator>\n" },
      { "indicator-said",
        .each = "<indicator title=\"Indicator # @\" rating=\"green\"><value number=\"#\"/></indicator>\n" },
      { "equality", .each = "<equality-action strategy=\"s\"><text>Action # @</text></equality-action>\n" },
      { "equality-said", .each = "<equality-action title=\"Action # @\" rating=\"green\"/>\n" } } },
  { "nameless-short", /* named by the beginning of its words */
    { { "milestone", .each = "<milestone year=\"2013-14\" due=\"2014-03\"><text>Milestone # @</text></milestone>\n" },
      { "milestone-said", .each = "<milestone title=\"Milestone #\" rating=\"green\"/>\n" } } },
  { "nameless-steps",
    { { "step", .each = "<step due=\"2013-10\"><text>Step # @</text></step>\n" },
      { "milestone-said", .each = "<milestone ref=\"W0000-1\" step-title=\"Step # @\" rating=\"green\"/>\n" },
      { "milestone-before", .each = "<milestone ref=\"W0000-1\" step-title=\"Step # @\" rating=\"green\"/>\n" } } },
  { "reworded",
    { { "milestone", .each = "<milestone year=\"2013-14\" due=\"2014-03\"><text>New # @</text></milestone>\n" },
      { "milestone-before", .each = "<milestone title=\"Old # @\" rating=\"amber\"/>\n" },
      { "indicator", .each = "<indicator title=\"Index # @\" unit=\"count\">" FIGURES "</indicator>\n" },
      { "indicator-before",
        .each = "<indicator title=\"Rate # @\" rating=\"green\"><value number=\"#\"/></indicator>\n" } } },
  { "reworded-steps",
    { { "step", .each = "<step due=\"2013-10\"><text>New # @</text></step>\n" },
      { "milestone-before", .each = "<milestone ref=\"W0000-1\" step-title=\"Old # @\" rating=\"green\"/>\n" } } },
  { "former",
    { { "indicator", .before = "<indicator ref=\"X LI 1\" title=\"Fires\" unit=\"count\">",
        .each = "<former ref=\"PA #\" period=\"^\"/>",
        .after = "<actual period=\"2012-13\" number=\"4\"/></indicator>\n" } } },
  { "former-many",
    { { "indicator", .each = INDICATOR("key=\"yes\"", "<former ref=\"PA #\" period=\"2010-11\"/>" FIGURES) },
      { "indicator-said", .each =
                              "<indicator ref=\"X LI #\" rating=\"green\"><value number=\"#\"/><commentary>PA # was "
                              "#.</commentary></indicator>\n" },
      { "indicator-before",
        .each = "<indicator ref=\"PA #\" rating=\"green\"><value number=\"#\"/></indicator>\n" } } },
  { "unplanned", /* entries for what the plan does not have */
    { { "milestone-said", .each = "<milestone ref=\"V#\" rating=\"green\"><commentary>@</commentary></milestone>\n" },
      { "indicator-said", .each = "<indicator ref=\"Y LI #\" rating=\"green\"><value number=\"#\"/><commentary>@"
                                  "</commentary></indicator>\n" },
      { "treatment-said", .each = "<treatment ref=\"T#\" rating=\"green\"/>\n" },
      { "equality-said", .each = "<equality-action ref=\"F#\" rating=\"green\"/>\n" } } },
  { "unplanned-nameless",
    { { "milestone-said", .each = "<milestone title=\"Unknown # @\" rating=\"green\"/>\n" },
      { "indicator-said",
        .each = "<indicator title=\"Unknown # @\" rating=\"green\"><value number=\"#\"/></indicator>\n" },
      { "indicator", .each = "<indicator title=\"Indicator # @\" unit=\"count\">" FIGURES "</indicator>\n" } } },
  { "unplanned-steps",
    { { "milestone-said", .each = "<milestone ref=\"W0000-1\" step=\"t#\" rating=\"green\"/>\n" },
      { "step", .each = "<step ref=\"u#\" due=\"2013-10\"><text>@</text></step>\n" } } },
  { "accepted-none",
    { { "accepted", .each = "<exception rule=\"R-SILENT\" item=\"milestone NO-#\" period=\"2013-14-Q4\" by=\"HD\">"
                            "<text>@</text><reason>@</reason></exception>\n" } } },
  { "section-priorities",
    { { "priority", .each = "<priority ref=\"Q#\" officers=\"HD\" title=\"@ #\"/>\n" },
      { "section", .each = "<section ref=\"s#\" title=\"@\" priority=\"P1, Q#\"><text>@</text></section>\n" } } },
  { "section-all-priorities",
    { { "priority", .each = "<priority ref=\"Q#\" officers=\"HD\" title=\"@ #\"/>\n" },
      { "section", .before = "<section ref=\"s\" title=\"Many\" priority=\"P1", .each = ", Q#",
        .after = "\"><text>Of all.</text></section>\n" } } },
  { "changes",
    { { "milestone", .each = "<milestone ref=\"N-#\" previously=\"O-#\" year=\"2013-14\" due=\"2014-03\"><text>@</text>"
                             "</milestone>\n" },
      { "milestone-said", .each = "<milestone ref=\"N-#\" rating=\"green\"/>\n" },
      { "milestone-before",
        .each = "<milestone ref=\"O-#\" rating=\"amber\"/><milestone ref=\"G-#\" rating=\"red\"/>\n" },
      { "indicator", .each = INDICATOR("new=\"yes\"", FIGURES) },
      { "indicator-before", .each = "<indicator ref=\"Z LI #\" rating=\"green\"><value number=\"#\"/></indicator>\n" },
      { "closed", .each = "<closed ref=\"Z LI #\">@</closed>\n" } } },
  { "merged",
    { { "milestone", .before = "<milestone ref=\"N\" year=\"2013-14\" due=\"2014-03\" previously=\"O-0",
        .each = ", O-#", .after = "\"><text>All of them</text></milestone>\n" },
      { "milestone-before", .each = "<milestone ref=\"O-#\" rating=\"amber\"/>\n" } } },
  { "closed-now",
    { { "indicator", .each = INDICATOR("", FIGURES) },
      { "indicator-before", .each = "<indicator ref=\"Z LI #\" rating=\"green\"><value number=\"#\"/></indicator>\n" },
      { "closed", .each = "<closed ref=\"Z LI #\" now=\"X LI #\">@</closed>\n" } } },
  { "closed-before",
    { { "milestone-before", .each = "<milestone ref=\"G-#\" rating=\"red\"/>\n" },
      { "closed-before", .each = "<closed ref=\"H-#\">@</closed>\n" },
      { "closed", .each = "<closed ref=\"J-#\">@</closed>\n" } } },
  { "parts-of-year",
    { { "indicator",
        .each = INDICATOR("key=\"yes\"", "<target period=\"2013-14-Q1\" number=\"#\"/><target period=\"2013-14-Q2\" "
                                         "number=\"#\"/><target period=\"2013-14-M9\" number=\"#\"/><target "
                                         "period=\"2013-14\" number=\"#\"/>") },
      { "indicator-said",
        .each = "<indicator ref=\"X LI #\" rating=\"green\"><value number=\"#\"/></indicator>\n" } } },
  { "targets",
    { { "indicator",
        .before = "<indicator ref=\"X LI 1\" title=\"Fires\" category=\"quality\" key=\"yes\" unit=\"count\" "
                  "polarity=\"lower\" kind=\"cumulative\" frequency=\"monthly\">",
        .each = "<target period=\"^\" number=\"#\"/>", .after = "</indicator>" },
      { "indicator-said", .before = "<indicator ref=\"X LI 1\" rating=\"green\">", .each = "",
        .after = "<value number=\"3\"/></indicator>" } } },
  { "units",
    { { "unit", .each = "<unit ref=\"u#\" name=\"@ #\" short=\"u#\"/>\n" },
      { "category", .each = "<category ref=\"c#\" title=\"@ #\"><note>@</note></category>\n" },
      { "indicator",
        .each = "<indicator ref=\"X LI #\" title=\"@\" category=\"c#\" unit=\"u#\" polarity=\"higher\">" FIGURES
                "</indicator>\n" },
      { "indicator-said",
        .each = "<indicator ref=\"X LI #\" rating=\"green\"><value number=\"#\"/></indicator>\n" } } },
  { "sections-of-all",
    { { "section-all", .each = "<section ref=\"s#\" title=\"@\"><text>@</text></section>\n" },
      { "plan-section-all", .each = "<section ref=\"p#\" title=\"@\"><text>@</text></section>\n" },
      { "plan-section", .each = "<section ref=\"p#\" title=\"@\"><text>@</text></section>\n" },
      { "section", .each = "<section ref=\"t#\" title=\"@\"><text>@</text></section>\n" },
      { "other-section", .each = "<section ref=\"s#\" title=\"@\"><text>@</text></section>\n" } } },
  { "sections-before",
    { { "section", .each = "<section ref=\"s#\" title=\"@\"><text>@ #, @ and # of #.</text></section>\n" },
      { "section-before", .each = "<section ref=\"s#\" title=\"@\"><text>@ #, @ and # of #.</text></section>\n" } } },
  { "timetables",
    { { "equality", .before = "<equality-action ref=\"X\" strategy=\"s\" impact=\"high\"><text>Many</text>",
        .each = "<timetable period=\"^\" text=\"@\"/>", .after = "</equality-action>\n" } } },
  { "officers-many",
    { { "role", .each = "<role ref=\"OD#\" title=\"@ #\"/>\n" },
      { "milestone", .before = "<milestone ref=\"W1\" year=\"2013-14\" due=\"2014-03\" officers=\"HD", .each = ", OD#",
        .after = "\"><text>Many</text></milestone>\n" } } },
  { "totals",
    { { "indicator",
        .before = "<indicator ref=\"X LI 1\" title=\"Fires\" category=\"quality\" unit=\"count\" polarity=\"lower\" "
                  "kind=\"snapshot\" frequency=\"quarterly\"><measure ref=\"all\" title=\"All\" total-of=\"m0",
        .each = ", m#", .after = "\"/>" },
      { "indicator", .each = "<measure ref=\"m#\" title=\"@\"/>", .after = "</indicator>" },
      { "indicator-said", .before = "<indicator ref=\"X LI 1\" rating=\"green\"><value measure=\"all\" number=\"9\"/>",
        .each = "<value measure=\"m#\" number=\"#\"/>", .after = "</indicator>" } } },
  { "paper-tables",
    { { "prose", .each = "<table caption=\"@ #\"><tr><th>What</th><th>Figure</th></tr><tr><td>a<footnote>@</footnote>"
                         "</td><td>#</td></tr></table>\n" },
      { "annex", .each = "<annex ref=\"A#\" title=\"@\"><text><p>@</p></text></annex>\n" } },
    .family = OF_PAPER },
  { "paper-rows",
    { { "prose", .before = "<table><tr><th>What</th><th>Figure</th></tr>", .each = "<tr><td>@</td><td>#</td></tr>",
        .after = "</table>\n" } },
    .family = OF_PAPER },
  { "doc-footnotes",
    { { "document", .each = "<para>@<footnote number=\"#\"/></para><para style=\"note\" note=\"#\">@</para>\n" } },
    .family = OF_DOCUMENT },
  { "doc-column-notes",
    { { "document",
        .each = "<table id=\"t#\"><caption>Rows @</caption><column heading=\"Ref.\" share=\"20\" "
                "row-header=\"yes\"/><column heading=\"What\" share=\"50\">What<footnote number=\"#\"/></column>"
                "<group><row><cell><para>R</para></cell><cell><para>#</para></cell></row></group></table>"
                "<para style=\"note\" note=\"#\">@</para>\n" } },
    .family = OF_DOCUMENT },
  { "doc-keeps",
    { { "document", .each = "<keep><heading level=\"2\" id=\"h#\">@</heading><para>@</para></keep>\n" } },
    .family = OF_DOCUMENT },
  { "doc-series",
    { { "document",
        .before =
            "<chart kind=\"lines\" title=\"Chart\" alt=\"Rising.\"><category label=\"a\"/><category label=\"b\"/>",
        .each = "<series label=\"s#\"><point number=\"1\"/><point number=\"#\"/></series>", .after = "</chart>" } },
    .family = OF_DOCUMENT },
  { NULL },
};

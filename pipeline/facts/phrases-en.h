/* The lists in English. Words are parted by spaces. */
#pragma once
#include "facts/phrases.h"

static const char *const phrases_en[PHRASES_ALL] = {
  [PHRASES_TARGET] = "target targets goal aim",
  [PHRASES_BASELINE] = "baseline baselines",
  [PHRASES_VALUE] = "it figure performance result rate value score outturn percentage actual satisfaction",
  [PHRASES_LINK] =
      "of is are was were at set for the year to be remains stand stands stood took takes a our agreed revised "
      "reached been had has",
  [PHRASES_JOINT] = ", ; : ( ) – — and but while whereas although though which where against compared",
  [PHRASES_CHANGE] =
      "point points percentage reduction increase decrease rise fall more less fewer higher lower better "
      "worse up down growth above below days people",
  [PHRASES_OTHER] = "half month months monthly average forecast national england regional peers other nationally wales "
                    "quartile weekend week projected projection estimate each every per between range interval",
  [PHRASES_DIFFERENCE] = "change changes difference variance movement increase decrease reduction growth than",
  [PHRASES_BEFORE] = "last previous preceding prior",
  [PHRASES_AGO] = "ago before earlier",
  [PHRASES_NOW] = "this current",
  [PHRASES_SAME] = "same corresponding",
  [PHRASES_YEAR] = "year",
  [PHRASES_QUARTER] = "quarter period",
  [PHRASES_ABOUT] = "about around approximately approx roughly some circa",
  [PHRASES_OVER] = "over above exceeding exceeded more",
  [PHRASES_UNDER] = "under below nearly almost less fewer",
  [PHRASES_NOT] = "not no nor neither if might could would should must until unless without except excluding",
  [PHRASES_SINCE] = "since from than after before with until",
  [PHRASES_DURING] = "in for during at over throughout",
  [PHRASES_THAN] = "than",
  [PHRASES_FROM] = "from",
  [PHRASES_TO] = "to",
  [PHRASES_OF] = "of",
  [PHRASES_BY] = "by in on before",
  [PHRASES_AHEAD] = "will due expected planned scheduled anticipated",
  [PHRASES_END] =
      "complete completed completion finish finished open opened opens opening deliver delivered achieved met "
      "agreed published ready place",
  [PHRASES_MILESTONE] = "milestone milestones action actions",
  [PHRASES_INDICATOR] = "indicator indicators measure measures",
  [PHRASES_WITHIN] = "in at from for on among amongst under by through with without near outside inside via due "
                     "because off across involving caused during over",
  [PHRASES_EDGE] = "end close beginning start",
  [PHRASES_CASES] = "time cases occasions instances",
  [PHRASES_ROW] = "it",
  [PHRASES_HAS] = ", : ( at with was is were had has",
  [PHRASES_EACH] = "all each both every",
  [PHRASES_OUR] = "our its",
  [PHRASES_THE] = "the these those",
  [PHRASES_OWN] = "own owns have has employ employs employed run runs keep keeps manage manages maintain maintains",
  [PHRASES_THERE] = "there",
  [PHRASES_STAFF] = "staff workforce employees people",
  [PHRASES_EMPLOY] = "employ employs employed",
  [PHRASES_FILL] = "inserted added written drafted supplied provided filled",
  [PHRASES_BE] = "be",
  [PHRASES_PER] = "per every",
  [PHRASES_AGAINST] = "against compared",
  [PHRASES_AIM] = "mean aim want intend hope plan expect",
  [PHRASES_RELATIVE] = "that which who whose where when only including except",
  [PHRASES_PART] =
      "further another extra additional first second third new older remaining last plus these those other "
      "some",
};

/* Numbers in words, from nought. */
static const char *const numbers_en[] = { "no",    "one",   "two",  "three", "four",   "five",  "six",
                                          "seven", "eight", "nine", "ten",   "eleven", "twelve" };

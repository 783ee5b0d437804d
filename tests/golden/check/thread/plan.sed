s/<milestone ref="H1-2" year/<milestone ref="H1-2" previously="H1-7, H1-8" year/
s|</plan>|<closed ref="H1-9">Members took it out of the plan in January.</closed></plan>|

s/<milestone ref="H1-2" year/<milestone ref="H1-2" previously="H9-2" year/
s|</plan>|<closed ref="BV 66">The audit commission no longer asks for it.</closed></plan>|

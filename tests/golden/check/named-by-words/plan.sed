s/<indicator ref="H LI 5" /<indicator /
s/<milestone ref="H1-3" year="2010-11" /<milestone /
s/<milestone ref="H1-2" /<milestone /

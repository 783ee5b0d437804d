s#(<indicator ref="H LI 5") (.*>)#\1 code="H LI 5 and 6" \2<former ref="H LI 9" period="2008-09"/><former ref="PA 7"/>#
s#<target period="2009-10" number="98"/>#<target period="2009-10" until="2010-11" number="98"/>#
s#<target period="2010-11" number="98.5"/>##
s#<residual likelihood="2" impact="2" level="low"/>#<residual state="to-be-confirmed"/>#
s#(<equality-action [^>]*)impact="high"#\1impact="none"#

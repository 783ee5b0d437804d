s/(<\/framework>)/  <silence rule="W-APART" item="H LI 5" period="2008-09" reason="Another year."\/><silence rule="W-APART" item="LI 4" reason="Another item."\/>\n\1/

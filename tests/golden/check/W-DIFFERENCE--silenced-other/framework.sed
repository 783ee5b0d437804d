s/(<\/framework>)/  <silence rule="W-DIFFERENCE" item="H LI 5" period="2008-09" reason="Another year."\/><silence rule="W-DIFFERENCE" item="LI 4" reason="Another item."\/>\n\1/

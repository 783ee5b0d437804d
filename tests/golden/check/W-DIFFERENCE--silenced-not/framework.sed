s/(<\/framework>)/  <silence rule="W-DIFFERENCE" item="H LI 5" period="2009-10" reason="The figure of the survey before is told."\/>\n\1/

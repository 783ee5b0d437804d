s/<value number="124"\/>/&Owners wrote to us./
s/(<commentary>Repairs took longer)/<remark>Two crews were ill.<\/remark>\1/
s/(<treatment ref="R1a")/More is said in the annex.\1/
s/(<equality-action ref="E1")/<note>The annex is short.<\/note>\1/

s/(<section ref="introduction")/<log version="1.0" status="draft" date="2009-01-09">For comment.<\/log><log version="1.1" status="final" date="2008-03-20">Approved.<\/log>\1/

s#<section ref="introduction"#<log version="1.0" status="released" date="2009-04-01">First issue.</log>&#

/ref="H LI 5"/,/<\/indicator>/s|<target period="2009-10" number="85"/>|<target period="2008-09" number="84"/><target period="2009-10" number="0.85"/><target period="2010-11" number="86"/>|

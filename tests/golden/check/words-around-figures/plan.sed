s|<target period="2009-10" number="98"/>|<target period="2009-10" number="98" text="To maintain or improve on 98%"/>|
s|<target period="2009-10" number="120"/>|<target period="2009-10" state="to-be-confirmed" text="Awaiting the figures of 2008/09"/>|
s|<actual period="2008-09" number="84.1"/>|<actual period="2008-09" state="not-available" text="91.2% of some"/>|

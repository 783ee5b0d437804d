s/<value measure="families" number="28"\/>/<value measure="families" number="28" numerator="7" denominator="25"\/>/
s/<value measure="singles" number="25"\/>/<value measure="singles" state="suppressed"\/><value measure="all" number="27" numerator="27" denominator="100"\/>/

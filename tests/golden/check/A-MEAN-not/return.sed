s/<value measure="families" number="28"\/>/<value measure="families" number="28" numerator="28" denominator="100"\/>/
s/<value measure="singles" number="25"\/>/<value measure="singles" number="25" numerator="75" denominator="300"\/><value measure="both" number="25.8" numerator="103" denominator="400"\/>/

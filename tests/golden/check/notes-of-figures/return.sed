# Notes go with their figures; two that differ leave the figure, one of a withheld figure tells no number.
s/<value number="124"\/>/<value number="124" note="Includes two transfers."\/><value number="124" note="Another."\/>/
s/<value number="97.5" numerator="3900" denominator="4000"\/>/<value number="97.5" numerator="3900" denominator="4000" note="Of 4,000."\/>/
s/<value measure="families" number="28"\/>/<value measure="families" state="suppressed" note="Of 28."\/>/
s/<value measure="singles" number="25"\/>/<value measure="singles" number="25" note="Without hostels."\/>/
s/<value number="52"\/>/<value note="Not counted."\/>/
s/<value number="83.4"\/>/<value number="83.4x" note="Of 3 offices."\/>/

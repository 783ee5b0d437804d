s#<value number="124"/>#<value number="124" state="suppressed" numerator="124" denominator="1"/>#
s#<value number="97.5" numerator="3900" denominator="4000"/>#<value number="97.5" numerator="3900" denominator="4000" text="nearly all" state="suppressed"/>#
s#<value measure="singles" number="25"/>#<value measure="singles" number="25" state="suppressed"/>#
s# rating="(green|amber)" travel="better">#>#
s#<commentary>(Of the homes|The outturn is).*</commentary>#<commentary>Too few to be told.</commentary>#

s#<value number="97.5" numerator="3900" denominator="4000"/>#<value number="98.5" flags="over"/>#
s# rating="amber" travel="better"##
s#<value number="124"/>#<value number="124" rate="4.81" rate-unit="per-1000"/>#
s#The outturn is 97.5%: 3,900 of the 4,000 tenancies .97.5%. owe nothing.#More owe nothing.#

s#<value number="97.5" numerator="3900" denominator="4000"/>#<value number="97.5"/>#
s#The outturn is 97.5%: 3,900 of the 4,000 tenancies .97.5%. owe nothing.#More owe nothing.#

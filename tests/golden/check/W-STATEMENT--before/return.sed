s/(<net title="Net Total".*)/\1<comments>The net total shows an underspend of £15,000.<\/comments>/

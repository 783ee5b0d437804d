s/value number="83.4"/value number="0.92"/

s/<text>The new Housing Bill is before Parliament\.<\/text>/<section ref="bill" number="2.1" title="Bill"><text>The new Housing Bill is before Parliament.<\/text><\/section>/

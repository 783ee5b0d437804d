s/<text>The new Housing Bill is before Parliament\.<\/text>/<section ref="bill" title="Housing Bill"><text>It is before Parliament.<\/text><\/section>/

s/<text>The new Housing Bill is before Parliament\.<\/text>/<text> <\/text>/

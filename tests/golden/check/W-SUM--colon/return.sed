s|<text>The new Housing Bill is before Parliament.</text>|<text>The team has 34 people: 12 in lettings, 10 in repairs and 9 at the counter.</text>|

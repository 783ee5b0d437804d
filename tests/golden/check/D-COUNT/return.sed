s|<text>The new Housing Bill is before Parliament.</text>|<text>The new Housing Bill is before Parliament. 3,900 of our 4,210 homes are insulated.</text>|

s/<text>Agree the lettings policy\.<\/text>/<text>Agree the lettings policy by March 2010, and halve waiting by 2011.<\/text>/

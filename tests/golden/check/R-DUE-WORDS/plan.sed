s/<text>Agree the lettings policy\.<\/text>/<text>Agree the lettings policy by May 2010.<\/text>/

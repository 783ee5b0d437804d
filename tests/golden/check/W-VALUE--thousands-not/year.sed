s/number="118"/number="118000"/

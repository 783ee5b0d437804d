s/<text>The advice centre had its first full quarter\.<\/text>/<text>Of the milestones, one is amber; two indicators are green, one of them key.<\/text>/

s/<text>The advice centre had its first full quarter\.<\/text>/<text>Of the three milestones of the plan, one is amber and two are green.<\/text>/

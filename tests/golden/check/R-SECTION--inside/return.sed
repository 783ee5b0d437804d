s/^( *<text>The advice centre had its first full quarter.<\/text>)$/\1<section ref="data-quality"><text>All figures are checked.<\/text><\/section>/

s|<section ref="key-developments"|<section ref="homes" title="Homes" priority="CP1, CP9"><text>New homes.</text></section>&|

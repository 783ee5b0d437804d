/ref="H LI 2"/s/category="cost-efficiency"/category="homes"/

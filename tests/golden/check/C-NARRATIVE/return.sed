s/<section ref="key-developments"/<section ref="developments"/

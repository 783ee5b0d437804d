s/<section ref="key-developments"/<section/

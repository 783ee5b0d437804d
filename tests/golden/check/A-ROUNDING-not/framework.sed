s/<\/framework>/<check rule="A-ROUNDING" limit="0"\/><\/framework>/

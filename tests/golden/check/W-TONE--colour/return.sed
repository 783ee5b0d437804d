s/Fewer families needed a temporary home\./This indicator is red because families stay for longer./

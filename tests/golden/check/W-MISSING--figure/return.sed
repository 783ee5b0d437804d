s/Fewer families needed a temporary home\./Data are not available./

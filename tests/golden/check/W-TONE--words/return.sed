s/Fewer families needed a temporary home\./Performance fell short of the target./

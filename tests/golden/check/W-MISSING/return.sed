s/Fewer families needed a temporary home\./No target has been set for the year./

s/Fewer families needed a temporary home\./No target has been missed, and national data are not available./

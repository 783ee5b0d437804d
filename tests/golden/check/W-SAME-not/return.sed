s/Fewer families needed a temporary home\./The figures come from the new system of the service./; s/Repairs took longer in the frost\./The figures come from the new system of the service./

s/(Repairs took longer in the frost.)/\1 Two crews were lent to the north depot in January./; s/(The records were sampled in February.)/\1 Two crews were lent to the north depot in January./

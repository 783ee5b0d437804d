s/<target measure="singles" period/<target measure="couples" period/; s/<actual measure="families"/<actual/

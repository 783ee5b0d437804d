s|What the service does.|Satisfaction (H LI 5) was 84.1% in 2008/09, and its target for 2009/10 is 85%. Rent collected (H LI 2) was 97.2% in 2008/09.|

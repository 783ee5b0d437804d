s|What the service does.|Satisfaction (H LI 5) was 81.4% in 2008/09, and its target for 2010/11 is 86%. Rent collected (H LI 2) was 98.5% in 2008/09.|

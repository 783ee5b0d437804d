s/rating="amber"/rating="red"/

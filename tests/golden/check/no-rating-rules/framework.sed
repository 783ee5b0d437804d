/<rating-rule/d
/<travel-rule/d

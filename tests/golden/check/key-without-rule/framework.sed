/<rating-rule/d

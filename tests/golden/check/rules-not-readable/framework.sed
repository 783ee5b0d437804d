/<rating-rule/s/method="(tolerance|floor)"/method="\1s"/

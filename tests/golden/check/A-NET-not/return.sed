s/budget="1040" budget-to-date="520"/budget-to-date="520"/

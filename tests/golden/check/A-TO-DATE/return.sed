s/title="Stairlifts" budget="250" budget-to-date="123"/title="Stairlifts" budget="250" budget-to-date="1230"/

s/title="Total Income" budget="-280"/title="Total Income" budget="-281"/

s/title="Total Expenditure" budget="1320"/title="Total Expenditure" budget="1230"/

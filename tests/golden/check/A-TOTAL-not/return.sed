s/title="Employees" budget="900"/title="Employees" budget="910.5"/
s/title="Total Expenditure" budget="1320"/title="Total Expenditure" budget="1330.5"/
s/title="Net Total" budget="1040"/title="Net Total" budget="1050.5"/

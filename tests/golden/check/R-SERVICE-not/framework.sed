s/title="Housing" officer="OD"/title="Homes" officer="OD"/

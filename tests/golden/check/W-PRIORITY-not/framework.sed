s/title="Homes"/title="Safe and Warm Homes for All"/

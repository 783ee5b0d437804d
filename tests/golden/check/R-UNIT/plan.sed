s/title="Households in temporary homes"/title="Percentage of households in temporary homes"/

s/title="Households in temporary homes"/title="Reduce the number of households in temporary homes"/

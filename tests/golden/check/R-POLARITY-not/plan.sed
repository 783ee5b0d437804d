s/title="Households in temporary homes"/title="Reduce the households in temporary homes"/

s/title="Empty homes brought back into use"/title="Reduce the stock of empty homes"/

s/<milestone ref="H1-2" /<milestone title="Agree the lettings policy." /

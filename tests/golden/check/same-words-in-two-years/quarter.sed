s/<milestone ref="H1-2" /<milestone title="Report on the lettings." /

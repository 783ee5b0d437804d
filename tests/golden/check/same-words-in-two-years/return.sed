s/<milestone ref="H1-2"( step="a")? /<milestone title="Report on the"\1 /

s/<\/return>/<closed ref="H1-3">The team stays where it is.<\/closed><\/return>/

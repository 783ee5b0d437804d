/<\/return>/d

/    <value measure="singles" number="25"\/>/d

/    <target period="2009-10" number="98"\/>/d

/  <symbol scale="milestone" name="red" word="Red">Will not be achieved\.<\/symbol>/d
/  <symbol scale="milestone" name="amber" word="Amber">Uncertain\.<\/symbol>/d
/  <symbol scale="milestone" name="green" word="Green">Will be achieved\.<\/symbol>/d

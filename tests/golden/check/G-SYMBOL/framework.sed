/  <symbol scale="milestone" name="red" word="Red">Will not be achieved\.<\/symbol>/d

/<symbol scale="milestone" name="amber"/d

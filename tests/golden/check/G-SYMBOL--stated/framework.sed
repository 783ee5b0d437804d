/<symbol scale="[a-z]*" name="amber"/d
/<rating-rule/s/method="[^/]*\/>/method="target"\/>/

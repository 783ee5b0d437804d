s/scale="travel" name="same"/scale="travle" name="same"/

s/ remaining="96"//

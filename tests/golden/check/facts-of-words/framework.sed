s|</framework>|<phrase text="hope" means="target"/></framework>|

s#Fewer families needed a temporary home.#The hostel opened on 30/9/09, room 31/9 on 1/10/2009, in block 31/9/A by licence 31/19/09.#

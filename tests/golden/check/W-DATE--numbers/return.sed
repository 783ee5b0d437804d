s#Fewer families needed a temporary home.#The hostel opened on 31/9/09.#

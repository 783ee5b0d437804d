s#Fewer families needed a temporary home.#Keys for the hostel: 12/10/09, opening 24/9/09 if all goes well.#

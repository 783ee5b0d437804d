s#Fewer families needed a temporary home.#Keys for the hostel: 24/9/09, opening 24/9/12 if all goes well. The lift was mended on 1/9/09; all being well it lasts.#

s|Open the advice centre.|Bring 125 empty homes back into use.|

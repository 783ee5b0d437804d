s| stand-in="yes"||

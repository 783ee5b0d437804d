s/The centre opened on 14 December and has been busy since./The centre opened on 14 December; its sign is still to be put up./

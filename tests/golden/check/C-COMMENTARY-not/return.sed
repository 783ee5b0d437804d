s/<commentary>The centre opened on 14 December and has been busy since\.<\/commentary>//

s/The centre opened on 14 December/The centre was opened on 14 December/

s/The centre opened on 14 December and has been busy since./The centre opened on 14 December. The second centre will be finished in autumn, if there is money./

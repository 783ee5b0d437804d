s/The building was made ready\./The painters left the building in November and the furniture came./

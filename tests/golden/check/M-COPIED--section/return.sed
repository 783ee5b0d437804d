s/The advice centre had its first full quarter\./The painters left the building in November and the furniture came./

s|<text>What the service does.</text>|<text>The service lets homes. We own 4,120 homes in 14 estates.</text>|

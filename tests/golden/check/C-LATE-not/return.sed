s/submitted="2010-04-20"/submitted="2010-04-30"/

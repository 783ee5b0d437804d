2a\  <section ref="introduction" title="Introduction"><text>The position up to 31 December 2009.</text></section>

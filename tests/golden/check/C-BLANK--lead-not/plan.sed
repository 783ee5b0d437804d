s|^  </objective>|    <milestone ref="H1-4" year="2010-11" due="2010-10" lead="All divisional managers" priorities="CP1"><text>Write to all tenants.</text></milestone>\n&|

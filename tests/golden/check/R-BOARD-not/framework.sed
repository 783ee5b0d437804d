/  <board ref="homes" title="Homes Board" priorities="CP1"\/>/d

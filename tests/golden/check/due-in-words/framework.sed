/  <check rule="G-PAST" off="yes"\/>/d

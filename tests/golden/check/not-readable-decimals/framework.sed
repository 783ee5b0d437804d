s|^( *)<check |\1<unit ref="PJ" name="petajoules" singular="petajoule" short="PJ" decimals="few"/>\n&|

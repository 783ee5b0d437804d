s#<residual likelihood="2" impact="2" level="low"/>#&<area ref="11">Homes for none.</area><area ref="99">An area of before.</area>#

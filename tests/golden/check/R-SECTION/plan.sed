s/<section ref="context"/<section ref="backgroud"/

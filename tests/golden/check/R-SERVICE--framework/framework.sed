s/department ref="housing"/department ref="homes"/

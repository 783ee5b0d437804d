s/service="housing"/service="housings"/

s/service="housing"/service="?housing"/

s/service="housing"/service="houses"/

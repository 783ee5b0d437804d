s/service="housing"/service="planning"/

s/<residual likelihood="2" impact="2" level="low"\/>/<residual likelihood="4" impact="4" level="high"\/>/

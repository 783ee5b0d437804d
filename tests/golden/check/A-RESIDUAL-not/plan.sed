s/<residual likelihood="2" impact="2" level="low"\/>/<residual likelihood="3" impact="4" level="high"\/>/

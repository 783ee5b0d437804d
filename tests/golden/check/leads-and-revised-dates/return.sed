s/<milestone ref="H1-2" step="a" /<milestone ref="H1-2" step-title="Consult tenants." revised="2009-12" /
s/<milestone ref="H1-2" rating="[a-z]*"/& revised="2010-06"/

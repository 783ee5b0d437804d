s/<indicator ref="H LI 5" /<indicator title="Tenants satisfied with repairs." /
s/<milestone ref="H1-2"( step="a")? /<milestone title="agree the lettings policy"\1 /
s/<milestone ref="H1-1" /<milestone title="Open the advice" /

s/<milestone ref="H1-1" rating="complete">/<milestone ref="H1-1" rating="complete" rating-note="Completed Q3">/
s/<milestone ref="H1-2" rating="amber">/<milestone ref="H1-2">/
s/<milestone ref="H1-2" step="a" rating="green"\/>/<milestone ref="H1-2" step="a" rating-note="See above"\/>/
s/<indicator ref="H LI 2" rating="amber" travel="better">/<indicator ref="H LI 2" rating-note="Refer to comment" travel-note="Not comparable with 2008\/09">/
s/<treatment ref="R1a" rating="green">/<treatment ref="R1a" rating-note="Closed in June">/
s/<equality-action ref="E1" rating="green">/<equality-action ref="E1" rating="green" rating-note="In four languages">/

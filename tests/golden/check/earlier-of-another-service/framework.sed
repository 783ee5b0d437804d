s|^( *)(<department ref="housing".*)$|\1\2\n\1<department ref="planning" title="Planning" officer="OD"/>|

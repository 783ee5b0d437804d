s/<milestone ref="H1-2" year="2009-10" due="2010-03" areas="11" officers="OD">/<milestone ref="H1-2" year="2009-10" due="2010-03" due-note="Spring 2010" areas="11" lead="all divisional managers">/
s#<step ref="a" due="2009-09">#<step due="2009-09" officers="OD" lead="Housing team" revised="2009-11">#
s#<text>Consult tenants.</text>#<text>Consult tenants.</text><partners>Tenants’ forum</partners><success>A reply from one in three</success>#

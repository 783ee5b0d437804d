s|<milestone ref="H1-2" rating="amber">|<milestone ref="H1-9" rating="green"><commentary>It is printed.</commentary></milestone><milestone ref="H1-8" rating="amber">|
s|ref="H1-2" step="a"|ref="H1-8" step="a"|

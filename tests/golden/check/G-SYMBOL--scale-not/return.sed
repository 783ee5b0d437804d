s/<milestone ref="H1-2" rating="amber"/<milestone ref="H1-2" rating="red"/

s/<text>The advice centre had its first full quarter\.<\/text>/<text>Satisfaction (H LI 5) stood at 84.3%, the frost being long.<\/text>/

s/The advice centre had its first full quarter\./The advice centre helps with H LI 1 (H LI 9 a year ago)./

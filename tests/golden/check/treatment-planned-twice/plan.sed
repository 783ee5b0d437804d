/<treatment ref="R1a"/,/<\/treatment>/{
H
/<\/treatment>/G
}

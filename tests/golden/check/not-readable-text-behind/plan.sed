/<milestone ref="H1-1"/,/<\/milestone>/{
s|board="homes">|board="homes"/>|
/<\/milestone>/d
}

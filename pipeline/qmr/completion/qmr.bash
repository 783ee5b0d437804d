# Completion of qmr for bash. What may stand next is asked of qmr itself.
_qmr() {
  local word=${COMP_WORDS[COMP_CWORD]} line
  local -a found=()
  [ "$word" = = ] && word=
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      '<files>') compopt -o filenames 2>/dev/null; mapfile -t found < <(compgen -f -X '!*.xml' -- "$word"; compgen -d -- "$word") ;;
      '<folders>') compopt -o filenames 2>/dev/null; mapfile -t found < <(compgen -d -- "$word") ;;
      '<layouts>') mapfile -t found < <(compgen -W "$("${COMP_WORDS[0]/#\~/${HOME-}}" layouts 2>/dev/null | sed -n 's/^  \([^ ]*\) .*/\1/p')" -- "$word") ;;
      *) found=("$line") ;;
    esac
    COMPREPLY+=("${found[@]}")
  done < <("${COMP_WORDS[0]/#\~/${HOME-}}" --complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _qmr qmr

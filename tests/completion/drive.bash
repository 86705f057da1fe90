# bash --norc drive.bash SCRIPT: completes each command line of stdin as bash would, and prints its last
# word, completed where there is one way to do it. bash makes words of their own of `=`.
source "$1"
while IFS= read -r line; do
    read -ra COMP_WORDS <<< "${line//=/ = }"
    [[ $line == *' ' ]] && COMP_WORDS+=('')
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    current=${COMP_WORDS[COMP_CWORD]}
    _brm brm "$current" "${COMP_WORDS[COMP_CWORD - 1]}" 2> /dev/null # no compopt outside of a completion
    if [[ ${#COMPREPLY[@]} == 1 ]]; then echo "${COMPREPLY[0]}"; else echo "$current"; fi
done

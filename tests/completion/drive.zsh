# zsh -f drive.zsh SCRIPT: types each command line of stdin and a tab into an interactive zsh, and
# prints the last word that stands there then.
zmodload zsh/zpty
zpty -b inner 'TERM=vt100 zsh -f -i'
# What the inner shell said up to the pattern, in REPLY; a machine may be busy.
wait_for() {
    local chunk said i
    for i in {1..300}; do
        while zpty -r -t inner chunk; do said+=$chunk; done
        [[ $said == *${~1}* ]] && { REPLY=$said; return }
        sleep 0.1
    done
    print -r -- "zsh never said $1: ${(q)said}"
    exit 1
}
zpty -w inner 'PS1= PS2= RPS1=; unset zle_bracketed_paste; autoload -Uz compinit; compinit -u -D'
zpty -w inner "source ${(q)1}"
zpty -w inner 'show() { print -r -- "LINE<$BUFFER>" }; zle -N show; bindkey "^X" show; print READ""Y'
wait_for READY
while IFS= read -r line; do
    zpty -w -n inner "$line"$'\t\x18'
    wait_for 'LINE<*>'
    print -r -- ${${${${REPLY##*LINE<}%%>*}%% }##* }
    zpty -w -n inner $'\x15'
done
zpty -d inner

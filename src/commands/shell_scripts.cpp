#include "commands/shell_scripts.h"

#include <array>

namespace brm {
namespace {

constexpr std::string_view bash = R"(# bash completion of brm: asks brm itself what may follow.
_brm() {
    local current=$2 answer word meaning
    COMPREPLY=()
    answer=$("$1" completion candidates -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2> /dev/null) || return 0
    case $answer in
        '') return 0 ;;
        :files) compopt -o default -o filenames; return 0 ;;
        :folders) compopt -o dirnames -o filenames; return 0 ;;
    esac
    while IFS=$'\t' read -r word meaning; do
        COMPREPLY+=("$word")
    done <<< "$answer"
}
complete -F _brm brm
)";

constexpr std::string_view zsh = R"(#compdef brm
# zsh completion of brm: asks brm itself what may follow.
_brm() {
    local -a answer entries
    local line
    answer=("${(@f)$("${(Q)words[1]}" completion candidates -- \
        "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2> /dev/null)}")
    case $answer[1] in
        '') return 1 ;;
        :files) _files; return ;;
        :folders) _files -/; return ;;
    esac
    for line in $answer; do
        entries+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done
    _describe -V brm entries
}
if [ "$funcstack[1]" = _brm ]; then
    _brm "$@"
else
    compdef _brm brm
fi
)";

constexpr std::string_view fish = R"(# fish completion of brm: asks brm itself what may follow.
function __brm_candidates
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l answer ($words[1] completion candidates -- $words[2..] "$current" 2>/dev/null)
    switch "$answer[1]"
        case ''
            return 1
        case :files
            __fish_complete_path "$current"
        case :folders
            __fish_complete_directories "$current"
        case '*'
            printf '%s\n' $answer
    end
end
complete -c brm -f -k -a '(__brm_candidates)'
)";

constexpr std::array table{
    ShellScript{"bash",
                "For bash: into `~/.local/share/bash-completion/completions/brm`, or sourced.",
                bash},
    ShellScript{"zsh", "For zsh: into `_brm` in a folder of `$fpath`, or sourced after compinit.",
                zsh},
    ShellScript{"fish", "For fish: into `~/.config/fish/completions/brm.fish`.", fish},
};

}  // namespace

std::span<const ShellScript> shell_scripts() { return table; }

}  // namespace brm

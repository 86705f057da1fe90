# fish --no-config drive.fish SCRIPT: completes each command line of stdin, and prints its last word,
# completed where there is one way to do it.
source $argv[1]
while read -l line
    set -l found (complete -C "$line" | string split -f 1 \t)
    if test (count $found) = 1
        echo $found
    else
        string split ' ' -- "$line" | tail -n 1
    end
end

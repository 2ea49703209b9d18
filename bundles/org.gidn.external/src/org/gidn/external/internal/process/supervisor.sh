# SPDX-License-Identifier: Apache-2.0
# Ends programs with all that they have started. Each line of standard input holds marks, each perhaps with @ and the session of a
# program that has ended; whatever has one of the marks in its environment is ended, with its children and what is in its session,
# and a line is answered. When standard input ends, since who wrote to it has ended, however it did, all is ended that has the first
# argument in its environment.
trap '' HUP INT QUIT TERM PIPE

# Sets 'found' to what belongs to the processes of the given environment files, and to 'sessions' whose first process has ended.
belonging() {
    found=' '
    for file; do
        pid=${file#/proc/}
        found="$found${pid%/environ} "
    done
    roots=$found
    for session in $sessions; do
        # While a session lives, nobody else gets its number.
        [ -e "/proc/$session" ] || roots="$roots$session "
    done
    grown=yes
    while [ "$grown" ]; do
        grown=
        for file in /proc/[0-9]*/stat; do
            { read -r line < "$file"; } 2> /dev/null || continue
            pid=${line%% *}
            # Behind the name in brackets: state, parent, group, session.
            set -- ${line##*) }
            case "$1:$found" in
                [ZX]:* | *" $pid "*) continue ;;
            esac
            case "$found:$roots" in
                *" $2 "*:* | *:*" $4 "*) found="$found$pid " grown=yes ;;
            esac
        done
    done
}

# Ends what has one of the marks.
end() {
    sessions=
    for mark; do
        case "$mark" in
            *@*) sessions="$sessions ${mark#*@}" ;;
        esac
    done
    marks=$(for mark; do echo "${mark%@*}"; done)
    round=0
    while [ $round -lt 40 ]; do
        round=$((round + 1))
        belonging $(grep -lsF -e "$marks" /proc/[0-9]*/environ)
        [ "$found" != ' ' ] || return
        kill -9 $found 2> /dev/null
    done
}

while read -r line; do
    end $line
    echo
done
end "$1"
sleep 0.2
end "$1"

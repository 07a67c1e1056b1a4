# The questions, each asked until the program can use its answer.

# Writes the answers into the file $written.
ask_for_settings() {
    say "Enter takes what stands in [brackets]. Everything can be changed later in $SETTINGS."
    form=write_settings
    shop='' zone=UTC language=en counter=1 scanner=none profile='' baud=9600 prefix=any length=any glass=1280x800
    ask shop "The shop’s name" "$(hostname)"
    ask zone "Its time zone" "$(timedatectl show -p Timezone --value 2>/dev/null || echo Europe/London)"
    ask language "Language of the glass: en, de, fr, es, uk, ar" en
    ask counter "The name of this counter" 1
    ask_for_scanner
    ask prefix "How the numbers on the shop’s cards begin; “any” for all" any
    [ "$prefix" = any ] || ask length "How many characters they have; “any” for all" any
    ask glass "Size of the display in pixels" "$(size_of_display)"
}

# ask NAME QUESTION DEFAULT: sets $NAME. Asks again until the program can use what $form writes with it.
ask() {
    while :; do
        printf '%s [%s]: ' "$2" "$3"
        typed='' ended=no
        read -r typed || ended=yes
        # shellcheck disable=SC2034 # by the next line
        meant=$(meant_by "$1" "${typed:-$3}")
        eval "$1=\$meant"
        "$form" >"$written"
        mistake=$(ports_of "$new" "$written" 2>&1 >/dev/null) && return
        mistake=${mistake#kiosk: }
        mistake=${mistake#*: }
        say "${mistake#"$written "}"
        [ "$ended" = no ] || die "There is no other answer. Nothing was changed."
    done
}

# Prints an answer as the settings have it.
meant_by() {
    case $1=$2 in
        scanner=[0-9] | scanner=[0-9][0-9]) plugged_in | sed -n "$2s/ .*//p" ;;
        scanner=[Nn]one) printf none ;;
        scanner=/* | scanner=*://*) printf %s "$2" ;;
        scanner=*) printf %s "/dev/$2" ;;
        prefix=[Aa]ny | length=[Aa]ny) printf any ;;
        glass=*) printf %s "$2" | sed 's/ //g; s/×/x/; s/X/x/' ;;
        *) printf %s "$2" ;;
    esac
}

ask_for_scanner() {
    if [ -n "$(plugged_in)" ]; then
        say "Plugged in:"
        plugged_in | cat -n
        ask scanner "The scanner: its number here, /dev/…, socket://host:port, or “none”" 1
    else
        say "No scanner is seen. It may come later, or be on the network."
        ask scanner "The scanner: /dev/…, socket://host:port, or “none”; it may come later" none
    fi
    # How it speaks is known where it is plugged in; and so is its speed, where it is no adapter.
    profile=$(plugged_in | awk -v port="$scanner" '$1 == port { print $2 }')
    asks_speed=yes
    case $scanner in
        none | /dev/ttyACM* | /dev/input/* | /dev/hidraw* | *://*) asks_speed=no ;;
        /dev/*) [ -e "$scanner" ] || say "There is nothing at $scanner now." ;;
    esac
    case $profile in
        '' | auto | plain) ;;
        *) asks_speed=no ;;
    esac
    if [ $asks_speed = yes ]; then
        ask baud "Its speed in baud" 9600
    else
        baud=''
        "$form" >"$written"
    fi
}

# One that is plugged in when the settings have none yet is added to them.
ask_for_late_scanner() {
    [ -z "$(ports_of "$new" "$SETTINGS")" ] && [ -n "$(plugged_in)" ] || return
    form=settings_with_scanner scanner=none profile='' baud=9600
    ask_for_scanner
    [ "$scanner" != none ]
}

settings_with_scanner() {
    cat "$SETTINGS"
    printf '\n'
    write_scanner
}

# Prints what may be a scanner, one a line: its port, how it speaks, and what it is. What is refused is left out.
plugged_in() {
    env HOME="$DATA" PYTHONDONTWRITEBYTECODE=1 "$new/venv/bin/kiosk" scanners 2>/dev/null |
        awk '$1 ~ "^/dev/" && $2 != "–"'
}

size_of_display() {
    size=''
    for status in /sys/class/drm/card*-*/status; do
        if [ "$(cat "$status" 2>/dev/null)" = connected ]; then
            # An “i” after it is a way of drawing.
            size=$(sed -n '1s/[^0-9]*$//p' "${status%status}modes" 2>/dev/null || true)
            break
        fi
    done
    printf %s "${size:-1280x800}"
}

write_settings() {
    printf '# Every key is explained in %s/current/systemd/kiosk.toml.example.\n\n' "$PROGRAM"
    printf '[shop]\nname = %s\ntime_zone = %s\nlanguage = %s\ncounter = %s\n\n' \
        "$(quoted "$shop")" "$(quoted "$zone")" "$(quoted "$language")" "$(quoted "$counter")"
    printf '[database]\nurl = "sqlite:///%s/kiosk.db"\n\n' "$DATA"
    write_scanner
    if [ "$prefix" != any ]; then
        printf '[[card]]\nprefix = %s\n' "$(quoted "$prefix")"
        [ "$length" = any ] || printf 'length = %s\n' "$(number "$length")"
        printf '\n'
    fi
    write_display "$glass"
}

write_display() {
    width=${1%%x*}
    height=${1#"$width"}
    printf '[display]\nwidth = %s\nheight = %s\nfullscreen = true\n' "$(number "$width")" "$(number "${height#x}")"
}

# What the glass cannot ask for; the rest it does, and keeps beside the data.
write_bare_settings() {
    printf '# Every key is explained in %s/current/systemd/kiosk.toml.example.\n' "$PROGRAM"
    printf '# What stands here overrules what was chosen on the glass; “kiosk settings” tells which is which.\n\n'
    printf '[database]\nurl = "sqlite:///%s/kiosk.db"\n\n' "$DATA"
    write_display "$(size_of_display)"
}

write_scanner() {
    [ "$scanner" != none ] || return 0
    printf '[[scanner]]\nport = %s\n' "$(quoted "$scanner")"
    [ -z "$profile" ] || printf 'profile = %s\n' "$(quoted "$profile")"
    [ -z "$baud" ] || printf 'baud = %s\n' "$(number "$baud")"
    printf '\n'
}

quoted() { printf '"%s"' "$(printf %s "$1" | sed 's/[\\"]/\\&/g')"; }

# What is no number is left for the program to refuse.
number() {
    case $1 in
        '' | *[!0-9]*) quoted "$1" ;;
        *) printf %s "$1" ;;
    esac
}

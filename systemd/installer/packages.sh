# Packages from Debian, from the network or as they were brought along.

install_packages() {
    wanted=$(sed '/^#/d' "$@")
    # What a power cut has left half done comes first.
    dpkg --configure -a || true
    if [ -z "$(missing_of "$wanted")" ]; then
        say "All there."
        return
    fi
    # Raspberry Pi OS has packages of its own for its chips; where they can be had they go before Debian's.
    if [ -n "$offline" ] && ! { [ -e /etc/rpi-issue ] && apt-get update -q --error-on=any; }; then
        use_what_was_brought
        install_missing && return
        say "What was brought along does not go with what is installed here: the network is asked."
        sources=''
    fi
    apt-get update -q || die "Debian's packages could not be looked up. Is there a network, and is the clock right?"
    install_missing ||
        die "Debian's packages could not be installed. What apt says above tells why; then run this again."
}

install_missing() {
    missing=$(missing_of "$wanted")
    with_package_source apt-get install -qyf --no-install-recommends -o DPkg::Lock::Timeout=300 || return
    # Each is a word of its own.
    # shellcheck disable=SC2086
    with_package_source apt-get install -qy --no-install-recommends -o DPkg::Lock::Timeout=300 $missing
}

# Prints those of these packages that are not installed. Of two names, the first is newer: the other is taken
# where Debian does not know it yet.
missing_of() {
    for names in $1; do
        newer=${names%%|*} older=${names##*|}
        if is_installed "$newer" || is_installed "$older"; then
            continue
        fi
        if [ "$newer" = "$older" ] || with_package_source apt-cache show "$newer" >/dev/null 2>&1; then
            printf '%s ' "$newer"
        else
            printf '%s ' "$older"
        fi
    done
}

is_installed() {
    dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'
}

# apt sees nothing but the folder, as if it were the only source.
use_what_was_brought() {
    [ -f "$offline/debs/$suite/Packages" ] || die "$offline/debs/$suite holds no packages for this system."
    sources=$scratch/sources
    mkdir -p "$sources/lists/partial"
    # Its address must do without spaces.
    ln -s "$(readlink -f -- "$offline")/debs/$suite" "$sources/debs"
    printf 'deb [trusted=yes] file:%s ./\n' "$sources/debs" >"$sources/list"
    with_package_source apt-get update -q || die "The packages in $offline/debs cannot be read."
}

with_package_source() {
    if [ -n "${sources:-}" ]; then
        "$@" -o Dir::Etc::sourcelist="$sources/list" -o Dir::Etc::sourceparts=- \
            -o Dir::State::lists="$sources/lists" -o APT::Sandbox::User=root
    else
        "$@"
    fi
}

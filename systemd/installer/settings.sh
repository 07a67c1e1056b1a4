# The settings: those that are there, those that were answered, or a file of answers.

install_settings() {
    mkdir -p "$(dirname "$SETTINGS")"
    written=$scratch/kiosk.toml
    if [ -n "$answers" ]; then
        read_from=$answers
    elif [ -e "$SETTINGS" ]; then
        read_from=$SETTINGS
    else
        read_from=$written
        if [ "$asks" = yes ]; then ask_for_settings; else write_bare_settings >"$written"; fi
    fi
    # Refuses what the program would refuse, while the program before is still the one that runs.
    database_of "$new" "$read_from" >/dev/null || die "These settings cannot be used. Nothing was changed."
    if [ "$read_from" = "$SETTINGS" ] && { [ "$asks" = no ] || ! ask_for_late_scanner; }; then
        say "$SETTINGS stays as it is."
    else
        [ "$read_from" != "$answers" ] || cat "$answers" >"$written"
        # Replaced by a rename, so that no power cut leaves half of them.
        install -m 640 "$written" "$SETTINGS.new"
        sync "$SETTINGS.new"
        mv -T "$SETTINGS.new" "$SETTINGS"
    fi
    chown "root:$ACCOUNT" "$SETTINGS"
    chmod 640 "$SETTINGS"
    ports=$(ports_of "$new" "$SETTINGS")
    http=$(told_by "$new" "$SETTINGS" network)
    allow_network "$ports" "$http"
    allow_network_to_till "$(tills_of "$new" "$SETTINGS")" "$ports"
    free_serial_pins "$ports"
}

# Prints the database file that settings name, nothing for another kind; fails with the mistake in them.
database_of() { told_by "$1" "$2" database; }

# Prints the ports of the scanners that settings name, one a line; fails with the mistake in them.
ports_of() { told_by "$1" "$2" scanner; }

# Prints where scans are passed on to, one a line.
tills_of() { told_by "$1" "$2" till; }

# told_by FOLDER FILE KIND: as a version of the program reads them.
told_by() {
    told=$(env HOME="$DATA" PYTHONDONTWRITEBYTECODE=1 "$1/venv/bin/kiosk" --config "$2" settings) || return
    printf '%s\n' "$told" | sed -n "s/^$3 //p"
}

# What scans come from over the network is the one reason for the kiosk to have any: allow_network ADDRESSES…
allow_network() {
    needed=$(network_for "$@")
    for name in greeting-kiosk greeting-kiosk-cage; do
        rm -f "$UNITS/$name.service.d/network-scanner.conf"
        [ -z "$needed" ] || put "$new/systemd/$needed" "$UNITS/$name.service.d/network-scanner.conf"
    done
}

# The same for a till, and for the scanners of the process that passes scans on to it: TILLS PORTS.
allow_network_to_till() {
    rm -f "$UNITS/greeting-kiosk-relay.service.d/network-till.conf"
    [ -n "$1" ] || return 0
    case $1$2 in
        *tcp://* | *socket://* | *rfc2217://*)
            put "$new/systemd/network-till.conf" "$UNITS/greeting-kiosk-relay.service.d/network-till.conf"
            ;;
    esac
}

# Prints the settings of the unit that these addresses take, nothing where they are devices.
network_for() {
    addresses=$(printf '%s\n' "$@" | grep '://' || true)
    # Listening to this very machine takes no more than that.
    elsewhere=$(printf '%s\n' "$addresses" | grep -Ev '^(listen|http)://(127\.[0-9.]*|\[::1\]):' || true)
    if [ -n "$elsewhere" ]; then
        printf network-scanner.conf
    elif [ -n "$addresses" ]; then
        printf network-loopback.conf
    fi
}

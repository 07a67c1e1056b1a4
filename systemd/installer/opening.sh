# Opening the kiosk on the display, and closing it.

start_kiosk() {
    other=greeting-kiosk-cage
    [ "$unit" = greeting-kiosk ] || other=greeting-kiosk
    systemctl disable --now --quiet "$other.service" 2>/dev/null || true
    systemctl enable --now --quiet greeting-kiosk-backup.timer greeting-kiosk-hub.timer \
        greeting-kiosk-sync.path
    systemctl enable --quiet "$unit.service"
    start_relay
    now=--now
    ! somebody_is_at_the_display || now=''
    # By whatever name a desktop begins.
    manager=$(systemctl show --property=Id --value display-manager.service)
    if [ "$manager" != display-manager.service ]; then
        say "$manager gives the display to the kiosk; “sudo systemctl enable $manager” gives it back."
        systemctl disable $now --quiet "$manager" || true
    fi
    systemctl mask $now --quiet getty@tty1.service
    if [ -z "$now" ]; then
        say "Somebody is signed in at the display, so the kiosk opens with the next start of this machine: sudo reboot"
        return
    fi
    systemctl restart "$unit.service" || {
        journalctl --namespace greeting-kiosk -n 10 --no-pager -o cat >&2 || true
        die "The kiosk has not opened yet, and goes on trying. Its journal, above, says what it needs."
    }
    say "The kiosk is open."
}

# Passes scans on where the settings name a till; as a device of the till where that is how it is reached.
start_relay() {
    for name in greeting-kiosk-gadget greeting-kiosk-relay; do
        systemctl disable --now --quiet "$name.service" 2>/dev/null || true
    done
    tills=$(tills_of "$PROGRAM/current" "$SETTINGS" 2>/dev/null) || tills=''
    [ -n "$tills" ] || return 0
    case $tills in
        */dev/hidg* | */dev/ttyGS*)
            systemctl enable --now --quiet greeting-kiosk-gadget.service ||
                say "This board is no keyboard to the till yet: see “A till” in the README."
            ;;
    esac
    systemctl enable --now --quiet greeting-kiosk-relay.service
}

# Whoever has signed in at the display itself, be it on a desktop, would be thrown out amid the installation.
somebody_is_at_the_display() {
    session=$(loginctl show-seat seat0 --property=ActiveSession --value 2>/dev/null) || return
    [ -n "$session" ] || return
    case $(loginctl show-session "$session" --property=Class --value 2>/dev/null) in
        user*) ;;
        *) return 1 ;;
    esac
}

stop_kiosk() {
    systemctl stop greeting-kiosk-sync.path greeting-kiosk-sync.service greeting-kiosk.service \
        greeting-kiosk-cage.service greeting-kiosk-relay.service greeting-kiosk-backup.service \
        greeting-kiosk-hub.service 2>/dev/null || true
}

tell_how_it_stands() {
    /usr/local/bin/kiosk doctor || true
    say "Customers, if there are any yet: sudo kiosk load my-shop.json"
    say "The journal: sudo journalctl --namespace greeting-kiosk -f"
}

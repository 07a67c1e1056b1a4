# The account, what it may use, and the units.

install_rules() {
    from=$1/systemd
    put "$from/greeting-kiosk.sysusers" /etc/sysusers.d/greeting-kiosk.conf
    put "$from/greeting-kiosk.tmpfiles" /etc/tmpfiles.d/greeting-kiosk.conf
    put "$from/greeting-kiosk.modules" /etc/modules-load.d/greeting-kiosk.conf
    put "$from/greeting-kiosk.journald" /etc/systemd/journald@greeting-kiosk.conf
    put "$from/greeting-kiosk.rules" /etc/udev/rules.d/70-greeting-kiosk.rules
    put "$from/greeting-kiosk.system" /etc/systemd/system.conf.d/greeting-kiosk.conf
    systemctl mask --quiet ctrl-alt-del.target
    for name in greeting-kiosk.service greeting-kiosk-cage.service \
        greeting-kiosk-relay.service greeting-kiosk-gadget.service \
        greeting-kiosk-backup.service greeting-kiosk-backup.timer \
        greeting-kiosk-sync.service greeting-kiosk-sync.path \
        greeting-kiosk-hub.service greeting-kiosk-hub.timer; do
        put "$from/$name" "$UNITS/$name"
    done
    rm -f "$UNITS/greeting-kiosk-cage.service.d/bookworm.conf"
    ! grep -q '^VERSION_CODENAME=bookworm' /etc/os-release ||
        put "$from/cage-bookworm.conf" "$UNITS/greeting-kiosk-cage.service.d/bookworm.conf"
    mkdir -p /usr/local/bin
    install -m 755 "$from/kiosk" /usr/local/bin/kiosk
    systemd-sysusers /etc/sysusers.d/greeting-kiosk.conf
    systemd-tmpfiles --create /etc/tmpfiles.d/greeting-kiosk.conf
    systemctl restart systemd-modules-load.service || say "Modules for scanners could not be loaded now."
    udevadm control --reload
    udevadm trigger --subsystem-match=tty --subsystem-match=usb --subsystem-match=hidraw \
        --subsystem-match=backlight
    udevadm trigger --action=add --subsystem-match=block --property-match=ID_FS_LABEL=KIOSK
    udevadm settle --timeout=10 || true
    # Settings of systemd itself are read at its start, or when it is executed anew.
    systemctl daemon-reexec
}

put() {
    mkdir -p "$(dirname "$2")"
    install -m 644 "$1" "$2"
}

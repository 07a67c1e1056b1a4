# Taking it all away.

uninstall() {
    step "Taking the kiosk away"
    for name in greeting-kiosk.service greeting-kiosk-cage.service greeting-kiosk-relay.service \
        greeting-kiosk-gadget.service greeting-kiosk-backup.timer greeting-kiosk-hub.timer \
        greeting-kiosk-sync.path greeting-kiosk-sync.service; do
        systemctl disable --now --quiet "$name" 2>/dev/null || true
    done
    systemctl stop greeting-kiosk-backup.service systemd-journald@greeting-kiosk.service \
        systemd-journald@greeting-kiosk.socket systemd-journald-varlink@greeting-kiosk.socket 2>/dev/null || true
    systemctl unmask --quiet getty@tty1.service ctrl-alt-del.target
    return_serial_pins
    rm -rf "$UNITS/greeting-kiosk.service.d" "$UNITS/greeting-kiosk-cage.service.d" \
        "$UNITS/greeting-kiosk-relay.service.d"
    rm -f "$UNITS"/greeting-kiosk*.service "$UNITS"/greeting-kiosk*.timer "$UNITS/greeting-kiosk-sync.path" \
        /etc/sysusers.d/greeting-kiosk.conf /etc/tmpfiles.d/greeting-kiosk.conf \
        /etc/modules-load.d/greeting-kiosk.conf /etc/systemd/journald@greeting-kiosk.conf \
        /etc/systemd/system.conf.d/greeting-kiosk.conf \
        /etc/udev/rules.d/70-greeting-kiosk.rules /usr/local/bin/kiosk
    rm -rf "$PROGRAM" /var/cache/greeting-kiosk
    systemctl daemon-reexec
    udevadm control --reload
    if [ "$purge" = yes ]; then
        rm -rf "$DATA" "$(dirname "$SETTINGS")" /var/log/journal/*.greeting-kiosk /run/log/journal/*.greeting-kiosk
        # The account goes with its data.
        userdel "$ACCOUNT" 2>/dev/null || true
        say "The data and the settings are gone as well."
    else
        say "$DATA and $SETTINGS stay; --uninstall --purge takes them."
    fi
    systemctl start --no-block getty@tty1.service || true
}

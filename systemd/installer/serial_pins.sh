# A Raspberry Pi's own serial line: taken from Linux's console, and given back.

# All its names, and how the kernel is told to speak there.
SERIAL_PINS='serial0 ttyAMA0 ttyAMA10 ttyS0'
SERIAL_CONSOLE='console=\(serial0\|ttyAMA[0-9]*\|ttyS[0-9]*\),[0-9]*'
BOOT='/boot/firmware /boot'
BEFORE=cmdline.txt.before-greeting-kiosk

# On a Raspberry Pi's pins Linux speaks itself, until it is told that a scanner sits there.
free_serial_pins() {
    case $1 in
        */dev/serial0* | */dev/ttyAMA* | */dev/ttyS*) ;;
        *) return 0 ;;
    esac
    for line in $SERIAL_PINS; do
        systemctl mask --now --quiet "serial-getty@$line.service" 2>/dev/null || true
    done
    for boot in $BOOT; do
        [ -f "$boot/cmdline.txt" ] || continue
        changed=no
        if grep -q "$SERIAL_CONSOLE" "$boot/cmdline.txt"; then
            cp -n "$boot/cmdline.txt" "$boot/$BEFORE" 2>/dev/null || true
            sed -i "s/ *$SERIAL_CONSOLE//g; s/^ *//" "$boot/cmdline.txt"
            changed=yes
        fi
        # A Raspberry Pi 5 calls another line serial0 until it is told that the pins are meant.
        if ! grep -qs '^dtparam=uart0_console' "$boot/config.txt"; then
            printf '\n[pi5]\ndtparam=uart0_console\n\n[all]\nenable_uart=1\n' >>"$boot/config.txt"
            changed=yes
        fi
        sync
        [ $changed = no ] ||
            say "The serial pins are the scanner’s from the next start of this machine on: sudo reboot"
        break
    done
}

# What was taken from Linux's console it gets back, from the next start on.
return_serial_pins() {
    for line in $SERIAL_PINS; do
        systemctl unmask --quiet "serial-getty@$line.service" 2>/dev/null || true
    done
    for boot in $BOOT; do
        [ -f "$boot/$BEFORE" ] || continue
        consoles=$(grep -o "$SERIAL_CONSOLE" "$boot/$BEFORE" | tr '\n' ' ')
        sed -i "s/^/$consoles/" "$boot/cmdline.txt"
        rm "$boot/$BEFORE"
    done
}

# The key for copies that leave this machine.

# Where somebody sits at a terminal it is made at once: its secret half is shown there, and nowhere else.
ask_for_backup_key() {
    [ -z "$(key_of "$new" "$SETTINGS")" ] || return 0
    step "The key for copies on USB sticks"
    if [ "$asks" = no ] || [ -n "$answers" ] || [ ! -t 0 ] || [ ! -t 1 ]; then
        say "Until there is a key they are not encrypted: sudo kiosk backup-key"
        return
    fi
    # Whoever breaks it off has the rest installed, and can do it later.
    trap : INT
    env HOME="$DATA" PYTHONDONTWRITEBYTECODE=1 "$new/venv/bin/kiosk" --config "$SETTINGS" backup-key ||
        say "There is no key yet: sudo kiosk backup-key makes one."
    trap 'exit 1' INT
}

# Prints the public half of the key that settings name, if there is one.
key_of() { told_by "$1" "$2" key; }

# Switching between versions; the one before is kept, with a copy of the data as it left it.

switch_to() {
    old=$(readlink -f "$PROGRAM/current" 2>/dev/null || true)
    if [ -d "$old" ] && [ "$old" != "$1" ]; then
        say "$(basename "$old") is kept: --rollback returns to it."
        stop_kiosk
        keep_copy "$old" || {
            systemctl start --no-block "$unit.service"
            die "The data could not be copied, so the version before goes on. “sudo kiosk doctor” tells more."
        }
        point previous "$old"
    fi
    point current "$1"
    remove_others
    migrate || die "The data could not be brought up to date; it was left as it is. --rollback returns."
    start_kiosk
}

keep_copy() {
    file=$(database_of "$1" "$SETTINGS") || return
    [ -f "$file" ] || return 0
    install -d -o "$ACCOUNT" -g "$ACCOUNT" "$DATA/upgrades" || return
    rm -f "$DATA/upgrades/"*.db
    kiosk_of "$1" backup "$DATA/upgrades/$(basename "$1").db"
}

migrate() {
    kiosk_of "$PROGRAM/current" migrate
}

# Replaced by a rename, so that at every moment there is one.
point() {
    ln -sfn "$2" "$PROGRAM/$1.new"
    mv -T "$PROGRAM/$1.new" "$PROGRAM/$1"
}

remove_others() {
    for folder in "$PROGRAM"/*/; do
        folder=${folder%/}
        [ -L "$folder" ] && continue
        case $folder in
            "$(readlink -f "$PROGRAM/current")" | "$(readlink -f "$PROGRAM/previous")") ;;
            *) rm -rf "$folder" ;;
        esac
    done
}

rollback() {
    [ -d "$PROGRAM/previous/venv" ] || die "There is no version before this one."
    before=$(readlink -f "$PROGRAM/previous")
    now=$(readlink -f "$PROGRAM/current")
    step "Back from $(basename "$now") to $(basename "$before")"
    database_of "$before" "$SETTINGS" >/dev/null ||
        die "The version before cannot use this setting. Nothing was changed: take it out, then --rollback again."
    stop_kiosk
    point current "$before"
    point previous "$now"
    install_rules "$before"
    # Data that the older program understands stays as it is: nothing that was noted since is lost.
    migrate || return_data "$before"
    start_kiosk
    step "How it stands"
    tell_how_it_stands
}

# The older program puts its own copy in place: it sets aside what is there, and forgets again whom it should.
return_data() {
    copy=$DATA/upgrades/$(basename "$1").db
    [ -f "$copy" ] || die "The data is newer than this program, and there is no copy from before the upgrade."
    kiosk_of "$1" restore "$copy" || die "The copy from before the upgrade cannot be used; nothing was changed."
    say "The data is as it was before the upgrade; what was noted since is in the file that was set aside."
}

# kiosk_of FOLDER ARGUMENTS…: a command of one version, as the kiosk's own account.
kiosk_of() {
    folder=$1
    shift
    runuser -u "$ACCOUNT" -- env HOME="$DATA" PYTHONDONTWRITEBYTECODE=1 \
        "$folder/venv/bin/kiosk" --config "$SETTINGS" "$@"
}

# A release that is checked, by the key of the version that is installed, before anything of it is run.

SIGNATURE=greeting-kiosk

install_release() {
    [ -f "$release" ] || die "$release cannot be read."
    step "The release"
    check_signature "$HERE/systemd/release-signers" "$release"
    mkdir "$scratch/release"
    tar -C "$scratch/release" --no-same-owner -xf "$release" || die "$release cannot be unpacked. Nothing was changed."
    # The folder in it is the release; its own installer goes on.
    install=$(find "$scratch/release" -path '*/systemd/install' -prune)
    "$install"
}

# check_signature SIGNERS ARCHIVE
check_signature() {
    if [ ! -f "$1" ]; then
        say "The version that is installed came without a key, so this release cannot be checked by it."
        return
    fi
    [ -f "$2.sig" ] || die "$2.sig is missing: this release is not signed. Nothing was changed."
    ssh-keygen -Y verify -q -f "$1" -I $SIGNATURE -n $SIGNATURE -s "$2.sig" <"$2" 2>/dev/null ||
        die "$2 is not what was signed, or was signed by somebody else. Nothing was changed."
    say "Signed by whoever made the version that is installed."
}

# A release that is checked, by the key of the version that is installed, before anything of it is run.

SIGNATURE=greeting-kiosk

install_release() {
    [ -f "$release" ] || die "$release cannot be read."
    step "The release"
    # What is checked is what is unpacked, whatever becomes of the stick meanwhile.
    taken=$scratch/$(basename "$release")
    cp "$release" "$taken" || die "There is no room for $release. Nothing was changed."
    [ ! -f "$release.sig" ] || cp "$release.sig" "$taken.sig"
    check_signature "$HERE/systemd/release-signers" "$taken"
    mkdir "$scratch/release"
    tar -C "$scratch/release" --no-same-owner -xf "$taken" || die "$release cannot be unpacked. Nothing was changed."
    rm "$taken"
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
    [ -f "$2.sig" ] || die "$(basename "$2").sig is missing: this release is not signed. Nothing was changed."
    ssh-keygen -Y verify -q -f "$1" -I $SIGNATURE -n $SIGNATURE -s "$2.sig" <"$2" 2>/dev/null ||
        die "$(basename "$2") is not what was signed, or was signed by somebody else. Nothing was changed."
    say "Signed by whoever made the version that is installed."
}

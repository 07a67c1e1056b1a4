# The program: a folder for each version, complete or not there.

# Sets $new to the folder of the version that was brought along, complete.
install_program() {
    if [ -f "$HERE/complete" ]; then
        new=$HERE
        say "$(basename "$new") is installed already."
        return
    fi
    wheel=$(own_wheel)
    new=$PROGRAM/$(version_of "$wheel")
    refuse_older
    if [ -f "$new/complete" ]; then
        say "$(basename "$new") is installed already."
        return
    fi
    rm -rf "$new"
    mkdir -p "$new"
    python3 -m venv "$new/venv"
    if [ -n "$offline" ]; then
        lock=$offline/requirements/kiosk.txt
        [ -f "$lock" ] || lock=$HERE/requirements/kiosk.txt
        pip --no-index --find-links "$offline/wheels" --require-hashes -r "$lock"
    else
        # What is published as source alone is built, with the tools that are locked, too.
        pip --require-hashes -r "$HERE/requirements/build.txt"
        pip --require-hashes --no-build-isolation --use-pep517 -r "$HERE/requirements/kiosk.txt"
    fi
    pip --no-index --no-deps "$wheel"
    cp -R "$HERE/systemd" "$HERE/requirements" "$HERE/README.md" "$HERE/LICENSE" "$new/"
    keep_signers
    chown -R root:root "$new"
    sync
    touch "$new/complete"
    say "$(basename "$new") is installed."
}

# A version from a clone brings no key along: the one that is known stays.
keep_signers() {
    known=$PROGRAM/current/systemd/release-signers
    [ -f "$new/systemd/release-signers" ] || [ ! -f "$known" ] || cp "$known" "$new/systemd/"
}

# An older program cannot read the data of a newer one.
refuse_older() {
    now=$(readlink -f "$PROGRAM/current" 2>/dev/null || true)
    [ -f "$now/complete" ] || return 0
    now=$(basename "$now")
    ! dpkg --compare-versions "$(basename "${new%-*}")" lt "${now%-*}" ||
        die "This is older than $now, which is installed: nothing was changed. --rollback returns to the version before."
}

pip() {
    "$new/venv/bin/pip" --disable-pip-version-check install -q "$@" ||
        die "The program's parts could not be installed; what pip says above tells why. Nothing was changed."
}

# Prints the path of the kiosk's own wheel. In a clone it is built first, from a copy: what is built as root
# would be in its owner's way.
own_wheel() {
    for folder in "$HERE/wheels" "${offline:-$HERE}/wheels"; do
        found=$(find "$folder" -maxdepth 1 -name 'greeting_kiosk-*.whl' 2>/dev/null | sort -V | tail -n 1)
        if [ -n "$found" ]; then
            printf %s "$found"
            return
        fi
    done
    mkdir "$scratch/source"
    tar -C "$HERE" -c --exclude='./.*' --exclude=./build --exclude=./dist . | tar -C "$scratch/source" -x
    python3 -m venv "$scratch/builder"
    {
        "$scratch/builder/bin/pip" --disable-pip-version-check install -q \
            --require-hashes -r "$HERE/requirements/build.txt" &&
            "$scratch/builder/bin/pip" --disable-pip-version-check wheel -q --no-deps --no-build-isolation \
                --wheel-dir "$scratch" "$scratch/source"
    } >&2 ||
        die "The program could not be built from this folder. Without a network, take a release."
    printf %s "$scratch"/greeting_kiosk-*.whl
}

# Prints the name of a version's folder: its number, and a mark of what is in it.
version_of() {
    python3 - "$1" <<'PYTHON'
import sys
import zipfile
import zlib

with zipfile.ZipFile(sys.argv[1]) as wheel:
    content = sorted((file.filename, file.CRC) for file in wheel.infolist())
print(f"{wheel.filename.rsplit('/')[-1].split('-')[1]}-{zlib.crc32(repr(content).encode()):08x}")
PYTHON
}

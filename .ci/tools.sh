# What ./run and ./check share: words for people, and getting hold of tools. Sourced by bash, not run.

say() { printf '\n== %s\n' "$1"; }

note() { printf '   %s\n' "$1"; }

fail() {
    printf '\n%s: %s\n' "$(basename "$0")" "$1" >&2
    exit 1
}

# Runs a command as root, if that can be had without asking anybody.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

may_install() {
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null
}

package_lists_are_fresh=no

# Installs Debian packages; the reason for a failure stays on the screen.
install() {
    note "installing: $*"
    if [ $package_lists_are_fresh = no ]; then
        as_root apt-get update -qq </dev/null || note "the package lists could not be refreshed; trying with those at hand"
        package_lists_are_fresh=yes
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" </dev/null >/dev/null
}

# The major version of the JDK in a folder; nothing where there is none.
jdk_version() {
    if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release"
    fi
}

is_jdk() {
    local version
    version=$(jdk_version "$1")
    [ -n "$version" ] && [ "$version" -ge 17 ]
}

# Prints the home of a JDK 17 or newer: JAVA_HOME, the one on the PATH, or any that the system has.
find_jdk() {
    local candidates=() candidate on_path
    [ -z "${JAVA_HOME:-}" ] || candidates+=("$JAVA_HOME")
    if on_path=$(command -v javac); then
        candidates+=("$(dirname "$(dirname "$(readlink -f "$on_path")")")")
    fi
    candidates+=(/usr/lib/jvm/*)
    for candidate in "${candidates[@]}"; do
        if is_jdk "$candidate"; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    return 1
}

# The Debian package of the oldest JDK from 17 on that this system offers.
jdk_package() {
    local version
    for version in 17 21 25; do
        if [ -n "$(apt-cache policy "openjdk-$version-jdk-headless" 2>/dev/null | sed -n 's/^ *Candidate: *\([0-9].*\)/\1/p')" ]; then
            printf 'openjdk-%s-jdk-headless\n' "$version"
            return
        fi
    done
    printf 'openjdk-17-jdk-headless\n'
}

# Makes sure that there are a JDK and Maven, and exports JAVA_HOME.
need_build_tools() {
    local missing=()
    find_jdk >/dev/null || missing+=(jdk)
    command -v mvn >/dev/null || missing+=(maven)
    if [ ${#missing[@]} -gt 0 ]; then
        may_install || fail "a JDK 17 or newer and Maven 3.8.7 or newer are needed, and this user may not install them.
Please run: sudo apt-get install openjdk-17-jdk-headless maven"
        [ $package_lists_are_fresh = yes ] || as_root apt-get update -qq </dev/null || true
        package_lists_are_fresh=yes
        install "${missing[@]/#jdk/$(jdk_package)}" || fail "apt could not install ${missing[*]}; see above."
    fi
    JAVA_HOME=$(find_jdk) || fail "no JDK 17 or newer was found, even after installing one."
    export JAVA_HOME
    note "Java $(jdk_version "$JAVA_HOME") in $JAVA_HOME"
}

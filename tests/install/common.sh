# What the tests of this folder share: what is installed, moved away from where it was installed to, and run where nothing else
# of ours can be read. Sourced with the paths of qmr and of the build folder.
. "$(dirname "$0")/../robust/common.sh"
build=$(realpath "$2") || exit 3
hidden=("$root" "$build")

# install_to FOLDER: all of it, as it would stand below the prefix.
install_to() {
  DESTDIR=$work/destination meson install --no-rebuild -C "$build" >"$work/install.txt" 2>&1 || { cat "$work/install.txt"; exit 3; }
  local program
  program=$(find "$work/destination" -path '*/bin/qmr') && [ -x "$program" ] || { echo "qmr is not installed"; exit 1; }
  mv "${program%/bin/qmr}" "$1"
}

# away COMMAND...: runs it where source and build are not to be seen. Where the system does not let us hide them, they are seen.
away() {
  unshare -rm true 2>/dev/null || { "$@"; return; }
  unshare -rm bash -c 'n=$1; shift; for folder in "${@:1:n}"; do [ ! -d "$folder" ] || mount -t tmpfs none "$folder" || exit 99; done; shift "$n"; exec "$@"' \
    - "${#hidden[@]}" "${hidden[@]}" "$@"
}

# Sourced by ./run and ./test: what must be there, and building only what changed.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

say() { printf '%s\n' "$*" >&2; }

# The Debian package that brings a command.
package_of() {
  case $1 in
    espeak-ng) echo espeak-ng ;; sipp) echo sip-tester ;; baresip) echo baresip-core ;;
    chromium) echo chromium ;; sox) echo sox ;; node) echo nodejs ;; npm) echo npm ;;
    dovecot) echo dovecot-imapd dovecot-lmtpd ;;
    postgres) echo postgresql ;; dotnet) echo dotnet-sdk-10.0 ;; *) echo "$1" ;;
  esac
}

has() {
  case $1 in
    postgres) compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null ;;
    dovecot|postfix) [ -x /usr/sbin/$1 ] ;;
    *) command -v "$1" >/dev/null 2>&1 ;;
  esac
}

# need_packages COMMAND…: installs the missing ones as root on Debian, otherwise says exactly what to install.
need_packages() {
  local missing=() command
  for command in "$@"; do has "$command" || missing+=($(package_of "$command")); done
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    local try
    for try in 1 2 3; do
      apt-get -qq -o DPkg::Lock::Timeout=120 update >/dev/null &&
        apt-get -qq -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "${missing[@]}" >/dev/null && break
      apt-get -qq -y -f install >/dev/null || true
    done
    for command in "$@"; do has "$command" || { say "Could not install $(package_of "$command"). Install it and start again."; exit 1; }; done
    return 0
  fi
  say "Missing: ${missing[*]}. Install them and start again, on Debian:"
  say "  sudo apt-get install ${missing[*]}"
  exit 1
}

# want_package COMMAND: installs it where that is possible; what wants it does without otherwise.
want_package() {
  has "$1" && return 0
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null &&
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=120 install --no-install-recommends "$(package_of "$1")" >/dev/null 2>&1
  return 0
}

# newer TARGET PATH…: true when a file below the paths is newer than the target, or the target is not there.
newer() {
  local target=$1; shift
  [ -e "$target" ] || return 0
  [ -n "$(find "$@" -newer "$target" -type f -not -path '*/node_modules/*' -not -path '*/obj/*' -not -path '*/bin/*' -not -path 'web/dist/*' -print -quit 2>/dev/null)" ]
}

build_web() {
  if newer web/node_modules/.package-lock.json web/package-lock.json; then
    say "Fetching the web app's packages (once)"
    npm --prefix web ci --loglevel=error --no-audit --no-fund >&2
    touch web/node_modules/.package-lock.json
  fi
  if newer web/dist/index.html web i18n; then
    say "Building the web app"
    npm --prefix web run --silent build >&2
  fi
}

# Compiled ahead for this machine: a start takes a quarter less. The SDK that builds it also runs it.
build_product() {
  if newer artifacts/product/.built src i18n web/dist Directory.Build.props Directory.Packages.props global.json; then
    say "Building Santral"
    dotnet publish src/Host/Santral.Host -c Release -o artifacts/product -r "linux-$(uname -m | sed 's/x86_64/x64/;s/aarch64/arm64/')" --no-self-contained -p:PublishReadyToRun=true -v q -nologo >&2
    touch artifacts/product/.built
  fi
}

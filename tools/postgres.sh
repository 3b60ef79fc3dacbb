# Sourced by ./test and bench/requests: a private PostgreSQL in a temporary folder, on a socket of its own, ended with the tests.
# start_postgres [SETTING…]: settings of the server; tests need no durability.
start_postgres() {
  local settings="-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off -c jit=off"
  [ $# -eq 0 ] || settings=$(printf -- "-c %s " "$@")
  local bin; bin=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1)
  POSTGRES_HOME=$(mktemp -d)
  POSTGRES_BIN=$bin
  POSTGRES_USER=()
  # PostgreSQL refuses to run as root.
  if [ "$(id -u)" = 0 ]; then
    chown postgres "$POSTGRES_HOME"
    POSTGRES_USER=(runuser -u postgres --)
  fi
  "${POSTGRES_USER[@]}" "$bin/initdb" -D "$POSTGRES_HOME/data" -U santral -A trust -E UTF8 --locale=C.UTF-8 >"$results/postgres.log" 2>&1
  "${POSTGRES_USER[@]}" "$bin/pg_ctl" -D "$POSTGRES_HOME/data" -w -l "$POSTGRES_HOME/log" \
    -o "-c listen_addresses='' -c unix_socket_directories='$POSTGRES_HOME' -c max_connections=300 $settings" start >>"$results/postgres.log" 2>&1 ||
    { say "PostgreSQL did not start:"; tail "$results/postgres.log" >&2; }
  chmod 755 "$POSTGRES_HOME"
  POSTGRES="Host=$POSTGRES_HOME;Username=santral;Database=postgres;Maximum Pool Size=20;Connection Idle Lifetime=5;Connection Pruning Interval=5"
}

stop_postgres() {
  "${POSTGRES_USER[@]}" "$POSTGRES_BIN/pg_ctl" -D "$POSTGRES_HOME/data" -m immediate stop >/dev/null 2>&1
  rm -rf "$POSTGRES_HOME"
}

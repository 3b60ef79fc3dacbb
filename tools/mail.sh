#!/usr/bin/env bash
# A private mail system of Dovecot (IMAP, LMTP) and Postfix (SMTP) on loopback, for tests and the demo. Every address has a mailbox here,
# so nothing can leave the machine; what is sent to @gone.example is taken and comes back, what is sent to refused@… is refused.
#   tools/mail.sh start FOLDER IMAP IMAPS LMTP SMTP SUBMISSION     ports of 127.0.0.1; SUBMISSION asks for STARTTLS and a password
#   tools/mail.sh stop FOLDER
# The password of every mailbox is "demo". Needs root: both programs change to users of their own.
set -euo pipefail
export PATH="$PATH:/usr/sbin"

write_dovecot() {
  cat >"$folder/dovecot.conf" <<EOF
base_dir = $folder/run
state_dir = $folder/state
log_path = $folder/dovecot.log
instance_name = santral-$imap
listen = 127.0.0.1
protocols = imap lmtp
ssl = yes
ssl_cert = <$folder/cert.pem
ssl_key = <$folder/key.pem
ssl_min_protocol = TLSv1.2
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2 oauthbearer
auth_failure_delay = 0
auth_username_chars =
first_valid_uid = 1
mail_uid = mail
mail_gid = mail
mail_location = maildir:~/Maildir
maildir_stat_dirs = no
mailbox_idle_check_interval = 1 secs
recipient_delimiter = +
mail_max_userip_connections = 300
passdb {
  driver = static
  mechanisms = plain login
  args = password=demo
}
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = $folder/oauth2.conf
}
userdb {
  driver = static
  args = allow_all_users=yes uid=mail gid=mail home=$folder/mail/%d/%n
}
service imap-login {
  chroot =
  inet_listener imap {
    port = $imap
  }
  inet_listener imaps {
    port = $imaps
    ssl = yes
  }
  service_count = 0
  process_limit = 10
}
service imap {
  process_limit = 400
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = $lmtp
  }
}
service auth {
  unix_listener postfix {
    mode = 0666
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
namespace inbox {
  inbox = yes
}
EOF
  # Tokens are checked here, with a key that tests sign with.
  mkdir -p "$folder/keys/default/HS256"
  printf 'c2FudHJhbC10ZXN0LWtleS1zYW50cmFsLXRlc3Qta2V5' >"$folder/keys/default/HS256/default"
  cat >"$folder/oauth2.conf" <<EOF
introspection_mode = local
local_validation_key_dict = fs:posix:prefix=$folder/keys/
username_attribute = email
EOF
}

write_postfix() {
  cat >"$folder/postfix/main.cf" <<EOF
compatibility_level = 3.6
queue_directory = $folder/queue
data_directory = $folder/data
maillog_file = $folder/postfix.log
maillog_file_prefixes = $folder
myhostname = localhost.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
alias_maps =
local_recipient_maps =
default_transport = error:nothing leaves this machine
relay_transport = error:nothing leaves this machine
virtual_mailbox_domains = static:here
virtual_mailbox_maps = static:here
virtual_transport = lmtp:inet:127.0.0.1:$lmtp
transport_maps = inline:{ { gone.example = error:5.1.1 nobody lives here } }
smtpd_recipient_restrictions = check_recipient_access regexp:$folder/postfix/refused, permit
# What cannot be delivered is taken all the same, and comes back later as from a server on the way.
smtpd_reject_unlisted_recipient = no
smtpd_relay_restrictions = permit_sasl_authenticated, permit_auth_destination, reject
recipient_delimiter = +
message_size_limit = 60000000
mailbox_size_limit = 0
virtual_mailbox_limit = 0
smtpd_sasl_type = dovecot
smtpd_sasl_path = $folder/run/postfix
smtpd_tls_cert_file = $folder/cert.pem
smtpd_tls_key_file = $folder/key.pem
smtpd_peername_lookup = no
smtp_dns_support_level = disabled
bounce_queue_lifetime = 1h
in_flow_delay = 0
default_process_limit = 30
EOF
  echo '/^refused@/ 550 5.1.1 nobody of that name' >"$folder/postfix/refused"
  cat >"$folder/postfix/master.cf" <<EOF
127.0.0.1:$smtp inet n - n - - smtpd
127.0.0.1:$submission inet n - n - - smtpd -o smtpd_tls_security_level=encrypt -o smtpd_sasl_auth_enable=yes -o smtpd_client_restrictions=permit_sasl_authenticated,reject
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
smtp unix - - n - - smtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
EOF
}

start() {
  folder=$1 imap=$2 imaps=$3 lmtp=$4 smtp=$5 submission=$6
  mkdir -p "$folder"/{run,state,postfix,queue,data,mail}
  chmod 755 "$folder"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=localhost \
    -addext "subjectAltName=DNS:localhost,IP:127.0.0.1" -keyout "$folder/key.pem" -out "$folder/cert.pem" 2>/dev/null
  chown mail:mail "$folder/mail"
  chown postfix "$folder/data"
  write_dovecot
  write_postfix
  dovecot -c "$folder/dovecot.conf"
  postfix -c "$folder/postfix" start >/dev/null 2>&1 || { tail -n 20 "$folder/postfix.log" >&2; exit 1; }
}

# Gone means gone: a start in the same second finds the ports free.
stop() {
  folder=$1
  local pid
  for pid in "$folder/run/master.pid" "$folder/queue/pid/master.pid"; do
    [ -f "$pid" ] || continue
    pid=$(tr -d ' \n' <"$pid")
    kill "$pid" 2>/dev/null || true
    while kill -0 "$pid" 2>/dev/null; do sleep 0.02; done
  done
}

"$@"

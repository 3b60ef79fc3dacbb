namespace Santral.Host;

/// <summary>What `--help` prints.</summary>
internal static class Usage
{
    public const string Text = """
        Santral: call centre and service desk in one program.

        Flags (each also as environment variable SANTRAL_…, `--http-port 8080` = `SANTRAL_HTTP_PORT=8080`):
          --http-port 8080          web app and API
          --sip-port 5060           SIP over UDP and TCP
          --sip-tls-certificate ""  PEM file: SIP over TLS is taken on --sip-tls-port 5061; its key beside it or in --sip-tls-key
          --sip-trunks ""           who may call besides this machine and registered phones: addresses and networks
                                    such as 203.0.113.7,198.51.100.0/24 (believed about who calls), or all
          --rtp-ports 20000-29999   audio of SIP calls
          --recording-reserve-mb 500
                                    room that recordings leave on the disk; with less none begins, calls go on
          --media-port 0            audio of browsers (0: any free port)
          --media inside            where the media engine runs: inside this process, or own: in one of its own, which is
                                    watched and started again, so that its death ends calls and nothing else
          --bind 127.0.0.1          address to listen on
          --proxies 127.0.0.1,::1   TLS proxies whose X-Forwarded-For, -Proto and -Host are believed
          --data ./data             data folder: database, prompts, keys
          --db ""                   PostgreSQL connection string; empty: SQLite in the data folder
          --voice-speed 150         words per minute of the synthesised voice, 80 to 450
          --demo-mail ""            ports of a mail system on this machine for the demo: IMAP,SMTP (./run starts one)
          --demo                    load the demo into an empty installation
          --role main               media: only the media engine; --media own starts it so
          --help                    this text
        """;
}

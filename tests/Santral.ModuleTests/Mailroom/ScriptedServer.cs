using System.Net.Sockets;
using System.Text;

namespace Santral.ModuleTests.Mailroom;

/// <summary>A server that speaks a script, as no honest one would: each connection is given to the next act, the last act to all further ones.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _work;
    private int _connections;

    public ScriptedServer(params Func<Talk, Task>[] acts)
    {
        _listener.Start();
        _work = AcceptAsync(acts);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections => _connections;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task AcceptAsync(Func<Talk, Task>[] acts)
    {
        var talks = new List<Task>();
        while (!_end.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_end.Token);
            var act = acts[Math.Min(Interlocked.Increment(ref _connections) - 1, acts.Length - 1)];
            talks.Add(TalkAsync(client, act));
        }
    }

    private async Task TalkAsync(TcpClient client, Func<Talk, Task> act)
    {
        using (client)
        {
            try
            {
                await act(new Talk(client.GetStream(), _end.Token));
            }
            catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The other side hung up, or the test is over.
            }
        }
    }

    /// <summary>One connection as the script sees it.</summary>
    internal sealed class Talk(NetworkStream stream, CancellationToken end)
    {
        private readonly StreamReader _lines = new(stream, Encoding.Latin1, leaveOpen: true);

        public async Task SayAsync(string text) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text), end);

        /// <summary>Byte by byte, each a packet of its own.</summary>
        public async Task SaySlowlyAsync(string text)
        {
            foreach (var one in Encoding.Latin1.GetBytes(text))
            {
                await stream.WriteAsync(new[] { one }, end);
                await stream.FlushAsync(end);
            }
        }

        public async Task<string> HearAsync() => await _lines.ReadLineAsync(end) ?? throw new IOException("hung up");

        public async Task<string> HearAsync(int count)
        {
            var signs = new char[count];
            await _lines.ReadBlockAsync(signs, end);
            return new string(signs);
        }

        /// <summary>Nothing more, until the other side or the test ends.</summary>
        public Task SilenceAsync() => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, end);
    }

    /// <summary>SMTP up to the letter's dot; what was sent is what comes back.</summary>
    public static async Task<string> HearLetterAsync(Talk talk)
    {
        await talk.SayAsync("220 hi\r\n");
        while (true)
        {
            var line = await talk.HearAsync();
            if (line.StartsWith("EHLO", StringComparison.Ordinal))
            {
                await talk.SayAsync("250-hi\r\n250 8BITMIME\r\n");
            }
            else if (line == "DATA")
            {
                await talk.SayAsync("354 go\r\n");
                var letter = new StringBuilder();
                for (var part = await talk.HearAsync(); part != "."; part = await talk.HearAsync())
                {
                    letter.Append(part).Append('\n');
                }

                return letter.ToString();
            }
            else
            {
                await talk.SayAsync("250 ok\r\n");
            }
        }
    }

    /// <summary>IMAP with one letter in its inbox, in whichever way it speaks.</summary>
    public static async Task ServeOneLetterAsync(Talk talk, string letter, Func<string, Task> say)
    {
        await say("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hi\r\n");
        while (true)
        {
            var line = await talk.HearAsync();
            var (tag, command) = (line.Split(' ')[0], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].ToUpperInvariant());
            var answer = command switch
            {
                _ when command.StartsWith("CAPABILITY", StringComparison.Ordinal) => "* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN\r\n",
                _ when command.StartsWith("LIST", StringComparison.Ordinal) => "* LIST () \"/\" INBOX\r\n",
                _ when command.StartsWith("SELECT", StringComparison.Ordinal) => "* 1 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 2] x\r\n* FLAGS (\\Seen)\r\n",
                _ when command.StartsWith("UID SEARCH", StringComparison.Ordinal) => "* SEARCH 1\r\n",
                _ when command.Contains("RFC822.SIZE", StringComparison.Ordinal) => $"* 1 FETCH (UID 1 RFC822.SIZE {letter.Length})\r\n",
                _ when command.Contains("BODY", StringComparison.Ordinal) => $"* 3 EXISTS\r\n* 1 FETCH (UID 1 BODY[] {{{letter.Length}}}\r\n{letter})\r\n",
                _ => "",
            };
            await say($"{answer}{tag} OK {(command.StartsWith("SELECT", StringComparison.Ordinal) ? "[READ-WRITE] " : "")}done\r\n");
            if (command.StartsWith("LOGOUT", StringComparison.Ordinal))
            {
                return;
            }
        }
    }
}

using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Servers;

/// <summary>
/// One mailbox over one IMAP connection: what is new, its bytes, saying that it was taken in, and waiting for more. The letter is taken
/// with BODY.PEEK and marked afterwards, so that nothing is lost when we end in between.
/// </summary>
internal sealed class MailboxLine : IAsyncDisposable
{
    /// <summary>Servers drop an IDLE after ten to thirty minutes (RFC 2177 says 29).</summary>
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(9);

    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(30);

    private readonly ServerConnections _connections;
    private readonly ImapClient _client;
    private readonly TimeProvider _clock;
    private readonly string? _doneFolder;
    private IMailFolder _folder = null!;
    private IMailFolder? _done;
    private CancellationTokenSource? _wake;
    private volatile bool _hasNews;
    private Queue<long> _found = [];

    private MailboxLine(ServerConnections connections, ImapClient client, TimeProvider clock, string? doneFolder)
        => (_connections, _client, _clock, _doneFolder) = (connections, client, clock, doneFolder);

    public long UidValidity => _folder.UidValidity;

    public bool CanIdle => _client.Capabilities.HasFlag(ImapCapabilities.Idle);

    public static async Task<MailboxLine> OpenAsync(ServerConnections connections, Mailbox mailbox, TimeProvider clock, CancellationToken stop)
    {
        var client = await connections.ImapAsync(mailbox, stop);
        var line = new MailboxLine(connections, client, clock, mailbox.DoneFolder);
        try
        {
            await line.SelectAsync(mailbox.Folder, stop);
            return line;
        }
        catch
        {
            await line.DisposeAsync();
            throw;
        }
    }

    /// <summary>The highest number in the folder; 0 while it is empty.</summary>
    public async Task<long> HighestAsync(CancellationToken stop)
        => _folder.UidNext is { } next ? next.Id - 1 : await WithinAsync(async token => (await _folder.SearchAsync(SearchQuery.All, token)).Select(u => (long)u.Id).DefaultIfEmpty().Max(), stop);

    /// <summary>What was not yet taken in, the oldest first.</summary>
    /// <param name="last">The highest number that was taken in.</param>
    /// <param name="oldUntil">What lay there when the folder was first read: of that only what nobody has read.</param>
    public async Task<IReadOnlyList<WaitingLetter>> NewAsync(long last, long oldUntil, int most, CancellationToken stop)
    {
        // A folder of many thousands is looked through once, not for each handful.
        while (_found.TryPeek(out var known) && known <= last)
        {
            _found.Dequeue();
        }

        var waiting = _found.Count > 0 ? await MeasureAsync(most, stop) : [];
        if (waiting.Count == 0)
        {
            // Nothing is known, or somebody took away what was.
            _hasNews = false;
            _found = await FindAsync(last, oldUntil, stop);
            waiting = await MeasureAsync(most, stop);
        }

        return waiting;
    }

    private Task<Queue<long>> FindAsync(long last, long oldUntil, CancellationToken stop)
    {
        var query = From(last + 1).And(SearchQuery.NotDeleted);
        query = oldUntil > last ? query.And(SearchQuery.NotSeen.Or(From(oldUntil + 1))) : query;
        return WithinAsync(async token => new Queue<long>((await _folder.SearchAsync(query, token)).Select(u => (long)u.Id).Where(u => u > last).Order()), stop);
    }

    private async Task<IReadOnlyList<WaitingLetter>> MeasureAsync(int most, CancellationToken stop)
    {
        var uids = _found.Take(most).Select(u => new UniqueId((uint)u)).ToList();
        if (uids.Count == 0)
        {
            return [];
        }

        var found = await WithinAsync(token => _folder.FetchAsync(uids, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, token), stop);
        return [.. found.Where(f => f.UniqueId.IsValid).OrderBy(f => f.UniqueId.Id).Select(f => new WaitingLetter(f.UniqueId.Id, f.Size ?? 0))];
    }

    // Not `n:*`, which names the last letter whatever its number is (RFC 3501 §6.4.8).
    private static UidSearchQuery From(long uid) => SearchQuery.Uids(new UniqueIdRange(new UniqueId((uint)uid), new UniqueId(uint.MaxValue - 1)));

    /// <summary>The bytes of a letter, or of its head alone.</summary>
    /// <returns>Null where it is gone, or longer than its server said.</returns>
    public Task<byte[]?> ReadAsync(long uid, bool headOnly, long most, CancellationToken stop)
        => WithinAsync(
            async token =>
            {
                try
                {
                    var id = new UniqueId((uint)uid);
                    await using var stream = headOnly ? await _folder.GetStreamAsync(id, "HEADER", token) : await _folder.GetStreamAsync(id, token);
                    using var bytes = new MemoryStream();
                    var part = new byte[64 * 1024];
                    for (var count = await stream.ReadAsync(part, token); count > 0; count = await stream.ReadAsync(part, token))
                    {
                        bytes.Write(part, 0, count);
                        if (bytes.Length > most)
                        {
                            return null;
                        }
                    }

                    return bytes.ToArray();
                }
                catch (MessageNotFoundException)
                {
                    return null;
                }
            },
            stop,
            patience: TimeSpan.FromMinutes(5));

    /// <summary>Tells the server that letters were taken in: moved away, or marked as read.</summary>
    public async Task DoneAsync(IReadOnlyList<long> uids, CancellationToken stop)
    {
        if (uids.Count == 0)
        {
            return;
        }

        await WithinAsync(
            async token =>
            {
                var ids = uids.Select(u => new UniqueId((uint)u)).ToList();
                await _folder.AddFlagsAsync(ids, MessageFlags.Seen, silent: true, token);
                if (_doneFolder is not null)
                {
                    _done ??= await FolderAsync(_doneFolder, token);
                    await _folder.MoveToAsync(ids, _done, token);
                }

                return 0;
            },
            stop);
    }

    /// <summary>Until something is new, or it is time to look anyway.</summary>
    public async Task WaitAsync(CancellationToken stop)
    {
        var most = CanIdle ? LongestIdle : PollEvery;
        using var wake = new CancellationTokenSource(most, _clock);
        _wake = wake;
        try
        {
            if (_hasNews)
            {
                return;
            }

            if (CanIdle)
            {
                await _client.IdleAsync(wake.Token, stop);
            }
            else
            {
                using var both = CancellationTokenSource.CreateLinkedTokenSource(wake.Token, stop);
                await Task.Delay(Timeout.InfiniteTimeSpan, _clock, both.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                stop.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            _wake = null;
        }

        await WithinAsync(
            async token =>
            {
                await _client.NoOpAsync(token);
                return 0;
            },
            stop);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_client.IsConnected)
            {
                using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2), _clock);
                await _client.DisconnectAsync(quit: true, soon.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or ProtocolException or CommandException or ObjectDisposedException or InvalidOperationException)
        {
            // It is gone already.
        }

        _client.Dispose();
    }

    private async Task SelectAsync(string name, CancellationToken stop)
    {
        _folder = name.Equals("INBOX", StringComparison.OrdinalIgnoreCase) ? _client.Inbox! : await FolderAsync(name, stop);
        await WithinAsync(token => _folder.OpenAsync(FolderAccess.ReadWrite, token), stop);
        _folder.CountChanged += (_, _) => Wake();
    }

    private async Task<IMailFolder> FolderAsync(string name, CancellationToken stop)
    {
        try
        {
            return await _client.GetFolderAsync(name, stop);
        }
        catch (FolderNotFoundException)
        {
            var root = await _client.GetFolderAsync(_client.PersonalNamespaces[0].Path, stop);
            return await root.CreateAsync(name, isMessageFolder: true, stop) ?? throw new FolderNotFoundException(name);
        }
    }

    private void Wake()
    {
        _hasNews = true;
        try
        {
            _wake?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It waited no longer.
        }
    }

    private async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> act, CancellationToken stop, TimeSpan? patience = null)
    {
        using var both = _connections.Within(patience ?? ServerConnections.Patience, stop, out var timer);
        using (timer)
        {
            try
            {
                return await act(both.Token);
            }
            catch (OperationCanceledException) when (timer.IsCancellationRequested && !stop.IsCancellationRequested)
            {
                throw new TimeoutException("The server stopped answering.");
            }
        }
    }
}

/// <summary>A letter that lies on its server.</summary>
internal sealed record WaitingLetter(long Uid, long Length);

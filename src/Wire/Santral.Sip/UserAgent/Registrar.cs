using System.Net;
using System.Threading.Channels;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;

namespace Santral.Sip.UserAgent;

/// <summary>The registrar of desk phones (RFC 3261 §10.3): digest, bindings with expiry in memory, news of who came and went.</summary>
public sealed class Registrar
{
    private readonly SipStack _stack;
    private readonly RegistrarOptions _options;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<(SipBinding Binding, TimerQueue.Entry Timer)>> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<IPAddress, int> _hosts = [];
    private readonly Channel<RegistrationChange> _changes =
        Channel.CreateBounded<RegistrationChange>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest });

    internal Registrar(SipStack stack, RegistrarOptions options)
    {
        _stack = stack;
        _options = options;
        Digest = new(options.Digest, options.Realm, options.NonceLife, stack.Clock, stack.Random);
    }

    /// <summary>Registered and unregistered phones in order, for one reader; the oldest news is dropped when nobody reads.</summary>
    public ChannelReader<RegistrationChange> Changes => _changes.Reader;

    internal DigestServer Digest { get; }

    /// <summary>The phones of a user, highest q first, then the latest.</summary>
    public IReadOnlyList<SipBinding> Find(string user)
    {
        lock (_gate)
        {
            return _users.TryGetValue(user, out var found)
                ? [.. found.Select(f => f.Binding).OrderByDescending(b => b.Q).ThenByDescending(b => b.ExpiresAt)]
                : [];
        }
    }

    /// <summary>Takes all phones of a user away, as if their time were over: what they proved to know counts no more.</summary>
    public void Forget(string user)
    {
        lock (_gate)
        {
            foreach (var (binding, _) in _users.GetValueOrDefault(user)?.ToArray() ?? [])
            {
                Remove(binding);
            }
        }
    }

    /// <summary>Whether a phone registered from this address.</summary>
    internal bool IsPhoneAt(IPAddress source)
    {
        lock (_gate)
        {
            return _hosts.ContainsKey(source);
        }
    }

    internal async ValueTask ReceiveAsync(ServerTransaction transaction)
    {
        var request = transaction.Request;
        var verdict = await Digest.CheckAsync(request);
        if (verdict.User is null)
        {
            Answer(transaction, 401, Digest.Challenge(request, verdict.Stale));
            return;
        }

        // §10.3 point 4: who proved to be one user may not register another.
        if (!string.Equals(request.To!.Uri.UserText, verdict.User, StringComparison.Ordinal))
        {
            Answer(transaction, 403);
            return;
        }

        var isRemoval = request.Headers.TryGet(SipNames.Contact, out var only) && only.SequenceEqual("*"u8);
        IReadOnlyList<NameAddr> contacts = [];
        if (!isRemoval && !request.TryAddresses(SipNames.Contact, out contacts))
        {
            Answer(transaction, 400);
            return;
        }

        lock (_gate)
        {
            Change(transaction, verdict.User, isRemoval, contacts);
        }
    }

    private void Change(ServerTransaction transaction, string user, bool isRemoval, IReadOnlyList<NameAddr> contacts)
    {
        var request = transaction.Request;
        var expires = request.Number(SipNames.Expires);
        var bindings = _users.GetValueOrDefault(user) ?? [];

        // §10.3 point 6 and 7: a late repeat with an older number of the same Call-ID must not undo a newer one.
        if (bindings.Exists(b => b.Binding.CallId == request.CallId && b.Binding.CSeq > request.CSeq!.Value.Number))
        {
            Answer(transaction, 500);
            return;
        }

        if (isRemoval)
        {
            if (expires != 0)
            {
                Answer(transaction, 400);
                return;
            }

            Forget(user);
            AnswerBindings(transaction, user);
            return;
        }

        // All or nothing: refusals first (§10.3 point 7).
        var wanted = new List<(NameAddr Contact, uint Seconds)>();
        foreach (var contact in contacts)
        {
            var seconds = Number32.TryParse(contact.Parameters["expires"], out var own) ? own : expires ?? (uint)_options.DefaultExpires.TotalSeconds;
            if (seconds > 0 && seconds < _options.MinExpires.TotalSeconds)
            {
                Answer(transaction, 423, new SipHeader(SipNames.MinExpires, ((uint)_options.MinExpires.TotalSeconds).ToString(null, null)));
                return;
            }

            if (!contact.Uri.IsSip)
            {
                Answer(transaction, 400);
                return;
            }

            wanted.Add((contact, Math.Min(seconds, (uint)_options.MaxExpires.TotalSeconds)));
        }

        var fresh = wanted.Count(w => w.Seconds > 0 && !bindings.Exists(b => b.Binding.Contact.IsSameAs(w.Contact.Uri)));
        if (bindings.Count + fresh > _options.ContactsPerUser || (fresh > 0 && Count() + fresh > _options.Contacts))
        {
            Answer(transaction, 503, new SipHeader(SipNames.RetryAfter, "60"));
            return;
        }

        foreach (var (contact, seconds) in wanted)
        {
            Put(transaction, user, contact, seconds);
        }

        AnswerBindings(transaction, user);
    }

    private void Put(ServerTransaction transaction, string user, NameAddr contact, uint seconds)
    {
        var request = transaction.Request;
        var old = (_users.GetValueOrDefault(user) ?? []).Find(b => b.Binding.Contact.IsSameAs(contact.Uri)).Binding;
        if (seconds == 0)
        {
            if (old is not null)
            {
                Remove(old);
            }

            return;
        }

        var q = double.TryParse(contact.Parameters["q"], System.Globalization.NumberStyles.AllowDecimalPoint,
            System.Globalization.CultureInfo.InvariantCulture, out var given) ? Math.Clamp(given, 0, 1) : 1.0;
        var life = TimeSpan.FromSeconds(seconds);
        var binding = new SipBinding(
            user, request.To!.Uri, contact.Uri with { Headers = null }, transaction.ArrivedOn, q, _stack.Clock.GetUtcNow() + life)
        {
            CallId = request.CallId!,
            CSeq = request.CSeq!.Value.Number,
            UserAgent = request.Headers.Text(SipNames.UserAgent),
        };
        if (old is not null)
        {
            Remove(old, tell: false);
        }

        var timer = _stack.Queue.Set(life, () => Expire(binding));
        if (!_users.TryGetValue(user, out var list))
        {
            _users[user] = list = [];
        }

        list.Add((binding, timer));
        _hosts[HostOf(binding)] = _hosts.GetValueOrDefault(HostOf(binding)) + 1;
        if (old is null || !old.Flow.Equals(binding.Flow))
        {
            _changes.Writer.TryWrite(new(binding, IsRegistered: true));
        }
    }

    private void Expire(SipBinding binding)
    {
        lock (_gate)
        {
            Remove(binding);
        }
    }

    private void Remove(SipBinding binding, bool tell = true)
    {
        if (!_users.TryGetValue(binding.User, out var list))
        {
            return;
        }

        var index = list.FindIndex(b => ReferenceEquals(b.Binding, binding));
        if (index < 0)
        {
            return;
        }

        list[index].Timer.Cancel();
        list.RemoveAt(index);
        if (_hosts[HostOf(binding)]-- == 1)
        {
            _hosts.Remove(HostOf(binding));
        }

        if (list.Count == 0)
        {
            _users.Remove(binding.User);
        }

        if (tell)
        {
            _changes.Writer.TryWrite(new(binding, IsRegistered: false));
        }
    }

    private static IPAddress HostOf(SipBinding binding) => HostPort.WithoutScope(binding.Flow.Remote.Address);

    private int Count() => _users.Values.Sum(l => l.Count);

    /// <summary>§10.3 point 8: every current binding with the time it has left.</summary>
    private void AnswerBindings(ServerTransaction transaction, string user)
    {
        var now = _stack.Clock.GetUtcNow();
        var headers = new List<SipHeader>();
        foreach (var (binding, _) in _users.GetValueOrDefault(user) ?? [])
        {
            var left = Math.Max(0, (int)Math.Round((binding.ExpiresAt - now).TotalSeconds));
            headers.Add(new(SipNames.Contact, string.Create(null, $"<{binding.Contact}>;expires={left}")));
        }

        headers.Add(new("Date", now.ToString("R", System.Globalization.CultureInfo.InvariantCulture)));
        Answer(transaction, 200, [.. headers]);
    }

    private void Answer(ServerTransaction transaction, int code, params ReadOnlySpan<SipHeader> headers)
    {
        var response = SipResponse.For(transaction.Request, code, null, _stack.NewTag());
        foreach (var header in headers)
        {
            response.Headers.Add(header);
        }

        response.Headers.Add(SipNames.Server, _stack.Options.ProductName);
        transaction.Respond(response);
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Santral.Contracts.Identity;
using Santral.Sip.Grammar;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>Agents' desk phones: who is registered, and ringing them.</summary>
internal sealed partial class DeskPhones(MediaDesk media, IAuthenticateSip secrets, CallsOptions options, ILogger<DeskPhones> log)
    : IDeskPhones, ICheckDigest
{
    private readonly ConcurrentDictionary<UserId, string> _sipUsers = new();
    private SipUserAgent? _sip;

    public event Action<UserId>? Registered;

    public event Action<UserId>? Unregistered;

    public bool IsRegistered(UserId agent) => _sipUsers.ContainsKey(agent);

    public IDeskRing Ring(UserId agent, string? callerName, PhoneNumber? callingNumber)
    {
        SipBinding? binding = null;
        if (_sip is { } sip && _sipUsers.TryGetValue(agent, out var user) && sip.Registrar.Find(user) is [var preferred, ..])
        {
            binding = preferred;
        }

        var caller = new NameAddr(callerName, SipUri.Of(callingNumber?.Value ?? "anonymous", options.SipRealm), SipParameters.Empty);
        var ring = new DeskRing(_sip, media, binding, caller, log);
        ring.Start();
        return ring;
    }

    public ValueTask<DigestSecrets?> FindAsync(string user, string realm)
    {
        var md5 = secrets.Find(user, realm, "MD5")?.Ha1;
        var sha = secrets.Find(user, realm, "SHA-256")?.Ha1;
        return ValueTask.FromResult(md5 is null && sha is null ? null : new DigestSecrets(md5, sha));
    }

    /// <summary>Follows registrations until the user agent ends.</summary>
    public async Task FollowAsync(SipUserAgent sip, CancellationToken stop)
    {
        _sip = sip;
        await foreach (var change in sip.Registrar.Changes.ReadAllAsync(stop))
        {
            try
            {
                Apply(sip, change);
            }
            catch (Exception error)
            {
                FollowFailed(log, error, change.Binding.User);
            }
        }
    }

    private void Apply(SipUserAgent sip, RegistrationChange change)
    {
        var sipUser = change.Binding.User;
        if ((secrets.Find(sipUser, options.SipRealm, "SHA-256") ?? secrets.Find(sipUser, options.SipRealm, "MD5")) is not { User: var agent })
        {
            return;
        }

        if (sip.Registrar.Find(sipUser).Count > 0)
        {
            if (_sipUsers.TryAdd(agent, sipUser))
            {
                Registered?.Invoke(agent);
            }
        }
        else if (_sipUsers.TryRemove(agent, out _))
        {
            Unregistered?.Invoke(agent);
        }
    }

    [LoggerMessage(LogLevel.Error, "The registration of {SipUser} was not taken over")]
    private static partial void FollowFailed(ILogger log, Exception error, string sipUser);
}

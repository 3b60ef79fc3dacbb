using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Santral.Contracts.Identity;
using Santral.Sip.Grammar;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>Agents' desk phones: who is registered, and ringing them.</summary>
internal sealed partial class DeskPhones(MediaDesk media, IAuthenticateSip secrets, ReplacedCalls replaced, IServiceProvider services, ILogger<DeskPhones> log)
    : IDeskPhones, ICheckDigest, IHearDeskPhoneChange
{
    private readonly ConcurrentDictionary<UserId, string> _sipUsers = new();
    private SipUserAgent? _sip;

    public event Action<UserId>? Registered;

    public event Action<UserId>? Unregistered;

    public bool IsRegistered(UserId agent) => BindingsOf(agent).Count > 0;

    public IDeskRing Ring(UserId agent, string? callerName, PhoneNumber? callingNumber)
    {
        var caller = new NameAddr(callerName, SipUri.Of(callingNumber?.Value ?? "anonymous", IAuthenticateSip.Realm), SipParameters.Empty);
        var ring = new DeskRing([.. BindingsOf(agent).Select(b => new DeskPhone(
            _sip!, media, b, caller, referral => services.GetRequiredService<ReferredCalls>().TakeAsync(agent, referral), replaced, log))]);
        ring.Start();
        return ring;
    }

    public void DeskPhoneChanged(string sipUser) => _sip?.Registrar.Forget(sipUser);

    // Whoever was made inactive stays registered until the time is over, and is rung no more.
    private IReadOnlyList<SipBinding> BindingsOf(UserId agent)
        => _sip is { } sip && _sipUsers.TryGetValue(agent, out var user) && secrets.OwnerOf(user) == agent ? sip.Registrar.Find(user) : [];

    public ValueTask<DigestSecrets?> FindAsync(string user, string realm)
    {
        var md5 = secrets.Find(user, realm, "MD5")?.Ha1;
        var sha = secrets.Find(user, realm, "SHA-256")?.Ha1;
        return ValueTask.FromResult(md5 is null && sha is null ? null : new DigestSecrets(md5, sha));
    }

    public bool KnowsOnlyMd5(string user, string realm) => secrets.Find(user, realm, "SHA-256") is null && secrets.Find(user, realm, "MD5") is not null;

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
        if (sip.Registrar.Find(sipUser).Count == 0)
        {
            // By the SIP name: whoever was made inactive meanwhile is found by no secret any more, and his phone is gone all the same.
            foreach (var (gone, _) in _sipUsers.Where(u => u.Value == sipUser).ToArray())
            {
                if (_sipUsers.TryRemove(gone, out _))
                {
                    Unregistered?.Invoke(gone);
                }
            }
        }
        else if (secrets.OwnerOf(sipUser) is { } agent
            && _sipUsers.TryAdd(agent, sipUser))
        {
            Registered?.Invoke(agent);
        }
    }

    [LoggerMessage(LogLevel.Error, "The registration of {SipUser} was not taken over")]
    private static partial void FollowFailed(ILogger log, Exception error, string sipUser);
}

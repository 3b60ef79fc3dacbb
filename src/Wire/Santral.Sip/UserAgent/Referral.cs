using Santral.Sip.Grammar;

namespace Santral.Sip.UserAgent;

/// <summary>The other side asks us to bring it, or whom it speaks with, together with somebody else (RFC 3515). Somebody must answer it.</summary>
public sealed class Referral
{
    private readonly Func<int, Task<bool>> _reply;
    private readonly Func<int, Task> _notify;

    internal Referral(NameAddr target, NameAddr? by, SipCall? replaced, Func<int, Task<bool>> reply, Func<int, Task> notify)
    {
        (Target, By, ReplacedCall) = (target, by, replaced);
        (_reply, _notify) = (reply, notify);
    }

    /// <summary>Refer-To: whom to call.</summary>
    public NameAddr Target { get; }

    /// <summary>Referred-By (RFC 3892); anybody can write it.</summary>
    public NameAddr? By { get; }

    /// <summary>Whether it names a dialog to take the place of: an attended transfer (RFC 3891).</summary>
    public bool Replaces => Target.Uri.Headers?.Contains("Replaces=", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The call of ours whose place is to be taken; null when none is named, or none that speaks.</summary>
    public SipCall? ReplacedCall { get; }

    /// <summary>202, and that it is tried. False when it is too late.</summary>
    public Task<bool> AcceptAsync() => _reply(202);

    /// <summary>Refuses; the call goes on as before.</summary>
    public Task<bool> RefuseAsync(int code = 603) => _reply(code is >= 300 and < 700 ? code : 603);

    /// <summary>Tells what became of it; a final code ends the telling. After the end of the call nothing is sent.</summary>
    public Task TellAsync(int code) => _notify(code);
}

using System.Net;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>
/// From where calls are taken: the trunks, and what `SIP_TRUNKS` names. In a demo also this machine itself, so that any SIP phone on it can be tried. Whoever may call
/// is not yet believed about who calls: that is for the trunks and networks by name, never for `all` or for this machine.
/// </summary>
/// <param name="options">Says what was given at the start.</param>
/// <param name="isDemo">Whether the demo's data is loaded, now.</param>
/// <param name="isTrunk">Whether a trunk of the list takes calls from there, now.</param>
internal sealed class KnownSources(CallsOptions options, Func<bool> isDemo, Func<IPAddress, bool> isTrunk) : ISourceRule
{
    public bool MayAsk(IPAddress source)
        => options.TakesAllSources || (isDemo() && IsHere(source)) || IsTrusted(source);

    public bool IsTrusted(IPAddress source)
    {
        foreach (var network in options.Trunks)
        {
            if (network.Contains(source))
            {
                return true;
            }
        }

        return isTrunk(source);
    }

    private bool IsHere(IPAddress source) => IPAddress.IsLoopback(source) || source.Equals(options.Bind);
}

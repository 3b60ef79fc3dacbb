using System.Net;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>
/// From where calls are taken: this machine and what `SIP_TRUNKS` names. Whoever may call is not yet believed about who calls: that is for
/// the trunks by their networks, never for `all`.
/// </summary>
internal sealed class KnownSources(CallsOptions options) : ISourceRule
{
    public bool MayAsk(IPAddress source)
        => options.TakesAllSources || IPAddress.IsLoopback(source) || source.Equals(options.Bind) || IsTrusted(source);

    public bool IsTrusted(IPAddress source)
    {
        foreach (var network in options.Trunks)
        {
            if (network.Contains(source))
            {
                return true;
            }
        }

        return false;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Santral.Calls.Live.Telephone;

namespace Santral.Calls.Live.Outside;

/// <summary>Calls out over the trunks.</summary>
internal sealed class OutsideLines(IServiceProvider services, TrunkBook trunks, MediaDesk media, DialledLedger ledger, ReplacedCalls replaced, ILogger<OutsideLines> log)
    : IOutsideLines
{
    // Asked late: the telephone is made after what the calls work with.
    private readonly Lazy<SipTelephone> _telephone = new(services.GetRequiredService<SipTelephone>);

    public IOutsideRing Ring(OutsideOrder order)
    {
        var sip = _telephone.Value.Agent ?? throw new Refusal("calls.outbound_no_trunk", RefusalKind.Unavailable);
        var ring = new OutsideRing(order, sip, trunks.ForCallsOut, media, ledger, replaced, log);
        ring.Start();
        return ring;
    }
}

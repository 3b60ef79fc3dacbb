using Microsoft.Extensions.DependencyInjection;
using Santral.Calls.Domain;
using Santral.Sip.Grammar;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Outside;

/// <summary>
/// A caller who came over a trunk and is sent on to a number outside is given back to that trunk (REFER, RFC 3515), where its operator chose so: the network connects the
/// two, and none of our lines stays taken. A trunk that refuses changes nothing: we call the number ourselves.
/// </summary>
internal sealed class TrunkHandOver(IServiceProvider services, DialledLedger ledger)
{
    /// <summary>As long as a number of ours would ring.</summary>
    private static readonly TimeSpan ToldWithin = TimeSpan.FromSeconds(60);

    // Asked late: the trunks are made after the telephone.
    private readonly Lazy<TrunkBook> _trunks = new(services.GetRequiredService<TrunkBook>);

    /// <summary>True when the caller speaks with the number, by the trunk's own word.</summary>
    public async Task<bool> TryAsync(SipCall call, OutsideOrder order)
    {
        var source = HostPort.WithoutScope(call.Flow.Remote.Address);
        if (_trunks.Value.Lines.FirstOrDefault(l => l.Trunk is { HandsOver: true, IsPaused: false } && l.Has(source)) is not { } line)
        {
            return false;
        }

        var target = SipUri.Of(TrunkNumbers.Dialled(line.Trunk, order.To), line.Domain);
        var by = new NameAddr(SipUri.Of(order.ForUs is { } ours ? TrunkNumbers.Written(line.Trunk, ours) : line.Trunk.User ?? "santral", line.Domain));
        var entry = await ledger.BeginAsync(order);
        var code = await call.ReferAsync(target, by, ToldWithin);
        await ledger.EndAsync(entry, line.Trunk.Name, new OutsideEnd(OutcomeOf(code), code), isOver: true);
        return code is >= 200 and < 300;
    }

    private static DialledOutcome OutcomeOf(int code) => code switch
    {
        >= 200 and < 300 => DialledOutcome.Answered,
        486 or 600 or 603 => DialledOutcome.Busy,
        0 or 408 or 480 or 487 => DialledOutcome.NoAnswer,
        _ => DialledOutcome.Failed,
    };
}

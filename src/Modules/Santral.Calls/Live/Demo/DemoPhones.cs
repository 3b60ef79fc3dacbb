using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;
using Santral.Media;

namespace Santral.Calls.Live.Demo;

/// <summary>The calls of visitors: one for each connection, a few for each address, none when the installation is no demo.</summary>
internal sealed class DemoPhones(
    LiveCalls live, CalledNumbers numbers, MediaDesk media, IOrganisation organisation, CallsMeter meter,
    IHubContext<DemoPhoneHub, IDemoScreen> hub, TimeProvider clock)
{
    /// <summary>A visitor with several tabs, not a flood.</summary>
    private const int CallsPerAddress = 4;

    private readonly ConcurrentDictionary<string, DemoCall> _calls = new();

    public async Task<DemoDialled> DialAsync(string connection, string address, DemoDial dial)
    {
        RefuseUnlessDemo();
        if (numbers.Find(dial.To) is not { } called)
        {
            throw new Refusal("calls.number_unknown", RefusalKind.Unknown);
        }

        PhoneNumber? from = null;
        if (!string.IsNullOrWhiteSpace(dial.From))
        {
            from = PhoneNumber.TryRead(dial.From, called.Unit.Region, out var number)
                ? number
                : throw new Refusal("calls.caller_number_wrong", RefusalKind.Invalid);
        }

        var call = new DemoCall(hub.Clients.Client(connection), media.NewLeg(), address, clock);
        if (!_calls.TryAdd(connection, call))
        {
            throw new Refusal("calls.demo_busy");
        }

        call.Over += () => _calls.TryRemove(new KeyValuePair<string, DemoCall>(connection, call));
        if (!live.HasRoom || _calls.Values.Count(c => c.Address == address) > CallsPerAddress)
        {
            _calls.TryRemove(connection, out _);
            meter.Refused("overloaded");
            throw new Refusal("calls.overloaded", RefusalKind.Unavailable);
        }

        if (await media.AskAsync(new OpenBrowserLeg(call.Leg, dial.SdpOffer ?? "")) is not MediaReply.Sdp answer)
        {
            _calls.TryRemove(connection, out _);
            meter.Refused("sdp");
            throw new Refusal("calls.phone_refused", RefusalKind.Invalid);
        }

        await hub.Clients.Client(connection).Phone(new DemoPhoneState(DemoCallState.Ringing));
        call.Line = live.Start(
            new Arrival(Id.New<CallId>(clock), called.Number, from, called.Unit.Code, called.Unit.Language, live.NextArrival()), call, call);
        return new DemoDialled(call.Line.Id, answer.LocalSdp);
    }

    public void Press(string connection, string key)
    {
        if (key is not [(>= '0' and <= '9') or '*' or '#'])
        {
            throw new Refusal("calls.keys_wrong", RefusalKind.Invalid);
        }

        if (_calls.TryGetValue(connection, out var call))
        {
            call.Line?.Press(key[0]);
        }
    }

    /// <summary>The visitor hung up or closed the page.</summary>
    public void HangUp(string connection)
    {
        if (_calls.TryGetValue(connection, out var call))
        {
            call.Line?.CallerGone(CallEndReason.CallerHungUp);
        }
    }

    public void RefuseUnlessDemo()
    {
        if (!organisation.IsDemo)
        {
            throw new Refusal("calls.demo_only", RefusalKind.Forbidden);
        }
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Santral.Contracts.Calls;
using Santral.Contracts.Live;
using Santral.Media;

namespace Santral.Calls.Live;

/// <summary>Told to a tab whose phone was taken by another tab of the same person.</summary>
public sealed record PhoneMoved;

/// <summary>Told to a tab whose phone was lost with the media process: it may open it again at once.</summary>
public sealed record PhoneLost;

/// <summary>
/// Where each agent can be rung: the audio connection of his browser, one for each person however many tabs he has open,
/// else his registered desk phone.
/// </summary>
internal sealed class AgentPhones : IAgentPhones, IBrowserPhones
{
    private readonly MediaDesk _media;
    private readonly ILiveNews _news;
    private readonly IDeskPhones _desks;
    private readonly Mailbox _box;
    private readonly ConcurrentDictionary<UserId, BrowserPhone> _browsers = new();
    private readonly Lazy<IHearPhonesChange[]> _listeners;

    public AgentPhones(MediaDesk media, ILiveNews news, IDeskPhones desks, IServiceProvider services, ILogger<AgentPhones> log)
    {
        _media = media;
        _news = news;
        _desks = desks;
        _box = new Mailbox(log);
        _listeners = new(() => services.GetServices<IHearPhonesChange>().ToArray());
        _ = _box.RunAsync();
        _desks.Registered += agent => _box.Post(() => Ready(agent));
        _desks.Unregistered += agent => _box.Post(() => LostUnlessOther(agent));
    }

    /// <summary>The agent's browser phone has audio (again), on this leg.</summary>
    public event Action<UserId, LegId>? BrowserReady;

    /// <summary>The agent's browser phone on this leg is gone.</summary>
    public event Action<UserId, LegId>? BrowserGone;

    public bool IsReachable(UserId agent) => KindOf(agent) != PhoneKind.None;

    public PhoneKind KindOf(UserId agent)
        => BrowserLeg(agent) is not null ? PhoneKind.Browser
            : _desks.IsRegistered(agent) ? PhoneKind.Desk
            : PhoneKind.None;

    /// <summary>Null when the agent's browser has no audio connection just now.</summary>
    public LegId? BrowserLeg(UserId agent) => _browsers.TryGetValue(agent, out var phone) && phone.Connected ? phone.Leg : null;

    public async Task<string> OpenAsync(UserId agent, string connection, string sdpOffer, CancellationToken stop)
        => await _box.AskAsync(() => OpenNowAsync(agent, connection, sdpOffer), () => new OperationCanceledException());

    public Task CloseAsync(UserId agent, string connection)
        => _box.AskAsync(
            async () =>
            {
                if (_browsers.TryGetValue(agent, out var phone) && phone.Connection == connection)
                {
                    await DropAsync(phone);
                }

                return true;
            },
            () => new OperationCanceledException());

    private async Task<string> OpenNowAsync(UserId agent, string connection, string sdpOffer)
    {
        var phone = new BrowserPhone(agent, connection, _media.NewLeg());
        _media.Listen(phone.Leg, happened => OnMedia(phone, happened));
        var reply = await _media.AskAsync(new OpenBrowserLeg(phone.Leg, sdpOffer));
        if (reply is not MediaReply.Sdp answer)
        {
            await _media.CloseAsync(phone.Leg);
            throw new Refusal("calls.phone_refused", RefusalKind.Invalid, ("why", (reply as MediaReply.Refused)?.Code));
        }

        if (_browsers.TryGetValue(agent, out var older))
        {
            await DropAsync(older);
            if (older.Connection != connection)
            {
                _news.ToConnection(older.Connection, "phone-moved", new PhoneMoved());
            }
        }

        _browsers[agent] = phone;
        return answer.LocalSdp;
    }

    private void OnMedia(BrowserPhone phone, MediaEvent happened)
    {
        if (happened is LegConnected)
        {
            _box.Post(() => Connected(phone));
        }
        else if (happened is LegLost { Reason: LegLoss.EngineLost })
        {
            _box.Post(() => DropLostAsync(phone));
        }
        else if (happened is LegLost or LegClosed)
        {
            _box.Post(() => DropAsync(phone));
        }
    }

    private void Connected(BrowserPhone phone)
    {
        if (_browsers.TryGetValue(phone.Agent, out var current) && current.Leg == phone.Leg && !current.Connected)
        {
            _browsers[phone.Agent] = current with { Connected = true };
            BrowserReady?.Invoke(phone.Agent, phone.Leg);
            Ready(phone.Agent);
        }
    }

    private async Task DropAsync(BrowserPhone phone)
    {
        if (!_browsers.TryGetValue(phone.Agent, out var current) || current.Leg != phone.Leg)
        {
            return;
        }

        _browsers.TryRemove(phone.Agent, out _);
        await _media.CloseAsync(phone.Leg);
        if (current.Connected)
        {
            BrowserGone?.Invoke(phone.Agent, phone.Leg);
            LostUnlessOther(phone.Agent);
        }
    }

    /// <summary>The browser would need ten seconds to find out by itself.</summary>
    private async Task DropLostAsync(BrowserPhone phone)
    {
        var isCurrent = _browsers.TryGetValue(phone.Agent, out var current) && current.Leg == phone.Leg;
        await DropAsync(phone);
        if (isCurrent)
        {
            _news.ToConnection(phone.Connection, "phone-lost", new PhoneLost());
        }
    }

    private void Ready(UserId agent)
    {
        foreach (var listener in _listeners.Value)
        {
            listener.PhoneReady(agent);
        }
    }

    private void LostUnlessOther(UserId agent)
    {
        if (IsReachable(agent))
        {
            return;
        }

        foreach (var listener in _listeners.Value)
        {
            listener.PhoneLost(agent);
        }
    }

    private sealed record BrowserPhone(UserId Agent, string Connection, LegId Leg)
    {
        public bool Connected { get; init; }
    }
}

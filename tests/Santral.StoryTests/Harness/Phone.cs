using System.Net;
using System.Text;
using Santral.Sip;
using Santral.Sip.Grammar;
using Santral.Sip.Transports;
using Santral.Sip.UserAgent;
using Santral.Testing;

namespace Santral.StoryTests.Harness;

/// <summary>A caller's telephone: real SIP and RTP over loopback, says one tone and measures what it hears.</summary>
public sealed class Phone : IAsyncDisposable
{
    private readonly SipUserAgent _agent;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private OutgoingCall? _call;

    private Phone(int hz)
    {
        Voice = new ToneCaller(hz);
        _agent = new SipUserAgent(
            new SipOptions { Listeners = [SipListener.Udp(IPAddress.Loopback, 0)] }, TimeProvider.System, new SystemRandomBytes());
    }

    /// <summary>What it says and hears.</summary>
    public ToneCaller Voice { get; }

    /// <summary>Calls a number from a number; returns when the other side has answered.</summary>
    public static async Task<Phone> CallAsync(int sipPort, string from, string to, CancellationToken stop, int hz = 600)
    {
        var phone = new Phone(hz);
        await phone._agent.StartAsync(stop);
        phone._call = await phone._agent.DialAsync(
            new DialRequest
            {
                Target = SipUri.Of(to, "127.0.0.1", sipPort),
                From = new NameAddr(SipUri.Of(from, "127.0.0.1")),
                Sdp = Encoding.UTF8.GetBytes(phone.Voice.Offer()),
            },
            stop);
        await foreach (var happened in phone._call.Events.ReadAllAsync(stop))
        {
            if (happened is SipCallEvent.Answered answered)
            {
                phone.Voice.Connect(Encoding.UTF8.GetString(answered.Sdp.Span));
                _ = phone.ListenAsync();
                return phone;
            }

            if (happened is SipCallEvent.Ended ended)
            {
                throw new InvalidOperationException($"The call was not answered: {ended.End}");
            }
        }

        throw new InvalidOperationException("The call ended without a word.");
    }

    public void Press(string keys) => Voice.Press(keys);

    /// <summary>Hears speech or music: something louder than silence that is no single tone of ours.</summary>
    public Task HearsSomethingAsync(string what) => Voice.Heard.UntilAsync(static window => Goertzel.Rms(window) > 150, what, TimeSpan.FromSeconds(20));

    public async Task HangUpAsync()
    {
        if (_call is not null)
        {
            await _call.HangUpAsync();
        }
    }

    /// <summary>The other side hangs up.</summary>
    public Task EndedAsync() => _ended.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public async ValueTask DisposeAsync()
    {
        await HangUpAsync();
        await Voice.DisposeAsync();
        await _agent.DisposeAsync();
    }

    private async Task ListenAsync()
    {
        await foreach (var happened in _call!.Events.ReadAllAsync())
        {
            if (happened is SipCallEvent.Reinvited changed)
            {
                await changed.Offer.AcceptAsync(Encoding.UTF8.GetBytes(Voice.Offer()));
            }
        }

        Voice.HangUp();
        _ended.TrySetResult();
    }
}

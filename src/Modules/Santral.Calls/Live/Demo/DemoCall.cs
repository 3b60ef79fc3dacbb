using Santral.Contracts.Calls;
using Santral.Media;

namespace Santral.Calls.Live.Demo;

/// <summary>A visitor's browser as a caller: the same call as by SIP, with its written side shown beside the telephone.</summary>
internal sealed class DemoCall(IDemoScreen screen, LegId leg, string address, TimeProvider clock) : ICallerEnd, ITranscript
{
    private int _over;

    public LegId Leg { get; } = leg;

    /// <summary>Where the visitor comes from; calls are counted by it.</summary>
    public string Address { get; } = address;

    public CallLine? Line { get; set; }

    public event Action? Over;

    public Task AnswerAsync() => screen.Phone(new DemoPhoneState(DemoCallState.Connected));

    public void End(CallEndReason reason)
    {
        if (Interlocked.Exchange(ref _over, 1) == 0)
        {
            _ = screen.Phone(new DemoPhoneState(DemoCallState.Ended, reason));
            Over?.Invoke();
        }
    }

    public void Said(string text, IReadOnlyList<MenuChoice> options, string language)
    {
        if (text.Length > 0)
        {
            Tell(new DemoHeard(
                clock.GetUtcNow(), DemoHeardKind.Said, text, [.. options.Select(o => new DemoHeard.Option(o.Key.ToString(), o.Label.In(language)))]));
        }
    }

    public void Pressed(char key, bool secret)
        => Tell(new DemoHeard(clock.GetUtcNow(), DemoHeardKind.Key, secret ? "•" : key.ToString()));

    public void Reached(CallStage stage)
        => Tell(new DemoHeard(clock.GetUtcNow(), DemoHeardKind.Stage, "", Stage: stage));

    private void Tell(DemoHeard heard) => _ = screen.Heard(heard);
}

using Santral.Calls.Domain;
using Santral.Contracts.Calls;

namespace Santral.Tests.Calls;

/// <summary>The segments of a call, read out of its trace.</summary>
public sealed class CallSegmentsTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
    private static readonly UserId First = Exchange.Agent(1), Second = Exchange.Agent(2);

    [Fact]
    public void They_follow_one_another_without_a_gap_and_say_with_whom()
    {
        var segments = Read(
            200,
            (0, CallEventKind.Arrived, null), (1, CallEventKind.Answered, null), (10, CallEventKind.Menu, null), (12, CallEventKind.Queued, null),
            (20, CallEventKind.Offered, First), (40, CallEventKind.NoAnswer, First), (45, CallEventKind.Offered, Second), (50, CallEventKind.Connected, Second),
            (60, CallEventKind.RecordingStarted, Second), (70, CallEventKind.Held, Second), (80, CallEventKind.Resumed, Second),
            (90, CallEventKind.SentToVerification, Second), (110, CallEventKind.BackFromVerification, Second),
            (120, CallEventKind.ConsultBegan, First), (140, CallEventKind.Conference, First), (150, CallEventKind.HandedOver, First), (150, CallEventKind.Connected, First),
            (200, CallEventKind.Ended, null));

        segments.ShouldBe(
        [
            (SegmentKind.SelfService, 0, 12, null), (SegmentKind.Waiting, 12, 20, null), (SegmentKind.Ringing, 20, 40, First), (SegmentKind.Waiting, 40, 45, null),
            (SegmentKind.Ringing, 45, 50, Second), (SegmentKind.Talk, 50, 70, Second), (SegmentKind.Hold, 70, 80, Second), (SegmentKind.Talk, 80, 90, Second),
            (SegmentKind.Verification, 90, 110, Second), (SegmentKind.Talk, 110, 120, Second), (SegmentKind.Consult, 120, 140, First),
            (SegmentKind.Conference, 140, 150, First), (SegmentKind.Talk, 150, 200, First),
        ]);
    }

    [Fact]
    public void A_call_that_goes_on_has_an_open_end_and_a_message_is_one_of_them()
    {
        Read(null, (0, CallEventKind.Arrived, null), (5, CallEventKind.MessageBegan, null))
            .ShouldBe([(SegmentKind.SelfService, 0, 5, null), (SegmentKind.Message, 5, null, null)]);
        Read(9, (0, CallEventKind.Arrived, null), (2, CallEventKind.Queued, null), (9, CallEventKind.Ended, null))
            .ShouldBe([(SegmentKind.SelfService, 0, 2, null), (SegmentKind.Waiting, 2, 9, null)]);
    }

    private static List<(SegmentKind Kind, int From, int? To, UserId? Agent)> Read(int? end, params (int At, CallEventKind Kind, UserId? Agent)[] events)
        => [.. CallSegments.Of(
                [.. events.Select(e => new CallEvent { CallId = default, At = Start.AddSeconds(e.At), Kind = e.Kind, Agent = e.Agent })], Start, end is { } over ? Start.AddSeconds(over) : null)
            .Select(s => (s.Kind, (int)(s.From - Start).TotalSeconds, s.To is { } to ? (int?)(to - Start).TotalSeconds : null, s.Agent))];
}

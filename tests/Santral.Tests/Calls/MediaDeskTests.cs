using Microsoft.Extensions.Logging.Abstractions;
using Santral.Calls.Live;
using Santral.Media;

namespace Santral.Tests.Calls;

/// <summary>The media process dies between the reply that opened a leg and the call that listens to it.</summary>
public sealed class MediaDeskTests
{
    private static readonly LegId Leg = new(Guid.Parse("0192b0a0-0000-7000-8000-000000000001"));

    [Fact]
    public async Task A_leg_that_was_lost_before_anybody_listened_is_told_to_the_first_who_does()
    {
        var clock = new FakeTimeProvider();
        await using var media = new MemoryMedia(clock);
        using var desk = new MediaDesk(media, clock, NullLogger<MediaDesk>.Instance);
        await desk.StartAsync(CancellationToken.None);
        var (fence, later) = (desk.NewLeg(), new TaskCompletionSource());
        desk.Listen(fence, _ => later.TrySetResult());

        media.Lose(Leg, LegLoss.EngineLost);
        media.Happen(new LegClosed(Leg, new LegReport(), clock.GetUtcNow()));
        media.Lose(fence);
        await later.Task.WaitAsync(TimeSpan.FromSeconds(20));
        var told = new List<MediaEvent>();
        desk.Listen(Leg, told.Add);

        told.ShouldHaveSingleItem().ShouldBeOfType<LegLost>().Reason.ShouldBe(LegLoss.EngineLost);
        told.Clear();
        desk.Listen(Leg, told.Add);
        told.ShouldBeEmpty("once");
        await desk.StopAsync(CancellationToken.None);
    }
}

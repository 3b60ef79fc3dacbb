namespace Santral.StoryTests;

/// <summary>A caller who gives up leaves a record, and nothing else.</summary>
public abstract class ACallerHangsUp(StoryFixture story)
{
    public sealed class Inside(StoryFixture story) : ACallerHangsUp(story), IClassFixture<StoryFixture>;

    public sealed class OwnProcess(OwnMediaStory story) : ACallerHangsUp(story), IClassFixture<OwnMediaStory>;

    [Fact]
    [Requirement("I-01")]
    [Requirement("I-04")]
    public async Task In_the_queue_and_the_log_says_so()
    {
        var stop = TestContext.Current.CancellationToken;
        await using (var phone = await Phone.CallAsync(story.Product.SipPort, "+905321112233", "100", stop))
        {
            await phone.HearsSomethingAsync("the greeting");
            phone.Press("3");
            using var watcher = await story.AsAsync("supervisor1");
            await StoryFixture.UntilAsync(watcher, "/api/queues", teams => teams.EnumerateArray().Any(t => t.GetProperty("waiting").GetInt32() == 1));
            await phone.HearsSomethingAsync("music");
            await phone.HangUpAsync();
        }

        using var admin = await story.AsAsync("admin");
        var log = await StoryFixture.UntilAsync(
            admin, "/api/calls?take=10", page => page.GetProperty("items").EnumerateArray().Any(c => c.GetProperty("endReason").GetString() == "callerHungUp"));
        var call = log.GetProperty("items").EnumerateArray().First();
        call.GetProperty("callingNumber").GetString().ShouldBe("+905321112233");
        call.GetProperty("class").GetString().ShouldBe("knownIndividual");

        var record = await StoryFixture.UntilAsync(admin, $"/api/calls/{call.GetProperty("id").GetString()}", _ => true);
        record.GetProperty("menuPath").EnumerateArray().Select(step => step.GetProperty("key").GetString()).ShouldContain("3");
    }
}

using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Media;
using PlayEnd = Santral.Contracts.Calls.PlayEnd;

namespace Santral.Tests.Calls;

/// <summary>Announcements and keys, and that a keyed password is nowhere to be found.</summary>
public sealed class KeyTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task An_announcement_ends_by_itself()
    {
        await using var exchange = await Exchange.OpenAsync();
        var end = new TaskCompletionSource<PlayEnd>();
        var caller = exchange.Dial(async (line, gone) => end.SetResult(await line.PlayAsync([new PromptPart.Named("greeting")], stopOnKey: true, gone)));
        await exchange.Media.Asked.UntilAsync(c => c is Play);

        exchange.Media.FinishPlay(caller.Leg);

        (await end.Task).ShouldBe(PlayEnd.Finished);
    }

    [Fact]
    public async Task A_key_stops_the_announcement_and_stays_to_be_read()
    {
        await using var exchange = await Exchange.OpenAsync();
        var key = new TaskCompletionSource<char?>();
        var caller = exchange.Dial(async (line, gone) =>
        {
            (await line.PlayAsync([new PromptPart.Named("menu")], stopOnKey: true, gone)).ShouldBe(PlayEnd.Key);
            key.SetResult(await line.ReadKeyAsync(Wait, gone));
        });
        await exchange.Media.Asked.UntilAsync(c => c is Play);

        exchange.Media.FinishPlay(caller.Leg, Media.PlayEnd.Digit);
        caller.Press("3");

        (await key.Task).ShouldBe('3');
    }

    [Fact]
    public async Task Keys_typed_ahead_skip_the_announcement_and_come_in_order()
    {
        await using var exchange = await Exchange.OpenAsync();
        var typed = new TaskCompletionSource();
        var keys = new TaskCompletionSource<string>();
        var caller = exchange.Dial(async (line, gone) =>
        {
            await typed.Task;
            var first = await line.ReadKeyAsync(Wait, gone);
            var end = await line.PlayAsync([new PromptPart.Named("menu")], stopOnKey: true, gone);
            keys.SetResult($"{first}{end}{await line.ReadKeyAsync(Wait, gone)}{await line.ReadKeyAsync(Wait, gone)}");
        });
        caller.Press("12#");
        typed.SetResult();

        (await keys.Task).ShouldBe("1Key2#");
        exchange.Media.Asked.All.OfType<Play>().ShouldBeEmpty();
    }

    [Fact]
    public async Task No_key_in_time_is_none()
    {
        await using var exchange = await Exchange.OpenAsync();
        var key = new TaskCompletionSource<char?>();
        var caller = exchange.Dial(async (line, gone) => key.SetResult(await line.ReadKeyAsync(Wait, gone)));

        while (!key.Task.IsCompleted)
        {
            exchange.Clock.Advance(Wait);
            await Task.Yield();
        }

        (await key.Task).ShouldBeNull();
        (await caller.EndedAsync()).ShouldBe(CallEndReason.FlowEnded);
    }

    [Fact]
    public async Task A_keyed_password_reaches_its_reader_and_no_transcript_log_or_record()
    {
        await using var exchange = await Exchange.OpenAsync();
        var keyed = new TaskCompletionSource<string>();
        var asked = new TaskCompletionSource();
        var caller = exchange.Dial(async (line, gone) =>
        {
            line.Took(new MenuStep("main", "5", new Names("Kurumsal", "Företag", "Corporate"), exchange.Clock.GetUtcNow()));
            line.KeysAreSecret = true;
            asked.SetResult();
            var text = "";
            while (text.Length < 4)
            {
                text += await line.ReadKeyAsync(Wait, gone);
            }

            line.KeysAreSecret = false;
            keyed.SetResult(text);
        });
        await asked.Task;

        caller.Press("8317");

        (await keyed.Task).ShouldBe("8317");
        await caller.EndedAsync();
        caller.Heard.All.Count(h => h == "key •").ShouldBe(4);
        caller.Heard.All.ShouldNotContain(h => h.StartsWith("key 8", StringComparison.Ordinal));
        var (_, events) = await exchange.RecordAsync(caller.Line.Id);
        events.Select(e => e.Kind).ShouldBe([CallEventKind.Arrived, CallEventKind.Menu, CallEventKind.Ended]);
        events.Single(e => e.Kind == CallEventKind.Menu).Step!.Key.ShouldBe("5");
        exchange.Log.All.ShouldNotContain(l => l.Contains("8317", StringComparison.Ordinal) || l.Contains("Digit = 8", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_password_typed_ahead_is_dots_because_keys_are_written_when_they_are_read()
    {
        await using var exchange = await Exchange.OpenAsync();
        var typed = new TaskCompletionSource();
        var read = new TaskCompletionSource();
        var caller = exchange.Dial(async (line, gone) =>
        {
            await typed.Task;
            await line.ReadKeyAsync(Wait, gone);
            line.KeysAreSecret = true;
            await line.ReadKeyAsync(Wait, gone);
            await line.ReadKeyAsync(Wait, gone);
            read.SetResult();
        });

        caller.Press("583");
        typed.SetResult();
        await read.Task;

        caller.Heard.All.Where(h => h.StartsWith("key", StringComparison.Ordinal)).ShouldBe(["key 5", "key •", "key •"]);
    }

    [Fact]
    [Requirement("I-02")]
    public async Task A_known_caller_is_greeted_in_his_language()
    {
        await using var exchange = await Exchange.OpenAsync();
        var customer = new CustomerSummary(Id.New<CustomerId>(exchange.Clock), "1001", "Elif Yılmaz", CustomerKind.Individual, "en");
        exchange.Identify = (_, _) => Task.FromResult(new CallerIdentity(CallerClass.KnownIndividual, customer, []));
        var heard = new TaskCompletionSource<(string, CallerClass)>();

        var caller = exchange.Dial((line, _) =>
        {
            heard.SetResult((line.Language, line.Caller.Class));
            return Task.CompletedTask;
        });

        (await heard.Task).ShouldBe(("en", CallerClass.KnownIndividual));
        await caller.EndedAsync();
        (await exchange.RecordAsync(caller.Line.Id)).Record.CustomerId.ShouldBe(customer.Id);
    }

    [Fact]
    [Requirement("I-03")]
    public async Task A_customer_list_that_does_not_answer_in_two_seconds_leaves_the_caller_unidentified()
    {
        await using var exchange = await Exchange.OpenAsync();
        exchange.Identify = (_, stop) => new TaskCompletionSource<CallerIdentity>().Task;
        var taken = new TaskCompletionSource<CallerClass>();
        exchange.Dial((line, _) =>
        {
            taken.SetResult(line.Caller.Class);
            return Task.CompletedTask;
        });

        while (!taken.Task.IsCompleted)
        {
            exchange.Clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        (await taken.Task).ShouldBe(CallerClass.Unidentified);
    }
}

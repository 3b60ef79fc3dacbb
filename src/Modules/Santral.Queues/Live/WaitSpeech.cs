using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Queues.Live;

/// <summary>
/// Tells a waiting caller where he stands, between stretches of music; an agent who becomes free interrupts it. What is said is honest: nothing where too
/// little is known, and never more minutes than before.
/// </summary>
public sealed class WaitSpeech(QueueSet queues, TeamBook teams, QueueDay day, CallbackMenu callbacks, IServiceProvider services, TimeProvider clock)
{
    /// <summary>Where a team offers to call back and says nothing else, it says so this often.</summary>
    private static readonly TimeSpan OffersEvery = TimeSpan.FromSeconds(60);

    /// <summary>The caller's next turn, with what he is told until it comes.</summary>
    /// <param name="mayLeave">Whether he may ask to be called back.</param>
    internal async Task<QueueTurn> NextAsync(ICallLine line, QueueTicket ticket, bool mayLeave, CancellationToken hungUp)
    {
        if (mayLeave && teams.SettingsOf(ticket.Team) is { OffersCallback: true })
        {
            // What he typed ahead in the menus was meant for them.
            line.ForgetKeys();
        }

        while (teams.SettingsOf(ticket.Team) is { } team && (!team.Speech.IsSilent || team.OffersCallback))
        {
            var offers = mayLeave && team.OffersCallback;
            if (team.Speech.IsSilent && !offers)
            {
                break;
            }

            using var quiet = CancellationTokenSource.CreateLinkedTokenSource(hungUp);
            var turn = ticket.HasTurnAsync(quiet.Token).AsTask();
            var every = team.Speech.IsSilent ? OffersEvery : team.Speech.Every;
            var key = offers ? KeyAsync(line, every, quiet.Token) : SilenceAsync(every, quiet.Token);
            var first = await Task.WhenAny(turn, key);
            await quiet.CancelAsync();
            if (first == turn)
            {
                break;
            }

            hungUp.ThrowIfCancellationRequested();
            var end = await UntilTurnAsync(
                ticket,
                token => first == key && key.Result ? callbacks.OfferAsync(line, ticket, token) : SayAsync(line, ticket, team.Speech, offers, token),
                hungUp);
            if (end)
            {
                return new QueueTurn(null, QueueOutcome.CalledBack);
            }

            await line.StartMusicAsync(hungUp);
        }

        return await ticket.NextAsync(hungUp);
    }

    private async Task<bool> SilenceAsync(TimeSpan length, CancellationToken stop)
    {
        await Task.Delay(length, clock, stop);
        return false;
    }

    /// <summary>True when he pressed the key of the callback; any other key means nothing here.</summary>
    private static async Task<bool> KeyAsync(ICallLine line, TimeSpan length, CancellationToken stop) => await line.ReadKeyAsync(length, stop) == CallbackMenu.Key;

    /// <summary>Speaks until it is said, or until an agent is free: that is better than hearing the rest.</summary>
    private static async Task<bool> UntilTurnAsync(QueueTicket ticket, Func<CancellationToken, Task<bool>> speak, CancellationToken hungUp)
    {
        using var turnCame = CancellationTokenSource.CreateLinkedTokenSource(hungUp);
        var turn = ticket.HasTurnAsync(turnCame.Token).AsTask();
        var said = speak(turnCame.Token);
        await Task.WhenAny(turn, said);
        await turnCame.CancelAsync();
        try
        {
            return await said;
        }
        catch (OperationCanceledException) when (!hungUp.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Never true: nothing that is only said ends the waiting.</summary>
    private async Task<bool> SayAsync(ICallLine line, QueueTicket ticket, TeamSpeech speech, bool offers, CancellationToken stop)
    {
        var words = await WordsAsync(line, ticket, speech);
        if (offers)
        {
            words = $"{words} {services.GetRequiredService<ITexts>().Get(line.Language, "queues.say_callback_offer")}".Trim();
        }

        if (words is not null)
        {
            // A key stops it and is read after it.
            await line.PlayAsync([new PromptPart.Spoken(words)], stopOnKey: offers, stop);
        }

        return false;
    }

    private async Task<string?> WordsAsync(ICallLine line, QueueTicket ticket, TeamSpeech speech)
    {
        if (await queues.StandingAsync(ticket.Call) is not (var position, var staffed))
        {
            return null;
        }

        var texts = services.GetRequiredService<ITexts>();
        var words = new List<string>();
        if (speech.Position)
        {
            words.Add(texts.Get(line.Language, "queues.say_position", new Dictionary<string, object?> { ["position"] = position }));
        }

        var today = day.Today(ticket.Team);
        if (speech.Wait && HonestWait.Minutes(position, QueueMetrics.AverageHandlingTime(today), today.Handled, staffed, ticket.ToldMinutes) is { } minutes)
        {
            ticket.ToldMinutes = minutes;
            words.Add(minutes == 1
                ? texts.Get(line.Language, "queues.say_wait_one")
                : texts.Get(line.Language, "queues.say_wait", new Dictionary<string, object?> { ["minutes"] = minutes }));
        }

        return words.Count == 0 ? null : string.Join(' ', words);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;

namespace Santral.Queues.Live;

/// <summary>
/// A waiting caller asks to be called back: at the number he calls from, or at one he keys, read back to him. His place stands meanwhile, and an agent who
/// becomes free interrupts all of it.
/// </summary>
public sealed class CallbackMenu(ServeCallbacks callbacks, IServiceProvider services)
{
    /// <summary>Starts it, from the music or from an announcement.</summary>
    public const char Key = '1';

    private const char Yes = '1';
    private const char Other = '2';
    private const int Tries = 3;
    private const int Longest = 20;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Next = TimeSpan.FromSeconds(5);

    /// <summary>True when he was promised it and told so: he has left the queue.</summary>
    internal async Task<bool> OfferAsync(ICallLine line, QueueTicket ticket, CancellationToken interrupted)
    {
        line.ForgetKeys();
        var number = line.CallingNumber;
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (number is { } known)
            {
                switch (await AskAsync(line, "queues.say_callback_at", known, interrupted))
                {
                    case Yes:
                        return await PromiseAsync(line, ticket, known, interrupted);
                    case not Other:
                        return false;
                }
            }

            number = await KeyedAsync(line, interrupted);
            if (number is null)
            {
                await SayAsync(line, "queues.say_callback_wrong", null, stopOnKey: false, interrupted);
            }
        }

        return false;
    }

    private async Task<bool> PromiseAsync(ICallLine line, QueueTicket ticket, PhoneNumber number, CancellationToken interrupted)
    {
        if (callbacks.IsPromised(number, ticket.Team))
        {
            await SayAsync(line, "queues.say_callback_already", null, stopOnKey: false, interrupted);
            return false;
        }

        if (!await callbacks.PromiseAsync(ticket, line, number))
        {
            return false;
        }

        // Promised is promised, whatever he still hears of it.
        await SayAsync(line, "queues.say_callback_promised", null, stopOnKey: false, interrupted);
        return true;
    }

    private async Task<PhoneNumber?> KeyedAsync(ICallLine line, CancellationToken interrupted)
    {
        await SayAsync(line, "queues.say_callback_number", null, stopOnKey: true, interrupted);
        var digits = "";
        var wait = First;
        while (await line.ReadKeyAsync(wait, interrupted) is { } key && key != '#')
        {
            digits += char.IsAsciiDigit(key) && digits.Length < Longest ? key.ToString() : "";
            wait = Next;
        }

        var region = services.GetService<IOrganisation>()?.Find(line.Unit)?.Region ?? "TR";
        return PhoneNumber.TryRead(digits, region, out var number) ? number : null;
    }

    private async Task<char?> AskAsync(ICallLine line, string text, PhoneNumber number, CancellationToken interrupted)
    {
        await SayAsync(line, text, number, stopOnKey: true, interrupted);
        return await line.ReadKeyAsync(First, interrupted);
    }

    private Task<PlayEnd> SayAsync(ICallLine line, string text, PhoneNumber? number, bool stopOnKey, CancellationToken interrupted)
    {
        // Digit by digit, as people read a number.
        var digits = number is { } known ? string.Join(' ', known.Value.Where(char.IsAsciiDigit)) : "";
        var words = services.GetRequiredService<ITexts>().Get(line.Language, text, new Dictionary<string, object?> { ["number"] = digits });
        return line.PlayAsync([new PromptPart.Spoken(words)], stopOnKey, interrupted);
    }
}

using System.Text.Json;
using Santral.Contracts.Identity;
using Santral.Contracts.Mailroom;
using Santral.Processes.Domain;

namespace Santral.Processes.Jobs;

/// <summary>Sends one mail to a colleague, in his language: what happened, to which document, and what was said about it (P-19).</summary>
internal sealed class MailSender(IMailColleagues mail, IKnowPeople people, IKnowProcesses processes, ITexts texts)
{
    /// <param name="keepers">Who is told when it failed for good.</param>
    public async Task SendAsync(Delivery delivery, IReadOnlyList<UserId> keepers, DateTimeOffset now, CancellationToken stop)
    {
        var fact = JsonSerializer.Deserialize<StageMailDue>(delivery.BodyJson, SantralJson.Options)!;
        var trouble = new DeliveryTrouble(DeliveryProblem.NobodyLeft, "");
        foreach (var person in fact.To.Select(people.Find).OfType<Person>().Where(p => p.IsActive))
        {
            if (person.Email is not { } address)
            {
                trouble = new DeliveryTrouble(DeliveryProblem.NoEmail, person.DisplayName);
                continue;
            }

            var sent = await mail.SendAsync(
                new LetterToColleague(delivery.Id, fact.Document.Unit, address, person.DisplayName, Subject(fact, person.Language), Text(fact, person), fact.At), stop);
            switch (sent.End)
            {
                case ColleagueMailEnd.Sent:
                    delivery.Arrived();
                    return;
                case ColleagueMailEnd.NoMailbox:
                    delivery.NoMailbox(now);
                    return;
                case ColleagueMailEnd.Failed:
                    delivery.Failed(TroubleOf(sent), keepers, now);
                    return;
                default:
                    trouble = TroubleOf(sent);
                    break;
            }
        }

        delivery.GivenUp(trouble, keepers, now);
    }

    private static DeliveryTrouble TroubleOf(ColleagueMail sent)
        => new(Enum.TryParse<DeliveryProblem>(sent.Problem, ignoreCase: true, out var problem) ? problem : DeliveryProblem.Other, sent.Said ?? "");

    private string Subject(StageMailDue fact, string language)
        => texts.Get(language, $"processes.mail.{(IsWarning(fact) ? "warning" : "reached")}", new Dictionary<string, object?>
        {
            ["number"] = fact.Document.Number.Length > 0 ? fact.Document.Number : Typed.Line(fact.Document.Subject),
            // A warning to everybody stands in no stage.
            ["stage"] = fact.Stage.Length == 0 ? "" : processes.FindStage(fact.Document.Document, fact.Document.Unit, fact.Stage)?.Names.In(language) ?? fact.Stage,
        });

    private string Text(StageMailDue fact, Person person)
    {
        string[] lines =
        [
            texts.Get(person.Language, "processes.mail.greeting", new Dictionary<string, object?> { ["name"] = person.DisplayName }),
            "",
            Subject(fact, person.Language),
            .. fact.Document.Number.Length > 0 ? [fact.Document.Subject] : Array.Empty<string>(),
            .. fact.Comment is { Length: > 0 } comment ? ["", comment] : Array.Empty<string>(),
            .. fact.Document.Path is { Length: > 0 } path
                ? ["", texts.Get(person.Language, "processes.mail.where", new Dictionary<string, object?> { ["path"] = path })]
                : Array.Empty<string>(),
        ];
        return string.Join('\n', lines);
    }

    private static bool IsWarning(StageMailDue fact) => fact.Text is "stage_warning" or "announcement_warning";
}

using System.Text.Json;
using Santral.Processes.Data;
using Santral.Processes.Domain;
using Santral.Processes.Jobs;

namespace Santral.Processes.Reactions;

/// <summary>What a webhook's receiver reads.</summary>
/// <param name="Event">`stage.reached`.</param>
internal sealed record WebhookBody(
    string Event, string Document, Guid Id, string Number, string Subject, string Unit, string From, string Stage, StageKind Kind, DateTimeOffset At);

/// <summary>A webhook is written down, to be sent until it arrives.</summary>
internal sealed class WhenWebhookDue(ProcessesDb db, SendWebhooks sender, TimeProvider clock) : IReactTo<StageWebhookDue>
{
    public Task ReactAsync(StageWebhookDue fact, CancellationToken stop)
    {
        var d = fact.Document;
        var body = new WebhookBody("stage.reached", d.Document, d.Id, d.Number, d.Subject, d.Unit, fact.From, fact.Stage, fact.Kind, fact.At);
        var now = clock.GetUtcNow();
        db.Deliveries.Add(Delivery.Of(
            Guid.CreateVersion7(now), DeliveryKind.Webhook, d, fact.Stage, fact.Address, JsonSerializer.Serialize(body, SantralJson.Options), now));
        sender.WakeWhenSaved(db);
        return Task.CompletedTask;
    }
}

/// <summary>A mail is written down for each colleague, to be sent until it went.</summary>
internal sealed class WhenMailDue(ProcessesDb db, SendWebhooks sender, TimeProvider clock) : IReactTo<StageMailDue>
{
    public Task ReactAsync(StageMailDue fact, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var to in fact.To.Distinct())
        {
            db.Deliveries.Add(Delivery.Of(
                Guid.CreateVersion7(now), DeliveryKind.Mail, fact.Document, fact.Stage, fact.Text, JsonSerializer.Serialize(fact with { To = [to] }, SantralJson.Options), now, to));
        }

        sender.WakeWhenSaved(db);
        return Task.CompletedTask;
    }
}

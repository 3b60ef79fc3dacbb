using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Processes.Data;
using Santral.Processes.Domain;

namespace Santral.Processes.Features;

/// <summary>What entry actions and warnings sent outside, and what waits: webhooks and mails with their tries, mails too where no mailbox is set up.</summary>
public static class ListDeliveries
{
    private const int Most = 100;

    /// <param name="Secret">Signs every webhook: `X-Santral-Signature` is HMAC-SHA-256 of time, full stop and body.</param>
    /// <param name="PrivateAllowed">Whether addresses inside the house are called.</param>
    public sealed record Response(string Secret, bool PrivateAllowed, IReadOnlyList<Row> Items);

    public sealed record Row(
        Guid Id, DeliveryKind Kind, string Document, Guid DocumentId, string Number, string Stage, string Target, DeliveryState State, int Attempts, DateTimeOffset DueAt,
        DateTimeOffset? NextAt, string? LastError);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/processes/deliveries", HandleAsync)
            .RequirePermission(ProcessesPermissions.Settings).WithName("ListProcessDeliveries").WithTags("processes").WithSummary("Webhooks and mails of entry actions, newest first.");
        routes.MapPost("/processes/deliveries/{id:guid}/retry", RetryAsync)
            .RequirePermission(ProcessesPermissions.Settings).WithName("RetryProcessDelivery").WithTags("processes").WithSummary("Tries a failed webhook again.");
    }

    internal static async Task<Ok<Response>> HandleAsync(ProcessesDb db, WebhookOptions options, CancellationToken stop)
    {
        var rows = await db.Deliveries.AsNoTracking().OrderByDescending(d => d.DueAt).ThenByDescending(d => d.Id).Take(Most).ToListAsync(stop);
        return TypedResults.Ok(new Response(
            (await db.WebhookKeys.AsNoTracking().SingleAsync(stop)).Secret,
            options.AllowPrivate,
            [.. rows.Select(d => new Row(
                d.Id, d.Kind, d.Document, d.DocumentId, d.Number, d.Stage, d.Target, d.State, d.Attempts, d.DueAt, d.State == DeliveryState.Waiting ? d.NextAt : null, d.LastError))]));
    }

    internal static async Task<NoContent> RetryAsync(Guid id, ProcessesDb db, TimeProvider clock, CancellationToken stop)
    {
        var delivery = await db.Deliveries.SingleOrDefaultAsync(d => d.Id == id, stop) ?? throw new Refusal("processes.delivery_unknown", RefusalKind.Unknown);
        if (delivery.State != DeliveryState.Failed)
        {
            throw new Refusal("processes.delivery_not_failed");
        }

        delivery.TryAgain(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return TypedResults.NoContent();
    }
}

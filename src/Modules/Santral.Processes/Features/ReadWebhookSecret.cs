using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Processes.Data;
using Santral.Processes.Domain;

namespace Santral.Processes.Features;

/// <summary>The secret that signs webhooks, to whoever sets up their receiver; that he read it is written down before he sees it.</summary>
public static class ReadWebhookSecret
{
    /// <param name="Secret">`X-Santral-Signature` is HMAC-SHA-256 by it of time, full stop and body.</param>
    /// <param name="PrivateAllowed">Whether addresses inside the house are called.</param>
    public sealed record Response(string Secret, bool PrivateAllowed);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/processes/deliveries/secret", HandleAsync)
        .RequirePermission(ProcessesPermissions.Settings)
        .WithName("ReadWebhookSecret")
        .WithTags("processes")
        .WithSummary("The secret that signs webhooks; each look is audited.");

    internal static async Task<Ok<Response>> HandleAsync(ProcessesDb db, WebhookOptions options, HttpResponse answer, CancellationToken stop)
    {
        var key = await db.WebhookKeys.AsNoTracking().SingleAsync(stop);
        db.WriteAct(nameof(WebhookKey), WebhookKey.AuditId, "secret_read");
        await db.SaveChangesAsync(stop);
        answer.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(key.Secret, options.AllowPrivate));
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Processes.Data;
using Santral.Processes.Domain;
using Santral.Processes.Jobs;

namespace Santral.Processes.Features;

/// <summary>Tries a webhook or a mail again that failed for good; it has all its tries anew.</summary>
public static class RetryDelivery
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/processes/deliveries/{id:guid}/retry", HandleAsync)
        .RequirePermission(ProcessesPermissions.Settings)
        .WithName("RetryProcessDelivery")
        .WithTags("processes")
        .WithSummary("Tries a failed webhook or mail again.");

    internal static async Task<NoContent> HandleAsync(Guid id, ProcessesDb db, SendWebhooks sender, TimeProvider clock, CancellationToken stop)
    {
        var delivery = await db.Deliveries.SingleOrDefaultAsync(d => d.Id == id, stop) ?? throw new Refusal("processes.delivery_unknown", RefusalKind.Unknown);
        delivery.TryAgain(clock.GetUtcNow());
        db.WriteAct(nameof(Delivery), id, "tried_again");
        await db.SaveChangesAsync(stop);
        sender.Wake();
        return TypedResults.NoContent();
    }
}

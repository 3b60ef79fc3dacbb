using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>What a customer agreed to or took back, with every declaration that led there.</summary>
public static class Consents
{
    private const int Most = 200;

    public sealed record Request(ConsentKind Kind, ConsentChannel Channel, bool IsGiven, [StringLength(Consent.LongestTextVersion, MinimumLength = 1)] string TextVersion);

    /// <param name="IsCurrent">The last declaration of its kind and channel: the one that holds.</param>
    public sealed record Row(Guid Id, ConsentKind Kind, ConsentChannel Channel, bool IsGiven, string TextVersion, string? By, DateTimeOffset At, bool IsCurrent);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/customers/{id}/consents", ListAsync)
            .RequirePermission(CustomersPermissions.Read)
            .WithName("ListConsents")
            .WithTags("customers")
            .WithSummary("A customer's declarations, newest first.");
        routes.MapPost("/customers/{id}/consents", DeclareAsync)
            .RequirePermission(CustomersPermissions.Write)
            .WithName("DeclareConsent")
            .WithTags("customers")
            .WithSummary("Writes down that a customer agreed or took it back.");
    }

    internal static async Task<Ok<IReadOnlyList<Row>>> ListAsync(CustomerId id, CustomersDb db, IGuardAccounts guard, IKnowPeople people, CancellationToken stop)
    {
        var customer = await db.OrRefuseAsync(id, stop);
        guard.OrRefuse(id, customer.Kind, AccountOperations.Card);
        return TypedResults.Ok(await RowsAsync(id, db, people, stop));
    }

    internal static async Task<Ok<IReadOnlyList<Row>>> DeclareAsync(
        CustomerId id, Request request, CustomersDb db, IGuardAccounts guard, IKnowPeople people, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var customer = await db.OrRefuseAsync(id, stop);
        guard.OrRefuse(id, customer.Kind, AccountOperations.ChangeCustomer, DisclosureWay.Done);
        customer.RefuseErased();
        var version = Typed.Line(request.TextVersion) ?? throw new Refusal("customers.text_version_needed", RefusalKind.Invalid);
        var now = clock.GetUtcNow();
        var last = await db.Consents.AsNoTracking().Where(c => c.CustomerId == id && c.Kind == request.Kind && c.Channel == request.Channel)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).FirstOrDefaultAsync(stop);

        // The same declaration sent twice is one.
        if (last is null || last.IsGiven != request.IsGiven || last.TextVersion != version)
        {
            db.Consents.Add(new Consent(Guid.CreateVersion7(now), id, request.Kind, request.Channel, request.IsGiven, version, user.Id, now));
            await db.SaveChangesAsync(stop);
        }

        return TypedResults.Ok(await RowsAsync(id, db, people, stop));
    }

    private static async Task<IReadOnlyList<Row>> RowsAsync(CustomerId id, CustomersDb db, IKnowPeople people, CancellationToken stop)
    {
        var all = await db.Consents.AsNoTracking().Where(c => c.CustomerId == id)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(Most).ToListAsync(stop);
        var current = all.DistinctBy(c => (c.Kind, c.Channel)).Select(c => c.Id).ToHashSet();
        return [.. all.Select(c => new Row(
            c.Id, c.Kind, c.Channel, c.IsGiven, c.TextVersion, c.By is { } by ? people.Find(by)?.DisplayName : null, c.At, current.Contains(c.Id)))];
    }
}

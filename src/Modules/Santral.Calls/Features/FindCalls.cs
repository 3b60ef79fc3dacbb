using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Contracts.Calls;

namespace Santral.Calls.Features;

/// <summary>The call log, newest first (I-01). Who may not read the log sees his own; who may sees those of his units.</summary>
public static class FindCalls
{
    private const int DefaultTake = 50;

    public sealed record Query
    {
        /// <summary>Where the part before ended (`next` of its page).</summary>
        [FromQuery] public DateTimeOffset? Before { get; init; }

        [FromQuery, Range(1, 200)] public int? Take { get; init; }

        [FromQuery, MaxLength(CallLimits.Code)] public string? Unit { get; init; }

        /// <summary>A part of the calling number.</summary>
        [FromQuery, MaxLength(CallLimits.CalledNumber)] public string? Number { get; init; }

        [FromQuery] public UserId? Agent { get; init; }

        [FromQuery] public CallEndReason? Reason { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/calls", HandleAsync)
        .RequireAuthorization()
        .WithName("FindCalls")
        .WithTags("calls")
        .WithSummary("The call log, newest first.");

    internal static async Task<Ok<Page<CallRow>>> HandleAsync(
        [AsParameters] Query query, CallsDb db, CallRows rows, CallSight sight, CancellationToken stop)
    {
        var calls = sight.Of(db.Calls.AsNoTracking());
        if (query.Before is { } before)
        {
            calls = calls.Where(c => c.ArrivedAt < before);
        }

        if (query.Unit is { Length: > 0 } unit)
        {
            calls = calls.Where(c => c.Unit == unit);
        }

        if (query.Agent is { } agent)
        {
            calls = calls.Where(c => c.Agent == agent);
        }

        if (query.Reason is { } reason)
        {
            calls = calls.Where(c => c.EndReason == reason);
        }

        if (query.Number is { Length: > 0 } number)
        {
            var digits = string.Concat(number.Where(char.IsAsciiDigit)).TrimStart('0');
            calls = calls.Where(c => c.CallingNumber!.Contains(digits));
        }

        var take = query.Take ?? DefaultTake;
        var found = await calls.OrderByDescending(c => c.ArrivedAt).Take(take + 1).ToListAsync(stop);
        var items = await rows.OfAsync(found.Take(take).ToList(), stop);
        var next = found.Count > take ? items[^1].ArrivedAt.ToString("O", CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new Page<CallRow>(items, next, null));
    }
}

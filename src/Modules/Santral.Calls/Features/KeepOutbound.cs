using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;

namespace Santral.Calls.Features;

/// <summary>Who may call what: a rule for each role that has one, and one for everybody else; and what was called lately.</summary>
public static class KeepOutbound
{
    private const int Lately = 100;

    /// <param name="Role">Code of the role; empty for everybody whose roles have no rule.</param>
    /// <param name="Names">Null for everybody.</param>
    /// <param name="IsWritten">False: nobody wrote it, it is what holds by itself.</param>
    public sealed record Rule(
        string Role, Names? Names, bool IsWritten, bool National, bool International, bool Premium, string Allowed, string Barred, int PerHour, bool Transfers, int Version);

    public sealed record RuleRequest(
        int Version,
        bool National,
        bool International,
        bool Premium,
        [property: MaxLength(OutboundRule.LongestPrefixes)] string? Allowed,
        [property: MaxLength(OutboundRule.LongestPrefixes)] string? Barred,
        int PerHour,
        bool Transfers);

    public sealed record Dialled(
        DateTimeOffset At, CallRow.Named<UserId> By, PhoneNumber Number, string Unit, OutboundWay Way, CallId CallId, string? Trunk, DialledOutcome Outcome, int Code, DateTimeOffset? EndedAt);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var outbound = routes.MapGroup("/calls/outbound").RequirePermission(CallsPermissions.Settings).WithTags("calls");
        outbound.MapGet("/rules", ListAsync).WithName("ListOutboundRules").WithSummary("The rule of each role; those without one are under the last, everybody's.");
        outbound.MapPut("/rules/{role}", KeepAsync).WithName("KeepOutboundRule").WithSummary("Writes the rule of a role, or of everybody (`-`).");
        outbound.MapDelete("/rules/{role}", RemoveAsync).WithName("RemoveOutboundRule").WithSummary("Takes a rule away: the role is under everybody's again.");
        outbound.MapGet("/dialled", DialledAsync).WithName("ListDialled").WithSummary("The last numbers called, newest first.");
    }

    internal static async Task<Ok<IReadOnlyList<Rule>>> ListAsync(CallsDb db, IKnowRoles roles, CancellationToken stop)
    {
        var rules = await db.OutboundRules.AsNoTracking().ToDictionaryAsync(r => r.Role, stop);
        var everybody = rules.GetValueOrDefault(OutboundRule.Everybody);
        return TypedResults.Ok<IReadOnlyList<Rule>>(
        [
            .. roles.All.Select(r => Of(r.Code, r.Names, rules.GetValueOrDefault(r.Code), everybody)),
            Of(OutboundRule.Everybody, null, everybody, null),
        ]);
    }

    internal static async Task<Results<Ok<Rule>, ProblemHttpResult>> KeepAsync(
        string role, RuleRequest body, CallsDb db, IKnowRoles roles, ITexts texts, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var (code, names) = RoleOrRefuse(role, roles);
        var plan = new OutboundPlan(body.National, body.International, body.Premium, body.Allowed ?? "", body.Barred ?? "", body.PerHour, body.Transfers);
        var rule = await db.OutboundRules.SingleOrDefaultAsync(r => r.Role == code, stop);
        if ((rule?.Version ?? 0) != body.Version)
        {
            return StaleSave.Problem(texts, user, Of(code, names, rule, null));
        }

        if (rule is null)
        {
            rule = OutboundRule.For(Guid.CreateVersion7(clock.GetUtcNow()), code, plan);
            db.OutboundRules.Add(rule);
        }
        else
        {
            rule.Change(plan);
        }

        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(Of(code, names, rule, null));
    }

    internal static async Task<NoContent> RemoveAsync(string role, CallsDb db, IKnowRoles roles, CancellationToken stop)
    {
        var (code, _) = RoleOrRefuse(role, roles);
        if (await db.OutboundRules.SingleOrDefaultAsync(r => r.Role == code, stop) is { } rule)
        {
            db.OutboundRules.Remove(rule);
            await db.SaveChangesAsync(stop);
        }

        return TypedResults.NoContent();
    }

    internal static async Task<Ok<IReadOnlyList<Dialled>>> DialledAsync(CallsDb db, IKnowPeople people, CancellationToken stop)
    {
        var lines = await db.Dialled.AsNoTracking().OrderByDescending(d => d.At).Take(Lately).ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<Dialled>>(lines.ConvertAll(d => new Dialled(
            d.At, new CallRow.Named<UserId>(d.By, people.Find(d.By)?.DisplayName ?? ""), d.Number, d.Unit, d.Way, d.CallId, d.Trunk, d.Outcome, d.Code, d.EndedAt)));
    }

    private static (string Code, Names? Names) RoleOrRefuse(string role, IKnowRoles roles)
        => role == "-" ? (OutboundRule.Everybody, null)
            : roles.All.FirstOrDefault(r => r.Code == role) is { } known ? (known.Code, known.Names)
            : throw new Refusal("calls.role_unknown", RefusalKind.Unknown);

    private static Rule Of(string role, Names? names, OutboundRule? own, OutboundRule? everybody)
    {
        var rule = own ?? everybody ?? OutboundRule.Default;
        return new Rule(
            role, names, own is not null, rule.National, rule.International, rule.Premium, rule.Allowed, rule.Barred, rule.PerHour, rule.Transfers, own?.Version ?? 0);
    }
}

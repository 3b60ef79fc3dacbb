using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Santral.Identity.Access;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>The first-run guide's answers: the organisation with one business unit, and its first administrator. Only on an empty installation.</summary>
internal static class SetUp
{
    private const string FirstUnit = "main";

    public sealed record Request(
        [property: Required, MaxLength(120)] string Organisation,
        [property: Required, RegularExpression(Languages.Pattern)] string Language,
        [property: Required, MaxLength(60)] string TimeZone,
        [property: Required] Administrator Admin);

    public sealed record Administrator(
        [property: Required, MaxLength(UserNames.MaxLength)] string UserName,
        [property: Required, MaxLength(120)] string DisplayName,
        [property: Required, MaxLength(PasswordRules.MaxLength)] string Password);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/setup", HandleAsync)
        .AllowAnonymous().WithName("SetUp").WithTags("identity").WithSummary("Set an empty installation up");

    internal static async Task<Ok<ShowSetUp.Response>> HandleAsync(
        Request request, DemoLoader loader, OrganisationInMemory organisation, People people, IServiceScopeFactory scopes, Passwords passwords, TimeProvider clock)
    {
        await loader.SetUpAsync(
            async () =>
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<ActingUser>().BecomeSystem();
                var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
                Fill(db, request, passwords, clock);
                await db.SaveChangesAsync(CancellationToken.None);
            },
            CancellationToken.None);
        return TypedResults.Ok(ShowSetUp.Of(organisation, people));
    }

    private static void Fill(IdentityDb db, Request request, Passwords passwords, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var organisation = Organisation.Found(Id.New<OrganisationId>(clock), request.Organisation, request.Language, request.TimeZone, isDemo: false);
        organisation.FinishSetUp(now);
        var name = organisation.Name;
        var unit = Unit.Found(
            Id.New<UnitId>(clock),
            FirstUnit,
            new Names(name, name, name),
            SeriesIn(request.Language),
            request.Language,
            TimeZones.RegionOf(request.TimeZone, request.Language),
            request.TimeZone,
            1);
        var admin = User.Add(
            Id.New<UserId>(clock), request.Admin.UserName, request.Admin.DisplayName, request.Language, new CodeSet([Role.Admin]), now);
        PasswordRules.CheckOrRefuse(request.Admin.Password, admin.UserName);
        admin.TakePassword(passwords.Hash(request.Admin.Password));
        db.AddRange(organisation, unit, admin);
    }

    // The prefix of request numbers, from the word for a request in D1: çağrı başvurusu, kundförfrågan, request.
    private static string SeriesIn(string language) => language switch
    {
        "tr" => "ÇB",
        "sv" => "KF",
        _ => "RQ",
    };
}

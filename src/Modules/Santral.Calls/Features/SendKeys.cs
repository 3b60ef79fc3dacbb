using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Calls.Domain;
using Santral.Calls.Live;
using Santral.Contracts.Calls;

namespace Santral.Calls.Features;

/// <summary>Sends telephone keys to the caller's side, for another company's menu.</summary>
public static class SendKeys
{
    public sealed record Request([property: Required, RegularExpression("^[0-9*#A-D]+$"), MaxLength(CallLimits.KeysAtOnce)] string Keys);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/calls/{id}/keys", HandleAsync)
        .RequirePermission(CallsPermissions.Take)
        .WithName("SendKeys")
        .WithTags("calls")
        .WithSummary("Sends keys to the caller's side (RFC 4733).");

    internal static async Task<NoContent> HandleAsync(CallId id, Request request, LiveCalls calls, ICurrentUser user)
    {
        await calls.FindOrRefuse(id).SendKeysByAsync(user.IdOrRefuse(), request.Keys);
        return TypedResults.NoContent();
    }
}

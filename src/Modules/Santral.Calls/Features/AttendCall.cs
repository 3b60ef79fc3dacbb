using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Calls.Data;
using Santral.Calls.Live;
using Santral.Contracts.Calls;

namespace Santral.Calls.Features;

/// <summary>A supervisor listens to a running conversation, whispers to its agent, or joins in. Each beginning, change and end stands in the audit trail.</summary>
public static class AttendCall
{
    public sealed record Request([property: EnumDataType(typeof(AttendMode))] AttendMode Mode);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var attend = routes.MapGroup("/calls/{id}/attend").RequirePermission(CallsPermissions.Supervise).WithTags("calls");
        attend.MapPost("", HandleAsync).WithName("AttendCall").WithSummary("Listens, whispers or joins, by the phone the person has open; also changes between them.");
        attend.MapPost("/end", EndAsync).WithName("StopAttendingCall").WithSummary("Leaves the conversation.");
    }

    internal static async Task<NoContent> HandleAsync(
        CallId id, Request request, LiveCalls calls, SupervisorSight sight, CallsDb db, ICurrentUser user, CancellationToken stop)
    {
        var line = Seen(id, calls, sight);
        await line.AttendByAsync(user.IdOrRefuse(), request.Mode);
        db.WriteAct("Call", id.Value, request.Mode switch
        {
            AttendMode.Join => "joined",
            AttendMode.Whisper => "whispered",
            _ => "overheard",
        });
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch
        {
            // What cannot be written down may not be done.
            await line.StopAttendingByAsync(user.IdOrRefuse());
            throw;
        }

        return TypedResults.NoContent();
    }

    internal static async Task<NoContent> EndAsync(CallId id, LiveCalls calls, SupervisorSight sight, CallsDb db, ICurrentUser user, CancellationToken stop)
    {
        if (calls.Find(id) is { } line && line.Attended?.By == user.IdOrRefuse())
        {
            await line.StopAttendingByAsync(user.IdOrRefuse());
            db.WriteAct("Call", id.Value, "left");
            await db.SaveChangesAsync(stop);
        }

        return TypedResults.NoContent();
    }

    private static CallLine Seen(CallId id, LiveCalls calls, SupervisorSight sight)
        => calls.FindOrRefuse(id) is { } line && sight.Sees(line.Unit) ? line : throw new Refusal("calls.not_yours", RefusalKind.Forbidden);
}

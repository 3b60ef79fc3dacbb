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

/// <summary>Remarks about a customer, newest first.</summary>
public static class CustomerNotes
{
    private const int Most = 100;

    public sealed record Request([StringLength(CustomerNote.LongestText, MinimumLength = 1)] string Text);

    public sealed record Row(Guid Id, string Text, string? By, DateTimeOffset At);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/customers/{id}/notes", ListAsync)
            .RequirePermission(CustomersPermissions.Read)
            .WithName("ListCustomerNotes")
            .WithTags("customers")
            .WithSummary("Remarks about a customer, newest first.");
        routes.MapPost("/customers/{id}/notes", AddAsync)
            .RequirePermission(CustomersPermissions.Write)
            .WithName("AddCustomerNote")
            .WithTags("customers")
            .WithSummary("Adds a remark about a customer.");
        routes.MapDelete("/customers/{id}/notes/{note}", RemoveAsync)
            .RequirePermission(CustomersPermissions.Write)
            .WithName("RemoveCustomerNote")
            .WithTags("customers")
            .WithSummary("Takes a remark away.");
    }

    internal static async Task<Ok<IReadOnlyList<Row>>> ListAsync(CustomerId id, CustomersDb db, IGuardAccounts guard, IKnowPeople people, CancellationToken stop)
    {
        var customer = await db.OrRefuseAsync(id, stop);
        guard.OrRefuse(id, customer.Kind, AccountOperations.Card);
        var notes = await db.Notes.AsNoTracking().Where(n => n.CustomerId == id).OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(Most).ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<Row>>([.. notes.Select(n => Of(n, people))]);
    }

    internal static async Task<Ok<Row>> AddAsync(
        CustomerId id, Request request, CustomersDb db, Once once, IKnowPeople people, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var customer = await db.OrRefuseAsync(id, stop);
        customer.RefuseErased();
        var text = Typed.Lines(request.Text) is { Length: > 0 } written ? written : throw new Refusal("customers.note_empty", RefusalKind.Invalid);
        var (made, _) = await once.MakeAsync(new { NoteOf = id, request }, Add, stop);
        return TypedResults.Ok(Of(await db.Notes.AsNoTracking().SingleAsync(n => n.Id == made, stop), people));

        Task<Guid> Add()
        {
            var now = clock.GetUtcNow();
            var note = new CustomerNote(Guid.CreateVersion7(now), id, text, user.Id, now);
            db.Notes.Add(note);
            return Task.FromResult(note.Id);
        }
    }

    internal static async Task<NoContent> RemoveAsync(CustomerId id, Guid note, CustomersDb db, CancellationToken stop)
    {
        db.Notes.Remove(await db.Notes.SingleOrDefaultAsync(n => n.Id == note && n.CustomerId == id, stop)
            ?? throw new Refusal("customers.note_unknown", RefusalKind.Unknown));
        await db.SaveChangesAsync(stop);
        return TypedResults.NoContent();
    }

    private static Row Of(CustomerNote note, IKnowPeople people)
        => new(note.Id, note.Text, note.By is { } by ? people.Find(by)?.DisplayName : null, note.At);
}

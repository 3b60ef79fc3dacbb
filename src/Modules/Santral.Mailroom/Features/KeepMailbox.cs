using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Mailroom.Data;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Jobs;

namespace Santral.Mailroom.Features;

/// <summary>Setting mailboxes up, pausing and removing them; the loops follow at once.</summary>
public static class KeepMailbox
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var mailboxes = routes.MapGroup("/mail/mailboxes").RequirePermission(MailroomPermissions.Settings).WithTags("mailroom");
        mailboxes.MapPost("", AddAsync).WithName("AddMailbox").WithSummary("Sets a mailbox up; its letters are fetched from now on.");
        mailboxes.MapPut("/{id}", ChangeAsync).WithName("ChangeMailbox").WithSummary("Changes a mailbox; a password that is not sent stays.");
        mailboxes.MapPut("/{id}/pause", PauseAsync).WithName("PauseMailbox").WithSummary("Fetches no letters until it goes on; letters that wait still go.");
        mailboxes.MapDelete("/{id}/pause", GoOnAsync).WithName("ResumeMailbox").WithSummary("Fetches letters again.");
        mailboxes.MapDelete("/{id}", RemoveAsync).WithName("RemoveMailbox").WithSummary("Removes a mailbox that never had a letter; others are paused.");
    }

    internal static async Task<Created<MailboxCard>> AddAsync(
        MailboxRequest body, ReadMailboxRequest read, MailroomDb db, MailroomBell bell, TimeProvider clock, CancellationToken stop)
    {
        var mailbox = Mailbox.SetUp(Id.New<MailboxId>(clock), read.OrRefuse(body, null));
        db.Mailboxes.Add(mailbox);
        return TypedResults.Created($"/api/mail/mailboxes/{mailbox.Id}", await SaveAsync(mailbox, db, bell, stop));
    }

    internal static async Task<Results<Ok<MailboxCard>, ProblemHttpResult>> ChangeAsync(
        MailboxId id, MailboxRequest body, ReadMailboxRequest read, MailroomDb db, MailroomBell bell, ITexts texts, ICurrentUser user, CancellationToken stop)
    {
        var mailbox = await FindAsync(db, id, stop);
        if (mailbox.Version != body.Version)
        {
            return StaleSave.Problem(texts, user, await CardAsync(mailbox, db, stop));
        }

        mailbox.Change(read.OrRefuse(body, mailbox));
        return TypedResults.Ok(await SaveAsync(mailbox, db, bell, stop));
    }

    internal static async Task<Ok<MailboxCard>> PauseAsync(MailboxId id, MailroomDb db, MailroomBell bell, CancellationToken stop)
    {
        var mailbox = await FindAsync(db, id, stop);
        mailbox.Pause();
        return TypedResults.Ok(await SaveAsync(mailbox, db, bell, stop));
    }

    internal static async Task<Ok<MailboxCard>> GoOnAsync(MailboxId id, MailroomDb db, MailroomBell bell, CancellationToken stop)
    {
        var mailbox = await FindAsync(db, id, stop);
        mailbox.GoOn();
        return TypedResults.Ok(await SaveAsync(mailbox, db, bell, stop));
    }

    internal static async Task<NoContent> RemoveAsync(MailboxId id, MailroomDb db, MailroomBell bell, CancellationToken stop)
    {
        var mailbox = await FindAsync(db, id, stop);
        if (await db.Received.AnyAsync(l => l.MailboxId == id, stop) || await db.Sent.AnyAsync(l => l.MailboxId == id, stop))
        {
            throw new Refusal("mailroom.mailbox_used", RefusalKind.State);
        }

        db.Mailboxes.Remove(mailbox);
        await db.SaveChangesAsync(stop);
        bell.MailboxesChanged();
        return TypedResults.NoContent();
    }

    private static async Task<Mailbox> FindAsync(MailroomDb db, MailboxId id, CancellationToken stop)
        => await db.Mailboxes.SingleOrDefaultAsync(m => m.Id == id, stop) ?? throw new Refusal("mailroom.mailbox_unknown", RefusalKind.Unknown);

    private static async Task<MailboxCard> SaveAsync(Mailbox mailbox, MailroomDb db, MailroomBell bell, CancellationToken stop)
    {
        if (await db.Mailboxes.AsNoTracking().AnyAsync(m => m.AddressKey == mailbox.AddressKey && m.Id != mailbox.Id, stop))
        {
            throw new Refusal("mailroom.address_twice", RefusalKind.State, ("address", mailbox.Address));
        }

        await db.SaveChangesAsync(stop);
        bell.MailboxesChanged();
        return await CardAsync(mailbox, db, stop);
    }

    private static async Task<MailboxCard> CardAsync(Mailbox mailbox, MailroomDb db, CancellationToken stop)
        => MailboxCard.Of(
            mailbox,
            await db.States.AsNoTracking().SingleOrDefaultAsync(s => s.MailboxId == mailbox.Id, stop),
            await db.Sent.CountAsync(l => l.MailboxId == mailbox.Id && l.DueAt != null, stop));
}

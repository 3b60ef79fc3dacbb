using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Requests.Data;
using Santral.Requests.Domain;
using Santral.Requests.Features;
using Santral.Requests.Templates;

namespace Santral.Requests.Letters;

/// <summary>
/// Letters open requests and join them (H-01, H-02). Each is a contact of its own whose id is the letter's: the row that says it is done.
/// </summary>
internal sealed class TakeLetters(
    RequestsDb db,
    ReadRequest read,
    StageCatalog stages,
    IOrganisation organisation,
    IKnowDefinitions definitions,
    NameDefinitions names,
    IFindCustomer customers,
    AnswerByItself answers) : ITakeLetters
{
    public async Task<LetterTaken> OpenAsync(OpeningLetter letter, CancellationToken stop)
    {
        var id = RequestId.From(letter.LetterId);
        if (await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is { } before)
        {
            return Of(before);
        }

        var unit = organisation.Find(letter.Unit) ?? (organisation.Units is [var first, ..] ? first : null) ?? throw new Refusal("requests.no_unit", RefusalKind.State);
        var customer = letter.Customer is { } known ? await customers.FindAsync(known, stop) : null;
        var opening = new Opening(unit.Code, unit.RequestSeries, null, customer?.Id, customer?.Name, ChannelOf(letter.IsFax), names.DefaultPriority(unit.Code));
        var opened = Request.Open(id, opening, stages.Of(unit.Code), null, letter.At);
        opened.Describe(DescriptionOf(letter, unit, opening, customer), stages.Of(unit.Code), null, letter.At);
        db.Requests.Add(opened);
        db.Interactions.Add(Interaction.ByLetter(letter.LetterId, ChannelOf(letter.IsFax), unit.Code, customer?.Id, id, letter.At));
        if (letter.Follows is { } older && await db.Requests.AnyAsync(r => r.Id == older, stop))
        {
            db.Links.Add(new RequestLink(id, older, null, letter.At));
        }

        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // The same letter at the same moment on another node: its request is the answer.
            db.ChangeTracker.Clear();
            return await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is { } twin ? Of(twin) : throw new Refusal("requests.not_opened", RefusalKind.Unavailable);
        }

        return Of(opened);
    }

    public async Task<LetterTaken?> JoinAsync(JoiningLetter letter, CancellationToken stop)
    {
        if (await db.Interactions.AsNoTracking().SingleOrDefaultAsync(i => i.Id == letter.LetterId, stop) is { RequestId: { } done })
        {
            return Of(await db.Requests.AsNoTracking().SingleAsync(r => r.Id == done, stop));
        }

        if (await FollowedAsync(letter.Request, stop) is not { } request
            || (!letter.IsAutomatic && request.EndedAt is { } ended && ended + letter.TakesUpWithin < letter.At))
        {
            return null;
        }

        request.HearLetter(letter.From, letter.IsAutomatic, stages.Of(request.Unit), letter.At);
        db.Interactions.Add(Interaction.ByLetter(letter.LetterId, ChannelOf(letter.IsFax), request.Unit, letter.Customer ?? request.CustomerId, request.Id, letter.At));
        await db.SaveChangesAsync(stop);
        return Of(request);
    }

    public async Task<string?> AnswerAsync(RequestId id, CancellationToken stop) => await answers.OnAsync(await read.LoadAsync(id, stop), stop);

    public Task<UserId?> OwnerAsync(RequestId id, CancellationToken stop)
        => db.Requests.AsNoTracking().Where(r => r.Id == id).Select(r => r.OwnerId).SingleOrDefaultAsync(stop);

    /// <summary>Merges of merges: bounded, because a circle would be a mistake that must not stop the mail.</summary>
    private async Task<Request?> FollowedAsync(RequestId id, CancellationToken stop)
    {
        for (var step = 0; step < 20; step++)
        {
            var request = await db.Requests.Include(r => r.Search).Include(r => r.Watchers).SingleOrDefaultAsync(r => r.Id == id, stop);
            if (request?.MergedIntoId is not { } into)
            {
                return request;
            }

            id = into;
        }

        return null;
    }

    private Description DescriptionOf(OpeningLetter letter, BusinessUnit unit, Opening opening, CustomerSummary? customer)
    {
        var category = letter.Category is { } id && definitions.Find(id) is { IsActive: true } row && row.Table == DefinitionTables.RequestCategories && (row.Unit is null || row.Unit == unit.Code)
            ? row.Id : (DefinitionId?)null;
        var method = definitions.FindByCode(DefinitionTables.ContactMethods, letter.IsFax ? "fax" : "email") is { IsActive: true } email && (email.Unit is null || email.Unit == unit.Code) ? email.Id : (DefinitionId?)null;
        return new Description(
            null, Cut(Typed.Line(letter.Subject) ?? "", Request.LongestSubject), Cut(Typed.Lines(letter.Text), Request.LongestText), category, new Dictionary<string, string>(),
            opening.PriorityId, method, customer?.Id, customer?.Name, null, null, RequestSections.Empty);
    }

    private static Channel ChannelOf(bool isFax) => isFax ? Channel.Fax : Channel.Email;

    // Never through the middle of a letter that needs two places.
    private static string Cut(string text, int longest)
        => text.Length <= longest ? text : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] : text[..longest];

    private static LetterTaken Of(Request request) => new(request.Id, request.Number!, request.Unit, request.Subject, request.CustomerId, request.OwnerId);
}

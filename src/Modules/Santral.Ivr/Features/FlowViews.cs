using System.Text.Json;
using Santral.Contracts.Identity;
using Santral.Ivr.Data;
using Santral.Ivr.Domain;

namespace Santral.Ivr.Features;

/// <summary>A flow as its designer sees it; also the answer of every change and the `current` of a stale one.</summary>
/// <param name="Draft">Null while nobody has changed anything since the published revision.</param>
/// <param name="Problems">Of the draft, or of the published revision where there is none.</param>
public sealed record FlowView(
    string Code, Names Names, string Unit, IReadOnlyList<string> Numbers, PublishedFlow Published, DrawnFlow? Draft, IReadOnlyList<FlowProblem> Problems);

public sealed record PublishedFlow(int Version, DateTimeOffset At, string? By, string? Note, JsonElement Document);

/// <param name="Version">What the next saving must be based on.</param>
/// <param name="BasedOn">The published revision it was begun from.</param>
public sealed record DrawnFlow(int Version, int BasedOn, DateTimeOffset ChangedAt, string? ChangedBy, JsonElement Document);

/// <summary>Puts the view together.</summary>
internal sealed class ViewFlow(FlowDesk desk, IKnowPeople people)
{
    public async Task<FlowView> OfAsync(string code, CancellationToken stop)
    {
        var newest = await desk.NewestAsync(code, stop);
        var draft = await desk.DraftAsync(code, stop);
        var published = FlowDesk.ReadOrRefuse(newest.Document);
        var shown = draft is null ? published : FlowDesk.ReadOrRefuse(draft.Document);
        return new FlowView(
            code,
            shown.Names,
            published.Unit,
            published.Numbers,
            new PublishedFlow(newest.Revision, newest.PublishedAt, NameOf(newest.PublishedBy), newest.Note, DocumentOf(published)),
            draft is null ? null : new DrawnFlow(draft.Version, draft.BasedOn, draft.ChangedAt, NameOf(draft.ChangedBy), DocumentOf(shown)),
            desk.ProblemsOf(shown));
    }

    public string? NameOf(UserId? user) => user is { } id ? people.Find(id)?.DisplayName ?? "?" : null;

    /// <summary>Written anew, so that a document typed by hand comes with all its settings.</summary>
    private static JsonElement DocumentOf(Flow flow)
    {
        using var document = JsonDocument.Parse(flow.Write());
        return document.RootElement.Clone();
    }
}

using Santral.Contracts.Search;
using Santral.Requests.Data;

namespace Santral.Requests.Domain;

/// <summary>A follow-up note on a request. It stands by itself: writing one makes nobody's open form stale.</summary>
public sealed class Note : Aggregate
{
    private Note()
    {
    }

    public Guid Id { get; private set; }

    public RequestId RequestId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Whether it may be shown to the customer; otherwise it is for colleagues.</summary>
    public bool CustomerSees { get; private set; }

    public UserId? By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static Note Write(Request on, string text, bool customerSees, UserId? by, DateTimeOffset now)
    {
        on.RefuseMerged();
        if (text.Length == 0)
        {
            throw new Refusal("requests.note_empty", RefusalKind.Invalid);
        }

        var note = new Note { Id = Guid.CreateVersion7(now), RequestId = on.Id, Text = text, CustomerSees = customerSees, By = by, At = now };
        if (on.Number is not null)
        {
            note.Raise(new FindableChanged(FindableRequests.Code, on.Id.Value));
            note.Raise(new RequestChanged(on.Id, on.Number, "note"));
            on.TellWatchers("note", "notice.request_note", by, now);
        }

        return note;
    }
}

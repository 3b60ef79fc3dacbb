using Santral.Contracts.Search;
using Santral.Requests.Search;

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
        if (text.Length == 0)
        {
            throw new Refusal("requests.note_empty", RefusalKind.Invalid);
        }

        var note = new Note { Id = Guid.CreateVersion7(now), RequestId = on.Id, Text = text, CustomerSees = customerSees, By = by, At = now };
        if (on.Number is not null)
        {
            note.Raise(new FindableChanged(FindableRequests.Code, on.Id.Value));
            note.Raise(new RequestChanged(on.Id, on.Number, "note"));
        }

        return note;
    }
}

/// <summary>That a call was about a request. One call may be about several, one request may take several calls.</summary>
public sealed class LinkedCall : Aggregate
{
    private LinkedCall()
    {
    }

    public RequestId RequestId { get; private set; }

    public CallId CallId { get; private set; }

    public UserId? By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static LinkedCall Link(Request request, CallId call, UserId? by, DateTimeOffset now)
    {
        var link = new LinkedCall { RequestId = request.Id, CallId = call, By = by, At = now };
        if (request.Number is not null)
        {
            link.Raise(new RequestChanged(request.Id, request.Number, "call"));
        }

        return link;
    }
}

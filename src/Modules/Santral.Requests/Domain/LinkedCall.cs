namespace Santral.Requests.Domain;

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

namespace Santral.Requests.Domain;

/// <summary>What a request is found by, folded; kept beside it so that the audit trail shows only what people wrote.</summary>
public sealed class RequestSearch
{
    public RequestId RequestId { get; private set; }

    public string Number { get; private set; } = "";

    public string Text { get; private set; } = "";

    internal void Follow(Request request, string? customerName)
    {
        RequestId = request.Id;
        Text = Folded.Of($"{request.Subject} {customerName} {request.Text}");
    }

    internal void TakeNumber(string number) => Number = Folded.Of(number);
}

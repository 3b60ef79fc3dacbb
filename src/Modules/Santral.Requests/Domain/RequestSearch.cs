namespace Santral.Requests.Domain;

/// <summary>The words a request is found by in the list; kept beside it so that the audit trail shows only what people wrote.</summary>
public sealed class RequestSearch
{
    /// <summary>What the index of words knows it by.</summary>
    public long Sequence { get; private set; }

    public RequestId RequestId { get; private set; }

    /// <summary>The unit as a word, so that the index leaves out what a person does not see.</summary>
    public string UnitWord { get; private set; } = "";

    public string Number { get; private set; } = "";

    public string Text { get; private set; } = "";

    public static string WordOf(string unit) => "unit" + Words.Compact(unit);

    public static string TextOf(string subject, string? customerName, string text) => string.Join(' ', Words.Of($"{subject} {customerName} {text}"));

    internal void Follow(Request request, string? customerName)
    {
        (RequestId, UnitWord) = (request.Id, WordOf(request.Unit));
        Text = TextOf(request.Subject, customerName, request.Text);
    }

    internal void TakeNumber(string number) => Number = string.Join(' ', Words.Of(number));
}

namespace Santral.Requests.Data;

/// <summary>
/// A contact method of installations from before there were definition tables. Its requests and their history are led to the definition
/// with the same code at the first start; then the row goes.
/// </summary>
public sealed class FormerMethod
{
    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";
}

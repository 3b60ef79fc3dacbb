using Santral.Requests.Clocks;

namespace Santral.Requests.Domain;

/// <content>What was promised about it.</content>
public sealed partial class Request
{
    public RequestClocks Clocks { get; private set; } = new();
}

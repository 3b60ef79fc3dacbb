namespace Santral.Requests.Domain;

/// <summary>A request is not as it was; for open screens, which read it again.</summary>
/// <param name="Change">`described`, `stage`, `owner`, `team`, `note`, `file`, `call`, `mail`.</param>
[Fact("requests.changed", 1)]
public sealed record RequestChanged(RequestId RequestId, string Number, string Change) : IFact;

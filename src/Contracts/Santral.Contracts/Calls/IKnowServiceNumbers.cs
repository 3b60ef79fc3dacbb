namespace Santral.Contracts.Calls;

/// <summary>Numbers callers may dial and whose they are, from memory: implemented by the IVR, whose flows carry them.</summary>
public interface IKnowServiceNumbers
{
    /// <summary>By the number as the trunk sent it, in E.164 or as a short code; null when no flow has it.</summary>
    ServiceNumber? Find(string calledNumber);

    IReadOnlyList<ServiceNumber> All { get; }
}

/// <param name="Number">E.164, `+908502220000`; the short code itself when the flow has nothing else.</param>
/// <param name="ShortCode">`100`, for desk phones and the demo.</param>
/// <param name="Unit">Code of the business unit that is called.</param>
public sealed record ServiceNumber(string Number, string? ShortCode, string Unit, Names Names);

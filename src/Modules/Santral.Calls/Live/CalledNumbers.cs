using Santral.Contracts.Calls;
using Santral.Contracts.Identity;

namespace Santral.Calls.Live;

/// <summary>Finds whose number was dialled, however the trunk writes it: `+908502220000`, `908502220000`, `0850 222 00 00` or `100`.</summary>
internal sealed class CalledNumbers(IKnowServiceNumbers numbers, IOrganisation organisation)
{
    /// <param name="Number">As the flows know it.</param>
    public sealed record Found(string Number, BusinessUnit Unit);

    public Found? Find(string? dialled)
    {
        if (dialled is null or { Length: 0 or > Domain.CallLimits.CalledNumber })
        {
            return null;
        }

        return ByWriting(dialled) ?? organisation.Units.Select(u => u.Region).Distinct()
            .Select(region => PhoneNumber.TryRead(dialled, region, out var number) ? ByWriting(number.Value) : null)
            .FirstOrDefault(found => found is not null);
    }

    private Found? ByWriting(string number)
        => numbers.Find(number) is { } service && organisation.Find(service.Unit) is { } unit ? new Found(number, unit) : null;
}

namespace Santral.Kernel;

/// <summary>An amount in the currency's minor unit (kuruş, öre); two currencies never meet in one sum (D8).</summary>
public readonly record struct Money(long Minor, string Currency)
{
    public static Money Zero(string currency) => new(0, currency);

    public static Money operator +(Money left, Money right) => left.Add(right);

    public Money Add(Money other) => other.Currency == Currency
        ? new Money(checked(Minor + other.Minor), Currency)
        : throw new InvalidOperationException($"{Currency} and {other.Currency} cannot be added.");

    /// <summary>This amount times a ratio, rounded half away from zero, once.</summary>
    public Money Times(long numerator, long denominator)
    {
        var product = (Int128)Minor * numerator;
        var half = denominator / 2;
        var rounded = product >= 0 ? (product + half) / denominator : (product - half) / denominator;
        return new Money(checked((long)rounded), Currency);
    }
}

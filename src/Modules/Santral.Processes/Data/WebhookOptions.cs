using Microsoft.Extensions.Configuration;

namespace Santral.Processes.Data;

/// <summary>What an operator may set about webhooks: `SANTRAL_WEBHOOKS_PRIVATE=true` lets them call machines inside the house.</summary>
public sealed record WebhookOptions(bool AllowPrivate)
{
    public static WebhookOptions Read(IConfiguration configuration) => new(configuration["WEBHOOKS_PRIVATE"] is "true" or "1");
}

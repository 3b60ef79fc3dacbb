using Santral.Calls.Live.Telephone;

namespace Santral.Host;

/// <summary>What this process is: the product, or only its media engine (`ROLE`).</summary>
internal static class Role
{
    /// <summary>True when it was the media engine, and that has ended; false: this is the product.</summary>
    public static async Task<bool> RunMediaAsync(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("SANTRAL_").AddInMemoryCollection(Flags.Read(args)).Build();
        switch (configuration["ROLE"])
        {
            case null or "" or "main":
                return false;
            case "media":
                await MediaRole.RunAsync(SantralOptions.Read(configuration).DataFolder);
                return true;
            case var other:
                throw new InvalidOperationException($"SANTRAL_ROLE must be main or media, not '{other}'.");
        }
    }
}

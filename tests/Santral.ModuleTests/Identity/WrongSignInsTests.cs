namespace Santral.ModuleTests.Identity;

/// <summary>One machine trying many names; apart from the others, because it locks the whole address.</summary>
public sealed class WrongSignInsTests(ClockedInstallation installation) : IClassFixture<ClockedInstallation>
{
    [Fact]
    public async Task One_address_may_be_wrong_thirty_times_in_five_minutes()
    {
        var client = installation.Anonymous();
        for (var i = 0; i < 30; i++)
        {
            await client.SignIn($"someone{i}", "wrong").ShouldBeRefusedAsync("identity.wrong_credentials");
        }

        await client.SignIn("agent1").ShouldBeRefusedAsync("identity.too_many_attempts", HttpStatusCode.Locked);

        installation.Clock.Advance(TimeSpan.FromMinutes(5));
        await client.SignIn("agent1").ShouldBe(HttpStatusCode.OK);
    }
}

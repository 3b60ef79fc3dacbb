namespace Santral.ModuleTests.Calls;

/// <summary>A person sets up a desk phone of his own: its secret is shown once, and is all that the phone needs.</summary>
[Trait("Database", "one")]
public sealed class OwnDeskPhoneTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task A_phone_registers_with_the_last_secret_that_was_made_until_it_is_taken_away()
    {
        var person = await installation.AsAsync("expert1");
        var first = await person.PostAsync("/api/me/desk-phone", null).BodyAsync();
        var second = await person.PostAsync("/api/me/desk-phone", null).BodyAsync();
        var (user, secret) = (second.GetProperty("user").GetString()!, second.GetProperty("secret").GetString()!);
        (user, second.GetProperty("domain").GetString()).ShouldBe(("expert1", "127.0.0.1"));
        await using var phone = await SipPhone.StartAsync(installation);
        phone.ProductPort.ShouldBe(second.GetProperty("port").GetInt32());

        await LetInAsync(phone, user, first.GetProperty("secret").GetString()!, isLetIn: false);
        var (registration, isRegistered) = await phone.TryRegisterAsync(user, secret);
        await using var stays = registration;
        isRegistered.ShouldBeTrue();
        await DeskAgent.UntilAsync(person, "/api/desk", d => d.GetProperty("phone").GetProperty("kind").GetString() == "desk");
        await DeskAgent.UntilAsync(person, "/api/me", m => m.GetProperty("hasDeskPhone").GetBoolean());

        // A phone that is lost rings no more once its owner has made a new secret, or has none any more.
        await using var other = await SipPhone.StartAsync(installation);
        secret = (await person.PostAsync("/api/me/desk-phone", null).BodyAsync()).GetProperty("secret").GetString()!;
        await DeskAgent.UntilAsync(person, "/api/desk", d => d.GetProperty("phone").GetProperty("kind").GetString() == "none");
        var (again, isBack) = await other.TryRegisterAsync(user, secret);
        await using var back = again;
        isBack.ShouldBeTrue();
        await DeskAgent.UntilAsync(person, "/api/desk", d => d.GetProperty("phone").GetProperty("kind").GetString() == "desk");
        (await person.DeleteAsync("/api/me/desk-phone")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await DeskAgent.UntilAsync(person, "/api/desk", d => d.GetProperty("phone").GetProperty("kind").GetString() == "none");
        await LetInAsync(other, user, secret, isLetIn: false);
        await person.DeleteAsync("/api/me/desk-phone").ShouldBeRefusedAsync("identity.desk_phone_unknown", HttpStatusCode.NotFound);
    }

    private static async Task LetInAsync(SipPhone phone, string user, string secret, bool isLetIn)
    {
        var (registration, isRegistered) = await phone.TryRegisterAsync(user, secret);
        await using (registration)
        {
            isRegistered.ShouldBe(isLetIn);
        }
    }
}

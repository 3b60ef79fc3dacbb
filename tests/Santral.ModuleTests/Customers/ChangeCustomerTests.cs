using System.Text.Json;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Customers;

/// <summary>A customer is written anew, by who has seen what is stored.</summary>
[Collection(CustomersCollection.Name)]
public sealed class ChangeCustomerTests(Installation installation)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Numbers_addresses_and_contacts_follow_what_was_written()
    {
        var agent = await installation.AsAsync("agent1");
        var made = await MadeAsync(agent);
        var contact = made.GetProperty("contacts")[0];

        var changed = (await agent.PutAsJsonAsync(
            AddressOf(made),
            new
            {
                version = VersionOf(made),
                kind = "corporate",
                company = "Yeni Unvan A.Ş.",
                language = "tr",
                phones = new[] { new { number = "0216 555 00 02", kind = "work", isPrimary = true } },
                emails = new[] { "b@firma.example", "a@firma.example" },
                contacts = new object[]
                {
                    new { id = contact.GetProperty("id").GetString(), name = "Can Er", title = "Müdür", phones = new[] { new { number = "0532 555 00 09" } } },
                    new { name = "Ece Su" },
                },
            },
            Stop).BodyAsync()).GetProperty("customer");

        changed.GetProperty("name").GetString().ShouldBe("Yeni Unvan A.Ş.");
        changed.GetProperty("phones").EnumerateArray().ShouldHaveSingleItem().GetProperty("number").GetString().ShouldBe("+902165550002");
        changed.GetProperty("emails").EnumerateArray().Select(e => e.GetString()).ShouldBe(["b@firma.example", "a@firma.example"]);
        changed.GetProperty("contacts").GetArrayLength().ShouldBe(2);
        changed.GetProperty("contacts")[0].GetProperty("title").GetString().ShouldBe("Müdür");
        VersionOf(changed).ShouldBeGreaterThan(VersionOf(made));
        (await agent.GetAsync(AddressOf(made), Stop).BodyAsync()).Told().ShouldBe(changed.Told());
    }

    [Fact]
    public async Task A_stale_save_is_refused_and_shows_what_is_stored_also_when_only_a_number_changed()
    {
        var agent = await installation.AsAsync("agent1");
        var made = await MadeAsync(agent);
        await PutAsync(agent, made, "Firma", "0216 555 00 03").BodyAsync();

        var problem = await PutAsync(agent, made, "Geç kalan", "0216 555 00 04").ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);

        problem.GetProperty("current").GetProperty("phones")[0].GetProperty("number").GetString().ShouldBe("+902165550003");
    }

    [Fact]
    public async Task A_contact_of_another_account_is_refused()
    {
        var agent = await installation.AsAsync("agent1");
        var one = await MadeAsync(agent);
        var other = await MadeAsync(agent);

        await agent.PutAsJsonAsync(
                AddressOf(one),
                new { version = VersionOf(one), kind = "corporate", company = "Firma", contacts = new[] { new { id = other.GetProperty("contacts")[0].GetProperty("id").GetString(), name = "X" } } },
                Stop)
            .ShouldBeRefusedAsync("customers.contact_unknown", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_customer_nobody_knows_is_unknown()
    {
        var agent = await installation.AsAsync("agent1");

        await agent.GetAsync($"/api/customers/{Guid.Empty}", Stop).ShouldBeRefusedAsync("customers.unknown", HttpStatusCode.NotFound);
        await agent.PutAsJsonAsync($"/api/customers/{Guid.Empty}", new { version = 1, kind = "corporate", company = "X" }, Stop)
            .ShouldBeRefusedAsync("customers.unknown", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_service_password_is_set_and_never_shown()
    {
        var agent = await installation.AsAsync("agent1");
        var made = await MadeAsync(agent);

        await agent.PutAsJsonAsync($"{AddressOf(made)}/service-password", new { password = "97531" }, Stop).BodyAsync();

        var card = await agent.GetAsync(AddressOf(made), Stop).BodyAsync();
        card.GetProperty("hasServicePassword").GetBoolean().ShouldBeTrue();
        card.ToString().ShouldNotContain("97531");
        card.ToString().ShouldNotContain("pbkdf2");
        await agent.PutAsJsonAsync($"{AddressOf(made)}/service-password", new { password = "12a4" }, Stop).ShouldBeRefusedAsync("customers.service_password_digits");
    }

    private static async Task<JsonElement> MadeAsync(HttpClient agent)
        => (await agent.PostAsJsonAsync(
            "/api/customers",
            new
            {
                kind = "corporate",
                company = "Firma",
                phones = new[] { new { number = "0216 555 00 01" } },
                emails = new[] { "a@firma.example" },
                contacts = new[] { new { name = "Can Er", phones = new[] { new { number = "0532 555 00 08" } } } },
            },
            Stop).BodyAsync()).GetProperty("customer");

    private static Task<HttpResponseMessage> PutAsync(HttpClient agent, JsonElement customer, string company, string phone)
        => agent.PutAsJsonAsync(AddressOf(customer), new { version = VersionOf(customer), kind = "corporate", company, phones = new[] { new { number = phone } } }, Stop);

    private static string AddressOf(JsonElement customer) => $"/api/customers/{customer.GetProperty("id").GetString()}";

    private static int VersionOf(JsonElement customer) => customer.GetProperty("version").GetInt32();
}

using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Customers;

namespace Santral.ModuleTests.Customers;

/// <summary>Customers are made with a number, clean and without twins (W-S01).</summary>
[Collection(CustomersCollection.Name)]
public sealed class CreateCustomerTests(Installation installation)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("I-02")]
    [Requirement("I-24")]
    public async Task A_new_individual_is_known_when_he_calls()
    {
        var agent = await installation.AsAsync("agent1");

        var made = await agent.PostAsJsonAsync(
            "/api/customers",
            new { kind = "individual", firstName = "İpek", lastName = "Ağır", language = "tr", phones = new[] { new { number = "0555 444 33 22" } }, emails = new[] { "ipek@ornek.example" } },
            Stop).BodyAsync();

        made.GetProperty("warnings").GetArrayLength().ShouldBe(0);
        made.GetProperty("customer").GetProperty("number").GetString()!.ShouldAllBe(c => char.IsAsciiDigit(c));
        var caller = await installation.Services.GetRequiredService<IIdentifyCaller>().IdentifyAsync(PhoneNumber.Parse("+905554443322", null), Stop);
        caller.Customer!.Name.ShouldBe("İpek Ağır");
    }

    [Fact]
    [Requirement("I-03")]
    public async Task A_number_others_have_is_taken_with_a_warning()
    {
        var agent = await installation.AsAsync("agent1");

        var made = await agent.PostAsJsonAsync(
            "/api/customers",
            new { kind = "individual", firstName = "Ali", lastName = "Işık", phones = new[] { new { number = "0507 555 01 11" } } },
            Stop).BodyAsync();

        var warning = made.GetProperty("warnings").EnumerateArray().ShouldHaveSingleItem();
        warning.GetProperty("code").GetString().ShouldBe("customers.phone_also_used");
        warning.GetProperty("customers").EnumerateArray().Select(c => c.GetProperty("name").GetString()).ShouldContain("Nurgül Sağlam");
    }

    [Fact]
    [Requirement("W-S01")]
    public async Task A_second_account_with_the_same_tax_number_is_refused()
    {
        var agent = await installation.AsAsync("agent1");

        var problem = await agent.PostAsJsonAsync("/api/customers", new { kind = "corporate", company = "İkiz Ltd.", taxNumber = "481 005 8590" }, Stop)
            .ShouldBeRefusedAsync("customers.tax_number_taken", HttpStatusCode.Conflict);

        problem.GetProperty("args").GetProperty("number").GetString().ShouldBe("100200");
    }

    [Fact]
    [Requirement("W-S01")]
    public async Task Of_two_accounts_with_one_tax_number_at_once_one_is_made()
    {
        var agent = await installation.AsAsync("agent1");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(n =>
            agent.PostAsJsonAsync("/api/customers", new { kind = "corporate", company = $"Aynı {n}", taxNumber = "9998887774" }, Stop)));

        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        answers.Where(a => !a.IsSuccessStatusCode).ShouldAllBe(a => a.StatusCode == HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("""{"kind":"individual","firstName":"Elif"}""", "customers.name_needed")]
    [InlineData("""{"kind":"corporate"}""", "customers.company_needed")]
    [InlineData("""{"kind":"individual","firstName":"A","lastName":"B","phones":[{"number":"444"}]}""", "customers.phone_invalid")]
    [InlineData("""{"kind":"individual","firstName":"A","lastName":"B","phones":[{"number":"05551112200"},{"number":"+905551112200"}]}""", "customers.phone_twice")]
    [InlineData("""{"kind":"individual","firstName":"A","lastName":"B","emails":["a b@c.d"]}""", "customers.email_invalid")]
    [InlineData("""{"kind":"individual","firstName":"A","lastName":"B","language":"de"}""", "customers.language_unknown")]
    [InlineData("""{"kind":"corporate","company":"A","taxNumber":"12"}""", "customers.tax_number_invalid")]
    public async Task What_makes_no_sense_is_refused(string body, string code)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        await (await installation.AsAsync("agent1")).PostAsync("/api/customers", content, Stop).ShouldBeRefusedAsync(code, HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("""{"kind":"alien"}""")]
    [InlineData("""{"firstName":"A"}""")]
    [InlineData("""{"kind":"individual","phones":"0532"}""")]
    [InlineData("""{"kind":"individual","firstName":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","lastName":"B"}""")]
    [InlineData("""{"kind":"individual","firstName":"A","lastName":"B","phones":[null]}""")]
    [InlineData("""{"kind":"individual","firstName":"A","lastName":"B","emails":[null]}""")]
    [InlineData("""{"kind":"corporate","company":"A","contacts":[null]}""")]
    [InlineData("""{"kind":"individual","firstName":"A","lastName":"B","phones":[{"number":null}]}""")]
    public async Task What_has_not_the_shape_is_a_bad_request(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        var answer = await (await installation.AsAsync("agent1")).PostAsync("/api/customers", content, Stop);

        ((int)answer.StatusCode).ShouldBeInRange(400, 422, await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Who_may_only_read_makes_none()
    {
        var technician = await installation.AsAsync("field1");

        (await technician.PostAsJsonAsync("/api/customers", new { kind = "prospect", firstName = "A" }, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_prospect_becomes_a_customer_and_a_customer_stays_what_he_is()
    {
        var agent = await installation.AsAsync("agent1");
        var prospect = (await agent.PostAsJsonAsync("/api/customers", new { kind = "prospect", firstName = "Deniz" }, Stop).BodyAsync()).GetProperty("customer");

        var customer = (await ChangeAsync(prospect, "individual").BodyAsync()).GetProperty("customer");

        customer.GetProperty("kind").GetString().ShouldBe("individual");
        await ChangeAsync(customer, "corporate").ShouldBeRefusedAsync("customers.kind_fixed", HttpStatusCode.UnprocessableEntity);

        Task<HttpResponseMessage> ChangeAsync(JsonElement who, string kind) => agent.PutAsJsonAsync(
            $"/api/customers/{who.GetProperty("id").GetString()}",
            new { version = who.GetProperty("version").GetInt32(), kind, firstName = "Deniz", lastName = "Su", company = "Deniz Ltd." },
            Stop);
    }
}

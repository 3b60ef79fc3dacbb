using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Customers;
using Santral.Customers.Data;

namespace Santral.ModuleTests.Customers;

/// <summary>What stands on a customer's card: look-alikes, identity numbers, addresses, consents, contact method, service password.</summary>
[Collection(CustomersCollection.Name)]
public sealed class CustomerCardTests(Installation installation)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("P-01")]
    public async Task From_a_phone_number_customer_requests_and_subscriptions_are_reached()
    {
        var agent = await installation.AsAsync("agent1");

        var found = (await agent.ItemsAsync("/api/customers?q=0532 111 22 33")).ShouldHaveSingleItem();

        found.Said("name").ShouldBe("Elif Yılmaz");
        (await agent.ItemsAsync($"/api/requests?customer={found.Key()}")).ShouldNotBeEmpty();
        (await agent.ItemsAsync($"/api/subscriptions?customer={found.Key()}")).ShouldNotBeEmpty();
        (await agent.ItemsAsync($"/api/customers/{found.Key()}/invoices/open")).ShouldNotBeEmpty();
    }

    [Fact]
    [Requirement("W-S01")]
    public async Task Look_alikes_come_with_their_reasons_the_surest_first()
    {
        var agent = await installation.AsAsync("agent1");

        var found = await LookAsync(agent, new { name = "TUGBA ERGUN", phones = new[] { "0532 111 22 33", "05" }, country = "TR", taxNumber = "48100" });

        found.Select(f => f.Said("name")).Take(2).ShouldBe(["Elif Yılmaz", "Tuğba Ergün"]);
        found[0].Said("certainty").ShouldBe("certain");
        found[0].GetProperty("reasons")[0].GetString().ShouldBe("phone");
        found[1].GetProperty("reasons")[0].GetString().ShouldBe("sameName");
        found.Single(f => f.Said("name") == "Tugba Ergin").GetProperty("reasons")[0].GetString().ShouldBe("oneLetter");
        (await LookAsync(agent, new { country = "TR", taxNumber = "4810058590" })).ShouldHaveSingleItem().Said("name").ShouldBe("Soft Ltd. Şti.");
        (await LookAsync(agent, new { name = "ab" })).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("W-S01")]
    public async Task A_duplicate_tax_number_is_refused_with_the_way_to_the_one_who_has_it()
    {
        var agent = await installation.AsAsync("agent1");
        var soft = (await agent.ItemsAsync("/api/customers?q=100200"))[0];

        var problem = await agent.PostAsJsonAsync("/api/customers", new { kind = "corporate", company = "İkiz", country = "TR", taxNumber = "4810058590" }, Stop)
            .ShouldBeRefusedAsync("customers.tax_number_taken", HttpStatusCode.Conflict);

        problem.GetProperty("args").Said("id").ShouldBe(soft.Key());
    }

    [Fact]
    public async Task A_prospect_becomes_a_customer_under_the_same_number()
    {
        var agent = await installation.AsAsync("agent1");
        var prospect = await agent.CustomerAsync(new { kind = "prospect", firstName = "Aday", lastName = "Kişi" });

        var customer = (await agent.PutAsJsonAsync($"/api/customers/{prospect.Key()}", new { version = prospect.Seen(), kind = "corporate", company = "Aday Ltd." }, Stop).BodyAsync()).GetProperty("customer");

        customer.Said("number").ShouldBe(prospect.Said("number"));
        customer.Said("kind").ShouldBe("corporate");
    }

    [Fact]
    public async Task An_identity_number_is_masked_kept_by_who_cannot_see_it_and_each_look_is_written_down()
    {
        var (agent, lead) = (await installation.AsAsync("agent1"), await installation.AsAsync("supervisor1"));
        var person = await agent.PersonAsync("Kimlikli", "Kişi", identity: "12345678950");
        person.Said("identityNumberMasked").ShouldBe("•••••••••50");
        var path = $"/api/customers/{person.Key()}";
        await agent.PutAsJsonAsync(path, new { version = person.Seen(), kind = "individual", firstName = "Kimlikli", lastName = "Biri" }, Stop).BodyAsync();

        (await agent.GetAsync($"{path}/identity-number", Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await lead.GetAsync($"{path}/identity-number", Stop).BodyAsync()).Said("identityNumber").ShouldBe("12345678950");

        var acts = await TrailAsync(person.Key());
        acts.Select(a => a.Act).ShouldContain("identity_number_read");
        acts.ShouldAllBe(a => !a.Changes.Contains("12345678950"));
        await agent.PostAsJsonAsync("/api/customers", new { kind = "individual", firstName = "İkinci", lastName = "Kişi", country = "TR", identityNumber = "12345678950" }, Stop)
            .ShouldBeRefusedAsync("customers.identity_number_taken", HttpStatusCode.Conflict);
        await agent.PostAsJsonAsync("/api/customers", new { kind = "individual", firstName = "Yanlış", lastName = "Kişi", country = "TR", identityNumber = "12345678951" }, Stop)
            .ShouldBeRefusedAsync("customers.identity_number_invalid", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Two_addresses_faxes_and_flags_are_kept_and_a_fax_identifies_nobody()
    {
        var agent = await installation.AsAsync("agent1");

        var made = await agent.CustomerAsync(new
        {
            kind = "individual", firstName = "Adresli", lastName = "Kişi", isSeller = true,
            phones = new[] { new { number = "0532 777 00 01", kind = "mobile" }, new { number = "0212 777 00 02", kind = "fax" } },
            addresses = new[] { new { kind = "main", line1 = "Moda Cad. 1", city = "İstanbul", postalCode = "34710" }, new { kind = "work", line1 = "İş Mah. 2", city = "Ankara", postalCode = "06100" } },
        });

        made.GetProperty("addresses").EnumerateArray().Select(a => a.Said("city")).ShouldBe(["İstanbul", "Ankara"]);
        made.GetProperty("isSeller").GetBoolean().ShouldBeTrue();
        var callers = installation.Services.GetRequiredService<IIdentifyCaller>();
        (await callers.IdentifyAsync(PhoneNumber.Parse("+902127770002", null), Stop)).Customer.ShouldBeNull();
        (await callers.IdentifyAsync(PhoneNumber.Parse("+905327770001", null), Stop)).Customer!.Name.ShouldBe("Adresli Kişi");
        await agent.PostAsJsonAsync("/api/customers", new { kind = "individual", firstName = "A", lastName = "B", addresses = new[] { new { kind = "main", city = "X" }, new { kind = "main", city = "Y" } } }, Stop)
            .ShouldBeRefusedAsync("customers.address_twice");
    }

    [Fact]
    [Requirement("P-14")]
    public async Task Who_wants_to_be_called_only_gets_no_mail()
    {
        var agent = await installation.AsAsync("agent1");
        var offer = await agent.GetAsync("/api/definitions/offer", Stop).BodyAsync();
        var phone = offer.GetProperty("tables").GetProperty("contact_methods").EnumerateArray().Single(m => m.Said("code") == "phone").Key();

        var made = await agent.CustomerAsync(new
        {
            kind = "individual", firstName = "Yalnız", lastName = "Telefon", preferredMethodId = phone, onlyPreferred = true, emails = new[] { "y@ornek.example" }, phones = new[] { new { number = "0532 777 00 03" } },
        });

        made.GetProperty("preferredMethod").Said("code").ShouldBe("phone");
        var reach = await installation.Services.GetRequiredService<IReachCustomers>().FindAsync(CustomerId.Parse(made.Key(), null), Stop);
        (reach!.MayMail, reach.MayCall).ShouldBe((false, true));
        await agent.PostAsJsonAsync("/api/customers", new { kind = "individual", firstName = "A", lastName = "B", onlyPreferred = true }, Stop).ShouldBeRefusedAsync("customers.preferred_method_needed");
        await agent.PostAsJsonAsync("/api/customers", new { kind = "individual", firstName = "A", lastName = "B", preferredMethodId = Guid.Empty }, Stop).ShouldBeRefusedAsync("definitions.not_offered");
    }

    [Fact]
    public async Task Consents_are_declarations_of_which_the_last_holds()
    {
        var agent = await installation.AsAsync("agent1");
        var path = $"/api/customers/{(await agent.PersonAsync("Rızalı", "Kişi")).Key()}/consents";
        await DeclareAsync(true);
        await DeclareAsync(true);

        var rows = (await DeclareAsync(false)).EnumerateArray().ToList();

        rows.Count.ShouldBe(2);
        rows.Single(r => r.GetProperty("isCurrent").GetBoolean()).GetProperty("isGiven").GetBoolean().ShouldBeFalse();
        rows.ShouldAllBe(r => r.GetProperty("by").GetString() != null);

        async Task<System.Text.Json.JsonElement> DeclareAsync(bool isGiven) => await agent.PostAsJsonAsync(path, new { kind = "marketing", channel = "sms", isGiven, textVersion = "2026-03" }, Stop).BodyAsync();
    }

    [Fact]
    [Requirement("I-17")]
    public async Task A_service_password_is_reset_shown_once_locked_and_unlocked()
    {
        var agent = await installation.AsAsync("agent1");
        var account = await agent.CustomerAsync(new { kind = "corporate", company = "Parola A.Ş." });
        var path = $"/api/customers/{account.Key()}/service-password";
        var answer = await agent.PostAsync($"{path}/reset", null, Stop);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var password = (await answer.BodyAsync()).Said("password");
        password.ShouldMatch(@"^\d{6}$");
        var verify = installation.Services.GetRequiredService<IVerifyCorporateCaller>();
        var number = account.Said("number");
        (await verify.VerifyAsync(number, password, null, Stop)).Result.ShouldBe(VerificationResult.Verified);

        for (var i = 0; i < 5; i++)
        {
            await verify.VerifyAsync(number, "000", null, Stop);
        }

        var state = await agent.GetAsync(path, Stop).BodyAsync();
        state.GetProperty("lockedUntil").GetString().ShouldNotBeNull();
        state.ToString().ShouldNotContain(password);
        await agent.PostAsync($"{path}/unlock", null, Stop).BodyAsync();
        (await verify.VerifyAsync(number, password, null, Stop)).Result.ShouldBe(VerificationResult.Verified);
        var trail = await TrailAsync(account.Key());
        trail.Select(a => a.Act).ShouldBe(["service_password_reset", "service_password_unlocked"], ignoreOrder: true);
        trail.ShouldAllBe(a => !a.Changes.Contains(password));
    }

    private static async Task<List<System.Text.Json.JsonElement>> LookAsync(HttpClient agent, object typed)
        => [.. (await agent.PostAsJsonAsync("/api/customers/look-alikes", typed, Stop).BodyAsync()).EnumerateArray()];

    private async Task<List<(string Act, string Changes)>> TrailAsync(string id)
    {
        await using var scope = installation.Services.CreateAsyncScope();
        var key = Guid.Parse(id);
        var rows = await scope.ServiceProvider.GetRequiredService<CustomersDb>().AuditTrail.AsNoTracking()
            .Where(r => r.EntityId == key && r.Act != "added" && r.Act != "changed").ToListAsync(Stop);
        return [.. rows.Select(r => (r.Act, r.Changes))];
    }
}

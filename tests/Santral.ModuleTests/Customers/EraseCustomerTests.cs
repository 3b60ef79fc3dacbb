using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Customers.Data;
using Santral.ModuleTests.Files;

namespace Santral.ModuleTests.Customers;

/// <summary>An erased person leaves no trace in any table; records and counts stay.</summary>
[Collection(CustomersCollection.Name)]
public sealed class EraseCustomerTests(Installation installation)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_table_knows_the_person_any_more_and_his_records_stay()
    {
        var (agent, admin) = (await installation.AsAsync("agent1"), await installation.AsAsync("admin"));
        string[] traces = ["Zümrüdanka", "Kuzguncuk", "zumrudanka", "kuzguncuk", "905559871234", "0555 987 12 34", "83456789236", "Gizlisokak", "Gizlinot", "Gizlitarif"];
        var person = await agent.CustomerAsync(new
        {
            kind = "individual", firstName = "Zümrüdanka", lastName = "Kuzguncuk", language = "tr", country = "TR", note = "Gizlinot Zümrüdanka",
            phones = new[] { new { number = "0555 987 12 34" } }, emails = new[] { "zumrudanka@kuzguncuk.example" },
            addresses = new[] { new { kind = "main", line1 = "Gizlisokak 5", city = "Ankara" } },
        });
        var path = $"/api/customers/{person.Key()}";
        var changed = (await agent.PutAsJsonAsync(
            path, new { version = person.Seen(), kind = "individual", firstName = "Zümrüdanka", lastName = "Kuzguncuk-Er", language = "tr", emails = new[] { "zumrudanka@kuzguncuk.example" }, phones = new[] { new { number = "0555 987 12 34" } } }, Stop).BodyAsync()).GetProperty("customer");
        await agent.PostAsJsonAsync($"{path}/notes", new { text = "Gizlinot: köpeği var" }, Stop).BodyAsync();
        var request = await agent.PostAsJsonAsync("/api/requests", new { customerId = person.Key(), unit = "internet" }, Stop).BodyAsync();
        await agent.PostAsJsonAsync($"/api/requests/{request.Key()}/notes", new { text = "Zümrüdanka Kuzguncuk-Er 0555 987 12 34 numarasından aradı", customerSees = false }, Stop).BodyAsync();
        await agent.AttachAsync(request.Key(), await agent.UploadAsync("Zümrüdanka kimlik.txt", "Gizlinot"u8.ToArray()));
        await agent.SubscriptionAsync(person, "Fiber", new { unit = "internet", customerId = person.Key(), subject = "Fiber", startsOn = "2026-01-01", description = "Gizlitarif", address = new { line1 = "Gizlisokak 5" } });
        (await admin.GetAsync("/api/requests/export?q=Zümrüdanka", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await installation.DeliverFactsAsync();
        (await FoundAsync(traces)).ShouldNotBeEmpty();

        await admin.PostAsJsonAsync($"{path}/erase", new { number = "1" }, Stop).ShouldBeRefusedAsync("customers.erase_number_differs", HttpStatusCode.UnprocessableEntity);
        (await agent.PostAsJsonAsync($"{path}/erase", new { number = person.Said("number") }, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await admin.PostAsJsonAsync($"{path}/erase", new { number = changed.Said("number") }, Stop).BodyAsync();
        await installation.DeliverFactsAsync();

        (await FoundAsync(traces)).ShouldBeEmpty();
        installation.StoredFiles().ShouldNotContain(file => File.ReadAllText(file).Contains("Gizlinot", StringComparison.Ordinal));
        var left = await agent.GetAsync(path, Stop).BodyAsync();
        left.Said("name").ShouldBe("Silinmiş kişi");
        left.GetProperty("erasedAt").GetString().ShouldNotBeNull();
        (await agent.ItemsAsync($"/api/subscriptions?customer={person.Key()}")).Count.ShouldBe(1);
        (await agent.ItemsAsync($"/api/requests?customer={person.Key()}")).Count.ShouldBe(1);
        (await ActsAsync(person.Key())).ShouldContain("erased");
        await admin.PostAsJsonAsync($"{path}/erase", new { number = person.Said("number") }, Stop).ShouldBeRefusedAsync("customers.customer_erased", HttpStatusCode.Conflict);
        await agent.PutAsJsonAsync(path, new { version = left.Seen(), kind = "individual", firstName = "A", lastName = "B" }, Stop).ShouldBeRefusedAsync("customers.customer_erased");
    }

    [Fact]
    public async Task Who_owes_and_a_company_are_not_erased_but_its_contact_is()
    {
        var (agent, admin) = (await installation.AsAsync("agent1"), await installation.AsAsync("admin"));
        var elif = (await agent.ItemsAsync("/api/customers?q=Elif Yılmaz"))[0];
        await admin.PostAsJsonAsync($"/api/customers/{elif.Key()}/erase", new { number = elif.Said("number") }, Stop).ShouldBeRefusedAsync("customers.erase_invoices_open", HttpStatusCode.Conflict);
        var company = await agent.CustomerAsync(new { kind = "corporate", company = "Kalan A.Ş.", contacts = new[] { new { name = "Gülbeyaz Tavuskuşu", email = "g@kalan.example", phones = new[] { new { number = "0555 987 12 35" } } } } });
        var number = company.Said("number");

        await admin.PostAsJsonAsync($"/api/customers/{company.Key()}/erase", new { number }, Stop).ShouldBeRefusedAsync("customers.erase_persons_only");
        await admin.PostAsJsonAsync($"/api/customers/{company.Key()}/erase", new { number, contactId = company.GetProperty("contacts")[0].Key() }, Stop).BodyAsync();
        await installation.DeliverFactsAsync();

        (await FoundAsync(["Gülbeyaz", "Tavuskuşu", "gulbeyaz", "g@kalan.example", "905559871235"])).ShouldBeEmpty();
        (await agent.GetAsync($"/api/customers/{company.Key()}", Stop).BodyAsync()).Said("name").ShouldBe("Kalan A.Ş.");
    }

    private async Task<List<string>> ActsAsync(string id)
    {
        await using var scope = installation.Services.CreateAsyncScope();
        var key = Guid.Parse(id);
        return await scope.ServiceProvider.GetRequiredService<CustomersDb>().AuditTrail.Where(r => r.EntityId == key).Select(r => r.Act).ToListAsync(Stop);
    }

    /// <summary>Every text of every table of the installation, also escaped as JSON writes it.</summary>
    private async Task<List<string>> FoundAsync(string[] traces)
    {
        await using var scope = installation.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CustomersDb>();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(Stop);
        var tables = await ReadAsync(connection, db.IsSqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
        var found = new List<string>();
        foreach (var table in tables)
        {
            var text = string.Join('\n', await ReadAsync(connection, $"SELECT * FROM \"{table}\""));
            found.AddRange(traces.Where(t => text.Contains(t, StringComparison.Ordinal) || text.Contains(Escaped(t), StringComparison.Ordinal)).Select(t => $"{table}: {t}"));
        }

        return found;
    }

    private static string Escaped(string text) => System.Text.Json.JsonSerializer.Serialize(text)[1..^1];

    private static async Task<List<string>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names come from the database itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Stop);
        while (await reader.ReadAsync(Stop))
        {
            rows.Add(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : reader.GetValue(i).ToString())));
        }

        return rows;
    }
}

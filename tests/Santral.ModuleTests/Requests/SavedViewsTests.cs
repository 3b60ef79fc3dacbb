using System.Text.Json;

namespace Santral.ModuleTests.Requests;

/// <summary>Shared and personal views of the list, with their counts.</summary>
[Collection(RequestsCollection.Name)]
public sealed class SavedViewsTests(Installation installation)
{
    [Fact]
    public async Task The_installation_comes_with_views_and_each_count_is_what_the_list_shows()
    {
        var agent = await installation.AsAsync("agent1");
        var views = await ViewsAsync(agent);
        views.Count(v => v.GetProperty("isShared").GetBoolean()).ShouldBeGreaterThanOrEqualTo(6);

        var counts = await agent.GetAsync("/api/requests/views/counts", Given.Stop).BodyAsync();

        foreach (var view in views)
        {
            var list = await agent.GetAsync($"/api/requests?take=1&view={view.IdOf()}", Given.Stop).BodyAsync();
            var total = list.GetProperty("items").GetArrayLength() == 0 ? 0 : list.GetProperty("total").GetInt32();
            counts.GetProperty(view.IdOf()).GetInt32().ShouldBe(total, view.TextOf("name"));
        }
    }

    [Fact]
    public async Task A_persons_view_is_his_own()
    {
        var agent = await installation.AsAsync("tech1");
        var other = await installation.AsAsync("tech2");

        var mine = await agent.PostAsJsonAsync("/api/requests/views", new { name = "Acil işler", filter = "priority=urgent&stage=open" }, Given.Stop).BodyAsync();

        mine.GetProperty("isMine").GetBoolean().ShouldBeTrue();
        (await ViewsAsync(agent)).ShouldContain(v => v.IdOf() == mine.IdOf());
        (await ViewsAsync(other)).ShouldNotContain(v => v.IdOf() == mine.IdOf());
        await other.GetAsync($"/api/requests?view={mine.IdOf()}", Given.Stop).ShouldBeRefusedAsync("requests.view_unknown", HttpStatusCode.NotFound);
        await other.DeleteAsync($"/api/requests/views/{mine.IdOf()}", Given.Stop).ShouldBeRefusedAsync("requests.view_unknown", HttpStatusCode.NotFound);
        await agent.PutAsJsonAsync($"/api/requests/views/{mine.IdOf()}", new { name = "Acil", filter = "priority=urgent" }, Given.Stop).BodyAsync();
        await agent.DeleteAsync($"/api/requests/views/{mine.IdOf()}", Given.Stop).BodyAsync();
        (await ViewsAsync(agent)).ShouldNotContain(v => v.IdOf() == mine.IdOf());
    }

    [Fact]
    public async Task Sharing_and_changing_shared_views_needs_the_right()
    {
        var agent = await installation.AsAsync("agent1");
        var supervisor = await installation.AsAsync("supervisor1");

        await agent.PostAsJsonAsync("/api/requests/views", new { name = "For all", filter = "stage=open", isShared = true }, Given.Stop)
            .ShouldBeRefusedAsync("requests.views_not_shareable", HttpStatusCode.Forbidden);
        var shared = await supervisor.PostAsJsonAsync("/api/requests/views", new { name = "For all", filter = "stage=open", isShared = true }, Given.Stop).BodyAsync();

        (await ViewsAsync(agent)).ShouldContain(v => v.IdOf() == shared.IdOf());
        await agent.DeleteAsync($"/api/requests/views/{shared.IdOf()}", Given.Stop).ShouldBeRefusedAsync("requests.views_not_shareable", HttpStatusCode.Forbidden);
        await supervisor.DeleteAsync($"/api/requests/views/{shared.IdOf()}", Given.Stop).BodyAsync();
    }

    [Fact]
    public async Task A_view_of_a_category_that_is_gone_says_so_and_takes_no_other_view_with_it()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var category = await supervisor.PostAsJsonAsync(
            "/api/definitions/tables/request_categories/rows", new { names = new { tr = "Geçici", sv = "Tillfällig", en = "Passing" } }, Given.Stop).BodyAsync();
        var view = await supervisor.PostAsJsonAsync("/api/requests/views", new { name = "Passing", filter = $"category={category.IdOf()}" }, Given.Stop).BodyAsync();

        (await supervisor.DeleteAsync($"/api/definitions/rows/{category.IdOf()}?version={category.VersionOf()}", Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var counts = (await supervisor.GetAsync("/api/requests/views/counts", Given.Stop).BodyAsync()).EnumerateObject().Select(c => c.Name).ToList();
        counts.Count.ShouldBeGreaterThan(5);
        counts.ShouldNotContain(view.IdOf());
        await supervisor.GetAsync($"/api/requests?view={view.IdOf()}", Given.Stop).ShouldBeRefusedAsync("requests.filter_invalid", HttpStatusCode.UnprocessableEntity);
        await supervisor.DeleteAsync($"/api/requests/views/{view.IdOf()}", Given.Stop).BodyAsync();
    }

    [Theory]
    [InlineData("stage=opne")]
    [InlineData("colour=red")]
    public async Task A_view_that_could_not_be_shown_is_not_saved(string filter)
        => await (await installation.AsAsync("agent1")).PostAsJsonAsync("/api/requests/views", new { name = "Bad", filter }, Given.Stop)
            .ShouldBeRefusedAsync("requests.filter_invalid", HttpStatusCode.UnprocessableEntity);

    [Fact]
    public async Task A_view_needs_a_name()
    {
        var agent = await installation.AsAsync("agent1");

        await agent.PostAsJsonAsync("/api/requests/views", new { name = " ", filter = "stage=open" }, Given.Stop).ShouldBeRefusedAsync("requests.view_name_needed");
        await agent.PostAsJsonAsync("/api/requests/views", new { name = new string('x', 61), filter = "" }, Given.Stop).ShouldBeRefusedAsync("request.invalid");
    }

    private static async Task<List<JsonElement>> ViewsAsync(HttpClient agent)
        => [.. (await agent.GetAsync("/api/requests/views", Given.Stop).BodyAsync()).EnumerateArray()];
}

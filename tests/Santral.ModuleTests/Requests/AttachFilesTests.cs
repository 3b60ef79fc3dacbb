using Santral.ModuleTests.Files;

namespace Santral.ModuleTests.Requests;

/// <summary>Files of a request: attached, sent with a note, asked for by a field of its category.</summary>
[Collection(RequestsCollection.Name)]
public sealed class AttachFilesTests(Installation installation)
{
    [Fact]
    [Requirement("W-S03")]
    public async Task A_file_is_on_the_request_and_read_by_whoever_sees_it()
    {
        var (agent, colleague, elsewhere) = (await installation.AsAsync("agent1"), await installation.AsAsync("agent2"), await installation.AsAsync("agent3"));
        var request = await agent.ARequestAsync(new { unit = "internet" });
        var file = await agent.UploadAsync("modem.png");

        // Sent twice, it is there once.
        await agent.AttachAsync(request.IdOf(), file);
        var files = await agent.AttachAsync(request.IdOf(), file);

        files.EnumerateArray().ShouldHaveSingleItem().TextOf("name").ShouldBe("modem.png");
        (await colleague.CardAsync(request.IdOf())).GetProperty("files").EnumerateArray().ShouldHaveSingleItem().TextOf("contentType").ShouldBe("image/png");
        (await colleague.GetByteArrayAsync($"/api/files/{file}", Given.Stop)).ShouldBe(Files.Given.Picture);
        await elsewhere.GetAsync($"/api/files/{file}", Given.Stop).ShouldBeRefusedAsync("files.unknown", HttpStatusCode.NotFound);
        var entry = (await colleague.TimelineAsync(request.IdOf())).Single(e => e.TextOf("kind") == "file");
        entry.GetProperty("file").GetProperty("file").TextOf("name").ShouldBe("modem.png");
    }

    [Fact]
    public async Task Taken_off_it_is_not_to_be_had_but_the_timeline_knows_of_it()
    {
        var agent = await installation.AsAsync("agent1");
        var request = await agent.ARequestAsync();
        var file = await agent.UploadAsync("yanlis.png");
        await agent.AttachAsync(request.IdOf(), file);

        (await agent.DeleteAsync($"/api/requests/{request.IdOf()}/files/{file}", Given.Stop).BodyAsync()).EnumerateArray().ShouldBeEmpty();

        (await agent.TimelineAsync(request.IdOf())).Single(e => e.TextOf("kind") == "file").GetProperty("file").TextOf("removedAt").ShouldNotBeNull();
        (await (await installation.AsAsync("agent2")).GetAsync($"/api/files/{file}", Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await agent.DeleteAsync($"/api/requests/{request.IdOf()}/files/{file}", Given.Stop).ShouldBeRefusedAsync("files.unknown", HttpStatusCode.NotFound);
    }

    [Fact]
    [Requirement("W-S19")]
    public async Task A_note_carries_its_files_and_a_refused_one_leaves_nothing()
    {
        var (agent, colleague) = (await installation.AsAsync("agent1"), await installation.AsAsync("agent2"));
        var request = await agent.ARequestAsync();
        var (mine, foreign) = (await agent.UploadAsync("tutanak.pdf", "%PDF-1.7 x"u8.ToArray()), await colleague.UploadAsync("baskasinin.png"));

        await agent.PostAsJsonAsync($"/api/requests/{request.IdOf()}/notes", new { text = "Ekte", fileIds = new[] { mine, foreign } }, Given.Stop)
            .ShouldBeRefusedAsync("files.unknown", HttpStatusCode.UnprocessableEntity);
        (await agent.TimelineAsync(request.IdOf())).ShouldNotContain(e => e.TextOf("kind") == "note");
        await agent.PostAsJsonAsync($"/api/requests/{request.IdOf()}/notes", new { text = "Ekte", fileIds = new[] { mine } }, Given.Stop).BodyAsync();

        var note = (await agent.TimelineAsync(request.IdOf())).Single(e => e.TextOf("kind") == "note").GetProperty("note");
        note.GetProperty("files").EnumerateArray().ShouldHaveSingleItem().GetProperty("file").TextOf("contentType").ShouldBe("application/pdf");
    }

    [Fact]
    [Requirement("W-D05")]
    public async Task A_field_that_asks_for_a_file_takes_one_and_keeps_it()
    {
        var (agent, colleague) = (await installation.AsAsync("service1"), await installation.AsAsync("supervisor1"));
        var category = installation.CategoryOf("washer_shakes");
        var card = await agent.ChangeAsync(await agent.ADescribedRequestAsync("Sallanıyor", unit: "appliance"), ("categoryId", category));
        var (file, foreign) = (await agent.UploadAsync("sallanma.png"), await colleague.UploadAsync("baska.png"));

        await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}", card.BodyOf(("answers", new { photo = "not a file" })), Given.Stop)
            .ShouldBeRefusedAsync("definitions.answer_invalid", HttpStatusCode.UnprocessableEntity);
        await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}", card.BodyOf(("answers", new { photo = foreign })), Given.Stop)
            .ShouldBeRefusedAsync("files.unknown", HttpStatusCode.UnprocessableEntity);
        card = await agent.ChangeAsync(card, ("answers", new { photo = file }));
        card = await agent.ChangeAsync(card, ("subject", "Çok sallanıyor"));

        card.GetProperty("answers").TextOf("photo").ShouldBe(file);
        card.GetProperty("files").EnumerateArray().ShouldHaveSingleItem().IdOf().ShouldBe(file);
        await agent.DeleteAsync($"/api/requests/{card.IdOf()}/files/{file}", Given.Stop).ShouldBeRefusedAsync("requests.file_answers_field", HttpStatusCode.Conflict);

        // Another answer leaves what the customer gave where it can be found.
        card = await agent.ChangeAsync(card, ("answers", null));
        card.GetProperty("files").GetArrayLength().ShouldBe(1);
        (await agent.DeleteAsync($"/api/requests/{card.IdOf()}/files/{file}", Given.Stop).BodyAsync()).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Files_follow_a_merge()
    {
        var agent = await installation.AsAsync("supervisor1");
        var (first, second) = (await agent.ADescribedRequestAsync("İlk", unit: "internet"), await agent.ADescribedRequestAsync("İkinci", unit: "internet"));
        var file = await agent.UploadAsync("ikinci.png");
        await agent.AttachAsync(second.IdOf(), file);
        await agent.PostAsJsonAsync($"/api/requests/{second.IdOf()}/merge", new { version = (await agent.CardAsync(second.IdOf())).VersionOf(), intoId = first.IdOf(), intoVersion = first.VersionOf() }, Given.Stop).BodyAsync();

        (await agent.CardAsync(first.IdOf())).GetProperty("files").EnumerateArray().ShouldHaveSingleItem().IdOf().ShouldBe(file);
        (await agent.TimelineAsync(first.IdOf())).Single(e => e.TextOf("kind") == "file").TextOf("from").ShouldBe(second.NumberOf());
    }
}

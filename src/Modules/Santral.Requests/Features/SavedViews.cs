using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>Named filters of the list: everybody's and one's own, each with how many requests it shows.</summary>
public static class SavedViews
{
    // More tabs than this nobody finds again, and each is counted.
    private const int MostOwn = 30;

    /// <param name="Name">In the reader's language.</param>
    public sealed record Response(ViewId Id, string Name, Names Names, string Filter, bool IsShared, bool IsMine, int Order);

    public sealed record Request(
        [StringLength(SavedView.LongestName, MinimumLength = 1)] string Name,
        [StringLength(500)] string Filter,
        bool IsShared = false,
        [Range(0, 1000)] int Order = 100);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var views = routes.MapGroup("/requests/views").WithTags("requests");
        views.MapGet("", ListAsync).RequirePermission(RequestsPermissions.Read).WithName("ListViews").WithSummary("Shared views and one's own, in order.");
        views.MapGet("/counts", CountAsync).RequirePermission(RequestsPermissions.Read).WithName("CountViews").WithSummary("How many requests each view shows (1,001: more than a thousand).");
        views.MapPost("", CreateAsync).RequirePermission(RequestsPermissions.Read).WithName("CreateView").WithSummary("Saves a filter under a name.");
        views.MapPut("/{id}", ChangeAsync).RequirePermission(RequestsPermissions.Read).WithName("ChangeView").WithSummary("Changes a saved view.");
        views.MapDelete("/{id}", DeleteAsync).RequirePermission(RequestsPermissions.Read).WithName("DeleteView").WithSummary("Deletes a saved view.");
    }

    internal static async Task<Ok<IReadOnlyList<Response>>> ListAsync(RequestsDb db, ICurrentUser user, CancellationToken stop)
        => TypedResults.Ok<IReadOnlyList<Response>>([.. (await AllVisibleAsync(db, user, stop)).Select(v => Of(v, user))]);

    internal static async Task<Ok<IReadOnlyDictionary<ViewId, int>>> CountAsync(
        RequestsDb db, ListedRequests listed, ICurrentUser user, CancellationToken stop)
    {
        var counts = new Dictionary<ViewId, int>();
        foreach (var view in await AllVisibleAsync(db, user, stop))
        {
            try
            {
                counts[view.Id] = await (await listed.FindAsync(RequestFilter.Read(view.Filter), stop)).CountAsync(stop);
            }
            catch (Refusal)
            {
                // It asks for something that is gone since, a deleted category: it has no count, and opening it says why. The others have theirs.
            }
        }

        return TypedResults.Ok<IReadOnlyDictionary<ViewId, int>>(counts);
    }

    internal static async Task<Created<Response>> CreateAsync(
        Request body, RequestsDb db, RequestFilters filters, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        RefuseSharing(body.IsShared, user);
        var me = user.IdOrRefuse();
        if (await db.Views.CountAsync(v => v.OwnerId == me, stop) >= MostOwn)
        {
            throw new Refusal("requests.too_many_views", RefusalKind.State, ("max", MostOwn));
        }

        var view = SavedView.Create(Id.New<ViewId>(clock), me, NamesOf(body.Name), Checked(body.Filter, filters), body.IsShared, body.Order);
        db.Views.Add(view);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/api/requests/views/{view.Id}", Of(view, user));
    }

    internal static async Task<Ok<Response>> ChangeAsync(
        ViewId id, Request body, RequestsDb db, RequestFilters filters, ICurrentUser user, CancellationToken stop)
    {
        var view = await ChangeableAsync(db, id, user, stop);
        if (body.IsShared != view.IsShared)
        {
            RefuseSharing(true, user);
        }

        // A view of the installation has three names; renaming it in one language leaves the others.
        var names = view.Names.In(user.Language) == body.Name ? view.Names : NamesOf(body.Name);
        view.Change(names, Checked(body.Filter, filters), body.IsShared, body.Order);
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(Of(view, user));
    }

    internal static async Task<NoContent> DeleteAsync(ViewId id, RequestsDb db, ICurrentUser user, CancellationToken stop)
    {
        db.Views.Remove(await ChangeableAsync(db, id, user, stop));
        await db.SaveChangesAsync(stop);
        return TypedResults.NoContent();
    }

    internal static async Task<SavedView> VisibleAsync(RequestsDb db, ViewId id, ICurrentUser user, CancellationToken stop)
    {
        var me = user.Id;
        return await db.Views.SingleOrDefaultAsync(v => v.Id == id && (v.IsShared || v.OwnerId == me), stop)
            ?? throw new Refusal("requests.view_unknown", RefusalKind.Unknown);
    }

    private static async Task<SavedView> ChangeableAsync(RequestsDb db, ViewId id, ICurrentUser user, CancellationToken stop)
    {
        var view = await VisibleAsync(db, id, user, stop);
        if (view.OwnerId != user.Id)
        {
            RefuseSharing(true, user);
        }

        return view;
    }

    private static async Task<List<SavedView>> AllVisibleAsync(RequestsDb db, ICurrentUser user, CancellationToken stop)
    {
        var me = user.Id;
        return await db.Views.AsNoTracking().Where(v => v.IsShared || v.OwnerId == me).OrderBy(v => v.Order).ThenBy(v => v.Id).ToListAsync(stop);
    }

    private static void RefuseSharing(bool isShared, ICurrentUser user)
    {
        if (isShared && !user.Has(RequestsPermissions.Settings))
        {
            throw new Refusal("requests.views_not_shareable", RefusalKind.Forbidden);
        }
    }

    /// <summary>A view that could not be shown is not saved.</summary>
    private static string Checked(string filter, RequestFilters filters)
    {
        filters.Apply(RequestFilter.Read(filter));
        return filter.TrimStart('?');
    }

    private static Names NamesOf(string typed)
    {
        var name = Typed.Line(typed) ?? throw new Refusal("requests.view_name_needed", RefusalKind.Invalid);
        return new Names(name, name, name);
    }

    private static Response Of(SavedView view, ICurrentUser user)
        => new(view.Id, view.Names.In(user.Language), view.Names, view.Filter, view.IsShared, view.OwnerId is not null && view.OwnerId == user.Id, view.Order);
}

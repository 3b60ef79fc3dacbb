namespace Santral.Requests.Domain;

/// <content>Followed in another request.</content>
public sealed partial class Request
{
    /// <summary>
    /// Where its matter is followed now. It keeps its number, its fields and what was written on it, so that taking the merge back
    /// restores it by itself; until then nothing on it changes.
    /// </summary>
    public RequestId? MergedIntoId { get; private set; }

    public DateTimeOffset? MergedAt { get; private set; }

    public void FollowIn(Request into, UserId? by, DateTimeOffset now)
    {
        RefuseMerged();
        if (into.Id == Id)
        {
            throw new Refusal("requests.merge_with_itself", RefusalKind.Invalid);
        }

        if (into.MergedIntoId is not null)
        {
            throw new Refusal("requests.merge_target_merged", RefusalKind.State, ("number", into.Number));
        }

        if (into.IsOver)
        {
            throw new Refusal("requests.merge_target_over", RefusalKind.State, ("number", into.Number));
        }

        if (into.Unit != Unit)
        {
            throw new Refusal("requests.merge_across_units", RefusalKind.Invalid);
        }

        TellWatchers("merged", "notice.request_merged", by, now, ("into", into.Number!));
        (MergedIntoId, MergedAt) = (into.Id, now);
        Changed("merged", now);
        Raise(new RequestMerged(Id, Number!, into.Id, into.Number!, by, now));
        into.Changed("merged", now);
    }

    public void StandAlone(Request from, UserId? by, DateTimeOffset now)
    {
        (MergedIntoId, MergedAt) = (null, null);
        Changed("unmerged", now);
        Raise(new RequestUnmerged(Id, Number!, from.Id, by, now));
        from.Changed("unmerged", now);
    }

    internal void Put(MergeField field, string? value) => field.Put(this, value);

    internal void RefuseMerged()
    {
        if (MergedIntoId is not null)
        {
            throw new Refusal("requests.merged", RefusalKind.State, ("number", Number));
        }
    }

    /// <summary>A value of a request that a merge may take from the other one, as text both ways.</summary>
    /// <param name="Name">As the API and the snapshot name it.</param>
    internal sealed record MergeField(string Name, Func<Request, string?> Of, Action<Request, string?> Put)
    {
        public static IReadOnlyList<MergeField> All { get; } =
        [
            new("subject", r => r.Subject, (r, v) => r.Subject = v ?? ""),
            new("text", r => r.Text, (r, v) => r.Text = v ?? ""),
            new("category", r => r.CategoryId is null ? null : $"{r.CategoryId} {r.Answers}", PutCategory),
            new("priority", r => r.PriorityId?.ToString(), (r, v) => r.PriorityId = Id<DefinitionId>(v)),
            new("contactMethod", r => r.ContactMethodId?.ToString(), (r, v) => r.ContactMethodId = Id<DefinitionId>(v)),
            new("customer", r => r.CustomerId is null ? null : $"{r.CustomerId} {r.SubscriptionId}", PutCustomer),
            new("product", r => r.Product, (r, v) => r.Product = v),
            new("owner", r => r.OwnerId?.ToString(), (r, v) => r.OwnerId = Id<UserId>(v)),
            new("team", r => r.TeamId?.ToString(), (r, v) => r.TeamId = Id<TeamId>(v)),
            new("answer", r => r.Answer, (r, v) => r.Answer = v ?? ""),
            new("work", r => r.Work, (r, v) => r.Work = v ?? ""),
            new("place", r => r.Place, (r, v) => r.Place = v),
            new("wantedOn", r => StoredAnswers.Day(r.WantedOn), (r, v) => r.WantedOn = StoredAnswers.Day(v)),
        ];

        public static MergeField? Find(string name) => All.FirstOrDefault(f => f.Name == name);

        // The answers belong to the category, a subscription to its customer: they go together.
        private static void PutCategory(Request request, string? value)
        {
            var parts = value?.Split(' ', 2);
            request.CategoryId = Id<DefinitionId>(parts?[0]);
            request.Answers = parts?[1] ?? StoredAnswers.None;
        }

        private static void PutCustomer(Request request, string? value)
        {
            var parts = value?.Split(' ', 2);
            request.CustomerId = Id<CustomerId>(parts?[0]);
            request.SubscriptionId = Id<SubscriptionId>(parts?[1]);
        }

        private static TId? Id<TId>(string? value)
            where TId : struct, IId<TId>
            => Kernel.Id.TryParse<TId>(value, out var id) ? id : null;
    }
}

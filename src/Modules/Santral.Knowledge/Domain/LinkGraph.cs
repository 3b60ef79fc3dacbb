namespace Santral.Knowledge.Domain;

/// <summary>Which article leads to which; nobody may be led in a circle (M-09).</summary>
public static class LinkGraph
{
    /// <summary>Refuses links by which the article would lead back to itself, over any number of others.</summary>
    /// <param name="all">The links of all other articles, drafts and published ones alike.</param>
    public static void RefuseLoop(ArticleId from, IReadOnlyCollection<ArticleId> to, ILookup<ArticleId, ArticleId> all)
    {
        var seen = new HashSet<ArticleId>();
        var open = new Stack<ArticleId>(to);
        while (open.TryPop(out var at))
        {
            if (at == from)
            {
                throw new Refusal("knowledge.link_loop", RefusalKind.Invalid);
            }

            if (seen.Add(at))
            {
                foreach (var next in all[at])
                {
                    open.Push(next);
                }
            }
        }
    }
}

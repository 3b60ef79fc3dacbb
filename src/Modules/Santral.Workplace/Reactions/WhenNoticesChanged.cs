using Santral.Workplace.Data;
using Santral.Workplace.Domain;
using Santral.Workplace.Live;

namespace Santral.Workplace.Reactions;

/// <summary>The bell of the person's open screens follows, after the save that stored the notice.</summary>
internal sealed class WhenNoticesChanged(WorkplaceDb db, NoticeNews news) : IReactTo<NoticesChanged>
{
    public Task ReactAsync(NoticesChanged fact, CancellationToken stop) => news.TellAsync(db, fact.UserId, stop);
}

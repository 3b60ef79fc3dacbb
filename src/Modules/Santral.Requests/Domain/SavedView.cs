namespace Santral.Requests.Domain;

/// <summary>A named filter of the request list: a person's own, or shared with all.</summary>
public sealed class SavedView : Aggregate, IAudited
{
    public const int LongestName = 60;

    private SavedView()
    {
    }

    public ViewId Id { get; private set; }

    /// <summary>Null for a view of the installation.</summary>
    public UserId? OwnerId { get; private set; }

    public Names Names { get; private set; } = new("", "", "");

    /// <summary>As in the address of the list: `stage=open&amp;owner=me`.</summary>
    public string Filter { get; private set; } = "";

    public bool IsShared { get; private set; }

    public int Order { get; private set; }

    public Guid AuditId => Id.Value;

    public static SavedView Create(ViewId id, UserId? owner, Names names, string filter, bool isShared, int order)
    {
        var view = new SavedView { Id = id, OwnerId = owner };
        view.Change(names, filter, isShared, order);
        return view;
    }

    public void Change(Names names, string filter, bool isShared, int order)
        => (Names, Filter, IsShared, Order) = (names, filter, isShared, order);
}

using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Live;
using Santral.Workplace.Domain;

namespace Santral.Workplace.Live;

/// <summary>Holds who is on which record and tells those who see it; in memory, because it is true only as long as the connections are open.</summary>
internal sealed class PresenceBoard : IDisposable
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(4);

    private readonly Attendance _attendance = new();
    private readonly Lock _gate = new();
    private readonly IServiceProvider _services;
    private readonly IKnowPeople _people;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private ILiveNews? _news;

    public PresenceBoard(IServiceProvider services, IKnowPeople people, TimeProvider clock)
    {
        (_services, _people, _clock) = (services, people, clock);
        _timer = clock.CreateTimer(_ => Expire(), null, Sweep, Sweep);
    }

    public RecordPresence Enter(string connection, UserId user, string record, bool types)
    {
        lock (_gate)
        {
            if (_attendance.Enter(connection, user, record, types, _clock.GetUtcNow()))
            {
                Tell(record);
            }

            return Of(record);
        }
    }

    public IReadOnlyList<RecordPresence> Watch(string connection, IReadOnlyCollection<string> records)
    {
        lock (_gate)
        {
            _attendance.Watch(connection, records, _clock.GetUtcNow());
            return [.. records.Select(Of).Where(p => p.People.Count > 0)];
        }
    }

    public void Leave(string connection, string record)
    {
        lock (_gate)
        {
            if (_attendance.Leave(connection, record))
            {
                Tell(record);
            }
        }
    }

    public void Gone(string connection)
    {
        lock (_gate)
        {
            foreach (var record in _attendance.Gone(connection))
            {
                Tell(record);
            }
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Expire()
    {
        lock (_gate)
        {
            foreach (var record in _attendance.Expire(_clock.GetUtcNow()))
            {
                Tell(record);
            }
        }
    }

    // Told inside the lock, so that the order of telling is the order of happening.
    private void Tell(string record)
    {
        var presence = Of(record);
        // Asked late: the hub that carries the news is made after the modules. Asked once: when the timer rings, there may be no services any more.
        _news ??= _services.GetRequiredService<ILiveNews>();
        foreach (var connection in _attendance.Audience(record, _clock.GetUtcNow()))
        {
            _news.ToConnection(connection, RecordPresence.Topic, presence);
        }
    }

    private RecordPresence Of(string record)
        => new(record, _attendance.NextOrder(), [.. _attendance.On(record, _clock.GetUtcNow())
            .Select(v => new PresentPerson(v.User, _people.Find(v.User)?.DisplayName ?? "?", v.Types, v.Since))]);
}

using Microsoft.EntityFrameworkCore;
using Santral.Requests.Domain;

namespace Santral.Requests.Data;

/// <summary>The contact methods and shared views a new installation starts with; what an operator removed stays removed.</summary>
internal sealed class RequestDefinitions(RequestsDb db, TimeProvider clock) : IPrepare
{
    public int Order => 20;

    public async Task PrepareAsync(CancellationToken stop)
    {
        if (await db.ContactMethods.AnyAsync(stop))
        {
            return;
        }

        AddMethods(
            ("phone", new Names("Telefon", "Telefon", "Phone")),
            ("email", new Names("E-posta", "E-post", "E-mail")),
            ("sms", new Names("SMS", "SMS", "SMS")),
            ("letter", new Names("Mektup", "Brev", "Letter")),
            ("visit", new Names("Yüz yüze", "Besök", "Visit")));
        AddViews(
            (new Names("Benim", "Mina", "Mine"), "owner=me&stage=open"),
            (new Names("Birimim, açık", "Min enhet, öppna", "My unit, open"), "unit=mine&stage=open"),
            (new Names("Atanmamış", "Ej tilldelade", "Unassigned"), "owner=none&stage=open"),
            (new Names("Müşteri bekleyen", "Väntar på kund", "Waiting"), "stage=waiting"),
            (new Names("Bugün çözülen", "Lösta i dag", "Resolved today"), "resolved=today"),
            (new Names("Yorumlar", "Kommentarer", "Comments"), "kind=comment"));
        await db.SaveChangesAsync(stop);
    }

    private void AddMethods(params (string Code, Names Names)[] methods)
        => db.ContactMethods.AddRange(methods.Select((m, order) => new ContactMethod(Id.New<ContactMethodId>(clock), m.Code, m.Names, order)));

    private void AddViews(params (Names Names, string Filter)[] views)
        => db.Views.AddRange(views.Select((v, order) => SavedView.Create(Id.New<ViewId>(clock), null, v.Names, v.Filter, isShared: true, order)));
}

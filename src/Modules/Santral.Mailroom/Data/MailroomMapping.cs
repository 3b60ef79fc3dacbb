using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Data;

/// <summary>How the mailroom lies in the tables. Addresses are one JSON text each: read and written whole, found by keys beside them.</summary>
internal static class MailroomMapping
{
    public static void Map(ModelBuilder model)
    {
        Mailboxes(model);
        Received(model);
        model.Entity<SentLetter>(letter =>
        {
            letter.ToTable("mailroom_sent").HasKey(l => l.Id);
            letter.Property(l => l.Id).ValueGeneratedNever();
            letter.Ignore(l => l.CanBeTakenBack);
            letter.Property(l => l.MessageId).HasMaxLength(400);
            letter.Property(l => l.MessageKey).HasMaxLength(ReceivedLetter.LongestId);
            letter.Property(l => l.InReplyTo).HasMaxLength(LetterIds.Longest);
            letter.Property(l => l.AnswerTo).HasMaxLength(400);
            letter.Property(l => l.ToKey).HasMaxLength(320);
            letter.Property(l => l.Trouble).HasMaxLength(SentLetter.LongestTrouble);
            letter.Property(l => l.Node).HasMaxLength(NodeName.Longest);
            letter.Property(l => l.WritingKey).HasMaxLength(100);
            letter.Property(l => l.References).HasConversion(new AsJson<IReadOnlyList<string>>(), new SameJson<IReadOnlyList<string>>());
            letter.Property(l => l.From).HasConversion(new AsJson<LetterAddress>(), new SameJson<LetterAddress>());
            letter.Property(l => l.To).HasConversion(new AsJson<IReadOnlyList<LetterAddress>>(), new SameJson<IReadOnlyList<LetterAddress>>());
            letter.Property(l => l.Cc).HasConversion(new AsJson<IReadOnlyList<LetterAddress>>(), new SameJson<IReadOnlyList<LetterAddress>>());
            letter.HasMany(l => l.Attachments).WithOne().HasForeignKey(a => a.LetterId).OnDelete(DeleteBehavior.Cascade);
            letter.HasIndex(l => l.MessageKey);
            letter.HasIndex(l => new { l.RequestId, l.WrittenAt });
            letter.HasIndex(l => new { l.By, l.WritingKey }).IsUnique();
            letter.HasIndex(l => new { l.ToKey, l.WrittenAt }).HasFilter("\"IsAutomatic\"");
            letter.HasIndex(l => l.DueAt).HasFilter("\"DueAt\" IS NOT NULL");
        });
        model.Entity<SentAttachment>(attachment =>
        {
            attachment.ToTable("mailroom_sent_file").HasKey(a => new { a.LetterId, a.Index });
            attachment.Property(a => a.Name).HasMaxLength(300);
            attachment.Property(a => a.ContentType).HasMaxLength(200);
            attachment.HasIndex(a => a.FileId);
        });
        model.Entity<MailThread>(thread =>
        {
            thread.ToTable("mailroom_thread").HasKey(t => t.RequestId);
            thread.Property(t => t.Number).HasMaxLength(40);
            thread.Property(t => t.Token).HasMaxLength(MailThread.TokenLength);
            thread.HasIndex(t => t.Token).IsUnique();
        });
    }

    private static void Mailboxes(ModelBuilder model)
    {
        model.Entity<Mailbox>(mailbox =>
        {
            mailbox.ToTable("mailroom_mailbox").HasKey(m => m.Id);
            mailbox.Property(m => m.Id).ValueGeneratedNever();
            mailbox.Ignore(m => m.AuditId).Ignore(m => m.Imap).Ignore(m => m.Smtp).Ignore(m => m.Token);
            mailbox.Property(m => m.Name).HasMaxLength(Mailbox.LongestName);
            mailbox.Property(m => m.Address).HasMaxLength(Mailbox.LongestAddress);
            mailbox.Property(m => m.AddressKey).HasMaxLength(Mailbox.LongestAddress);
            mailbox.Property(m => m.Unit).HasMaxLength(40);
            mailbox.HasIndex(m => m.AddressKey).IsUnique();
        });
        model.Entity<MailboxState>(state =>
        {
            state.ToTable("mailroom_state").HasKey(s => s.MailboxId);
            state.HasOne<Mailbox>().WithOne().HasForeignKey<MailboxState>(s => s.MailboxId).OnDelete(DeleteBehavior.Cascade);
            state.Property(s => s.ReceiveError).HasMaxLength(MailboxState.LongestError);
            state.Property(s => s.SendError).HasMaxLength(MailboxState.LongestError);
        });
    }

    private static void Received(ModelBuilder model)
    {
        model.Entity<ReceivedLetter>(letter =>
        {
            letter.ToTable("mailroom_received").HasKey(l => l.Id);
            letter.Property(l => l.Id).ValueGeneratedNever();
            letter.Ignore(l => l.IsAutomatic);
            letter.Property(l => l.Fingerprint).HasMaxLength(64);
            letter.Property(l => l.MessageKey).HasMaxLength(ReceivedLetter.LongestId);
            letter.Property(l => l.MessageId).HasMaxLength(LetterIds.Longest);
            letter.Property(l => l.FromKey).HasMaxLength(320);
            letter.Property(l => l.Subject).HasMaxLength(ReceivedLetter.LongestSubject);
            letter.Property(l => l.References).HasConversion(new AsJson<IReadOnlyList<string>>(), new SameJson<IReadOnlyList<string>>());
            letter.Property(l => l.From).HasConversion(new AsJson<LetterAddress>(), new SameJson<LetterAddress>());
            letter.Property(l => l.AnswerTo).HasConversion(new AsJson<LetterAddress>(), new SameJson<LetterAddress>());
            letter.Property(l => l.To).HasConversion(new AsJson<IReadOnlyList<LetterAddress>>(), new SameJson<IReadOnlyList<LetterAddress>>());
            letter.Property(l => l.Cc).HasConversion(new AsJson<IReadOnlyList<LetterAddress>>(), new SameJson<IReadOnlyList<LetterAddress>>());
            letter.HasMany(l => l.Attachments).WithOne().HasForeignKey(a => a.LetterId).OnDelete(DeleteBehavior.Cascade);
            letter.HasIndex(l => l.Fingerprint).IsUnique();
            letter.HasIndex(l => l.MessageKey);
            letter.HasIndex(l => new { l.RequestId, l.ReceivedAt });
            letter.HasIndex(l => new { l.MailboxId, l.ReceivedAt });
            letter.HasIndex(l => l.CustomerId);
            letter.HasIndex(l => l.OriginalId);
            letter.HasIndex(l => l.Fate).HasFilter("\"Fate\" = 'New'");
        });
        model.Entity<ReceivedAttachment>(attachment =>
        {
            attachment.ToTable("mailroom_attachment").HasKey(a => new { a.LetterId, a.Index });
            attachment.Property(a => a.Name).HasMaxLength(ReceivedAttachment.LongestName);
            attachment.Property(a => a.ContentType).HasMaxLength(100);
            attachment.Property(a => a.ContentId).HasMaxLength(200);
        });
    }

    private sealed class AsJson<T>() : ValueConverter<T, string>(
        v => JsonSerializer.Serialize(v, SantralJson.Options), json => JsonSerializer.Deserialize<T>(json, SantralJson.Options)!);

    private sealed class SameJson<T>() : ValueComparer<T>(
        (a, b) => JsonSerializer.Serialize(a, SantralJson.Options) == JsonSerializer.Serialize(b, SantralJson.Options),
        v => JsonSerializer.Serialize(v, SantralJson.Options).GetHashCode(StringComparison.Ordinal),
        v => v);
}

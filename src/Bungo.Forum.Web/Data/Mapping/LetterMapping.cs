using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bungo.Forum.Web.Data.Mapping;

public sealed class LetterMapping : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> letter)
    {
        // A letter names a mail address, so it stands with the sign-in data and goes when it was sent.
        letter.ToTable("letter", "sign_in");
        letter.Property(l => l.To).HasMaxLength(320);
        letter.Property(l => l.Subject).HasMaxLength(Letter.LongestSubject);
        letter.HasIndex(l => l.NextAttemptAt);
    }
}

public sealed class AskedLetterMapping : IEntityTypeConfiguration<AskedLetter>
{
    public void Configure(EntityTypeBuilder<AskedLetter> asked)
    {
        asked.ToTable("asked_letter", "sign_in");
        // Numbers taken in blocks would cost some requests a statement more than others.
        asked.Property(a => a.Id).UseIdentityAlwaysColumn();
        asked.Property(a => a.To).HasMaxLength(320);
    }
}

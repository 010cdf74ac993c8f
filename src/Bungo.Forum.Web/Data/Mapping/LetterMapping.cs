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

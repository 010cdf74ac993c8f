using Bungo.Forum.Domain.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bungo.Forum.Web.Data.Mapping;

public sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("account", t => t.HasCheckConstraint(
            "ck_account_suspension", "num_nulls(suspended_at, suspended_until, suspension_decision_id) in (0, 3)"));
        account.Property(a => a.Name).HasMaxLength(Account.LongestName);
        account.Property(a => a.Office).HasMaxLength(Account.LongestOffice);
        account.Property(a => a.Role).HasConversion<string>().HasMaxLength(16);
        account.Property(a => a.Language).HasMaxLength(8);
        account.OwnsOne(a => a.Suspension, s =>
        {
            s.Property(x => x.At).HasColumnName("suspended_at");
            s.Property(x => x.Until).HasColumnName("suspended_until");
            s.Property(x => x.DecisionId).HasColumnName("suspension_decision_id");
            s.HasOne(x => x.Decision).WithMany().HasForeignKey(x => x.DecisionId).OnDelete(DeleteBehavior.Restrict);
            s.HasIndex(x => x.DecisionId).HasFilter("suspension_decision_id is not null");
        });
        account.HasIndex(a => a.ObjectId).IsUnique();
        account.HasIndex(a => a.Id, "to_forget").HasDatabaseName("ix_account_to_forget").HasFilter("deleted_at is not null and forgotten_at is null");
    }
}

public sealed class RoleGrantMapping : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> grant)
    {
        grant.ToTable("role_grant");
        grant.Property(g => g.Role).HasConversion<string>().HasMaxLength(16);
        grant.Property(g => g.Office).HasMaxLength(Account.LongestOffice);
        grant.HasOne(g => g.Account).WithMany().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Restrict);
        grant.HasIndex(g => g.AccountId).IsUnique().HasFilter("revoked_at is null");
    }
}

public sealed class SignInMapping :
    IEntityTypeConfiguration<SignIn>, IEntityTypeConfiguration<IdentityUserClaim<long>>,
    IEntityTypeConfiguration<IdentityUserLogin<long>>, IEntityTypeConfiguration<IdentityUserToken<long>>,
    IEntityTypeConfiguration<IdentityUserPasskey<long>>, IEntityTypeConfiguration<Attempt>,
    IEntityTypeConfiguration<AccessToken>
{
    private const string Schema = "sign_in";

    public void Configure(EntityTypeBuilder<SignIn> signIn)
    {
        signIn.ToTable("sign_in", Schema);
        signIn.Property(s => s.Id).ValueGeneratedNever();
        signIn.HasOne(s => s.Account).WithOne().HasForeignKey<SignIn>(s => s.Id).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> claim) => claim.ToTable("claim", Schema);

    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> login) => login.ToTable("login", Schema);

    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> token) => token.ToTable("token", Schema);

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<long>> passkey) => passkey.ToTable("passkey", Schema);

    public void Configure(EntityTypeBuilder<Attempt> attempt)
    {
        attempt.ToTable("attempt", Schema);
        attempt.HasKey(a => a.Key);
        attempt.HasIndex(a => a.Until);
    }

    public void Configure(EntityTypeBuilder<AccessToken> token)
    {
        token.ToTable("access_token", Schema);
        token.Property(t => t.Name).HasMaxLength(TokenLimits.LongestName);
        token.Property(t => t.Prefix).HasMaxLength(16);
        token.HasOne(t => t.SignIn).WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Cascade);
        token.HasIndex(t => t.Digest).IsUnique();
        token.HasIndex(t => t.AccountId);
    }
}

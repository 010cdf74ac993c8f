namespace Bungo.Forum.Domain.Accounts;

/// <summary>What somebody is at the forum. One account has one role; the names are those of the command line.</summary>
public enum Role
{
    Warga,
    Pejabat,
    Moderator,
    Penilai,
    Admin,
}

namespace Bungo.Forum.Domain.Recruitment;

public enum RoundKind
{
    Cpns,
    Pppk,
    Other,
}

namespace Bungo.Forum.Domain.Recruitment;

/// <summary>Who can change a criterion; told on each, so that nobody argues for what nobody here can decide.</summary>
public enum Authority
{
    /// <summary>Set by the ministry; cannot be changed in the regency.</summary>
    National,

    /// <summary>Decided by the regency.</summary>
    Local,

    /// <summary>The regency can only propose it to the ministry.</summary>
    Proposal,
}

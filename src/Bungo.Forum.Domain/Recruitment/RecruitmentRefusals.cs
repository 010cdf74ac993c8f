namespace Bungo.Forum.Domain.Recruitment;

public static class RecruitmentRefusals
{
    public static readonly Refusal VersionChanged = new("criteria-version-changed");
    public static readonly Refusal VersionNotNewer = new("criteria-version-not-newer");
}

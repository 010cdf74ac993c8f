namespace Bungo.Forum.Domain.Discussions;

/// <summary>Where an input stands on the criterion it is about.</summary>
public enum Stance
{
    Neutral,
    Support,
    Oppose,
}

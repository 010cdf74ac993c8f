namespace Bungo.Forum.Domain.Polls;

/// <summary>From when counts may be seen by anybody, officials included. The turnout is always shown.</summary>
public enum ResultTiming
{
    /// <summary>Counts that move while people vote invite bandwagons and tell what the latest voter chose; hence the default.</summary>
    AfterClose,

    Live,
}

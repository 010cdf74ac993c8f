namespace Bungo.Forum.Domain.Passages;

/// <summary>What a version of the criteria did to the words somebody commented on. Public, for each version.</summary>
public enum Fate
{
    /// <summary>The words stand where they stood.</summary>
    Applies,

    /// <summary>The same words, in another place of the same criterion.</summary>
    Moved,

    /// <summary>Other words stand for them; both are shown.</summary>
    Reworded,

    /// <summary>The criterion is not in this version. It takes its passages along should it return.</summary>
    CriterionRemoved,

    /// <summary>No rule can tell surely: it waits for an official.</summary>
    Undecided,

    /// <summary>An official found that nothing stands for the words any more.</summary>
    Gone,
}
